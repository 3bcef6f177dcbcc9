import { permissionOf } from "#lib/domain/act";
import { type Actor, can } from "#lib/domain/actor";
import type { ApprovalState } from "#lib/domain/approval";
import { type AnyMachine, hasWayBack, type Values } from "#lib/domain/machine";
import { type Entity, machines } from "#lib/domain/machines";
import { statusRefusal } from "#lib/domain/transition";
import { followsSentence } from "#lib/follows";
import type { Decision } from "#lib/list/html/decision";
import { refusalSentence } from "#lib/messages/refusal";
import { eventRefusal } from "#lib/roles";
import type { Way } from "#lib/way";

/** What one operator asked for, as another one is shown it; the event with its entity: `customer.delete`. */
export type Asked = {
  code: string;
  event: string;
  state: ApprovalState;
  /** What its record's is by now; null where nothing waits any more. */
  status: string | null;
  isOfEarlierDispute: boolean;
  isOwn: boolean;
  expiresAt: string;
  decidedEmail: string | null;
  decidedAt: string | null;
  /** What its event puts into what is said before it. */
  follows: Values;
};

/** What the one who asked said with it: not for everybody to see, and gone with the customer's key. */
export type AskedComment = { state: "open"; text: string } | { state: "hidden" | "erased" };

/** A comment as a page has it: what was said, or why that is not seen. */
export function commentShown(comment: AskedComment | undefined, t: Way["t"]): { comment?: string; unseen?: string } {
  if (comment === undefined) return {};
  return comment.state === "open" ? { comment: comment.text } : { unseen: t(`timeline.${comment.state}`) };
}

/** The state of what was asked, with a form for whoever may decide it, which leads back to a page; `key` makes it act once. */
export function decisionOf(
  asked: Asked,
  { role }: Pick<Actor, "role">,
  { back, key }: Record<"back" | "key", string>,
  way: Way,
): Decision {
  const { code, event, state, isOwn, follows } = asked;
  const { t } = way;
  const { label, note } = { label: t(`approvals.state_${state}`), note: noteOf(asked, way) };
  if (state !== "pending") return { state, label, note };
  const because = isOwn ? t("approvals.own") : notTheirs(event, role, way);
  const overtaken = overtakenBy(asked, way);
  const said = `${note}. ${[overtaken, because].filter(Boolean).join(" ")}`;
  if (because !== undefined) return { state, label, note: said };
  const fields = { approval: code, key, back };
  const decline = t("approvals.decline");
  if (overtaken !== undefined) return { state, label, note: said, form: { fields, decline } };
  const grave = graveOf(event, follows, way);
  return { state, label, note, form: { fields, approve: t("approvals.approve"), decline, ...(grave && { grave }) } };
}

function noteOf({ state, expiresAt, decidedEmail, decidedAt }: Asked, { t, format }: Way): string {
  if (decidedAt === null)
    return t(state === "expired" ? "approvals.over" : "approvals.until", { at: format.moment(new Date(expiresAt)) });
  return t("approvals.decided", { email: decidedEmail ?? "", at: format.moment(new Date(decidedAt)) });
}

function notTheirs(named: string, role: Actor["role"], way: Way): string | undefined {
  const [entity, event = ""] = named.split(".") as [Entity, string?];
  const permission = permissionOf(entity, event);
  const isTheirs = permission !== undefined && can({ role }, permission);
  return isTheirs ? undefined : eventRefusal({ rule: "permission" }, { entity, event }, way);
}

/** What its record has come to since, that leaves nothing to approve. */
function overtakenBy({ event, status, isOfEarlierDispute }: Asked, { language, t, format }: Way): string | undefined {
  const known = declaredAs(event);
  const outOfTurn = known && status !== null ? statusRefusal(known.declared, status) : undefined;
  const refusal = outOfTurn ?? (isOfEarlierDispute ? { rule: "another_dispute" } : undefined);
  if (known === undefined || refusal === undefined) return undefined;
  return t("approvals.overtaken", { because: refusalSentence(refusal, known.entity, language, format.money) });
}

/** What is said before it can be approved: of what no operator can take back, and of what is not one person's to decide anywhere. */
function graveOf(event: string, follows: Values, way: Way): string | undefined {
  const known = declaredAs(event);
  if (known === undefined) return undefined;
  const { entity, machine, name, declared } = known;
  const isForEver = declared.from.every((state) => !hasWayBack(machine, declared.to, state));
  if (!isForEver && declared.fourEyes === undefined) return undefined;
  const effects = followsSentence({ entity, event: name, follows }, way);
  return [effects, isForEver && way.t("move.final")].filter(Boolean).join(" ");
}

function declaredAs(event: string) {
  const [entity, name = ""] = event.split(".") as [Entity, string?];
  const machine: AnyMachine | undefined = machines[entity];
  const declared = machine?.events[name];
  return machine && declared && { entity, machine, name, declared };
}
