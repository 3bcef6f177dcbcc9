import { type AskedComment, commentShown } from "#lib/approvals";
import { type AnyMachine, hasWayBack, isFinal } from "#lib/domain/machine";
import type { Entity } from "#lib/domain/machines";
import type { Offer } from "#lib/domain/transition";
import { followsSentence } from "#lib/follows";
import { actWords } from "#lib/messages/act";
import { type Language, statusWords } from "#lib/messages/catalogue";
import type { EventWords } from "#lib/messages/machine";
import { machineWords } from "#lib/messages/machines";
import { reasonWords } from "#lib/messages/reason";
import { eventRefusal } from "#lib/roles";
import type { Way } from "#lib/way";

/** A possible action of a record: all that its form says and asks. */
export type Act = {
  event: string;
  label: string;
  to: string;
  effects: string | undefined;
  isFinal: boolean;
  /** Said where no action leads back. */
  final: string | undefined;
  needsApproval: boolean;
  isTyped: boolean;
  asks: "amount" | "credit_note" | undefined;
  reasons: { code: string; label: string }[] | undefined;
};
export type ActWords = Record<
  "to" | "reason" | "choose" | "comment" | "amount" | "typed" | "effects" | "final" | "approval" | "submit",
  string
>;

/** One that is not possible, and why; `isAutomatic` are those that no person does. */
export type Obstacle = { event: string; label: string; because: string[]; isAutomatic: boolean };

type Done = { entity: Entity; code: string; event: string; from: string; to: string };
type Asked = Record<"code" | "event" | "askedEmail" | "askedAt" | "expiresAt", string> & {
  reason: string | null;
  amountMinor: bigint | undefined;
  comment: AskedComment | undefined;
};
export type Found = Way & {
  entity: Entity;
  machine: AnyMachine;
  record: { code: string; status: string };
  offers: readonly Offer[];
  pending: readonly Asked[];
  answer: { kind: "moved"; done: Done[] } | { kind: "asked"; approval: string } | undefined;
  /** The ID of the record that the move made, if any. */
  made: string | undefined;
};

/** What a record's page says of its actions, in the language of the page. */
export function wordMoves(found: Found) {
  const { offers, pending } = found;
  return {
    possible: offers.filter(({ refusals }) => refusals.length === 0).map((offer) => actOf(found, offer)),
    obstacles: offers.filter(({ refusals }) => refusals.length > 0).map((offer) => obstacleOf(found, offer)),
    pending: pending.map((asked) => pendingOf(found, asked)),
    result: resultOf(found),
  };
}

function actOf(found: Found, { event, needsApproval, follows }: Offer): Act {
  const { entity, machine, language, t } = found;
  const { to, reasons, asks, isTyped } = declaredIn(machine, event);
  const { label } = eventWords(language, entity, event);
  return {
    ...{ event, label, needsApproval },
    effects: followsSentence({ entity, event, follows }, { t }),
    to: stateLabel(language, entity, to),
    isFinal: isFinal(machine, to),
    final: finalSentence(found, to),
    isTyped: isTyped === true,
    asks: asks?.[0],
    reasons: reasons?.map((code) => ({ code, label: reasonLabel(language, code) })),
  };
}

function finalSentence({ entity, machine, record: { status }, language, t }: Found, to: string): string | undefined {
  if (isFinal(machine, to)) return t("move.final");
  return hasWayBack(machine, to, status) ? undefined : t("move.no_way_back", { state: stateLabel(language, entity, status) });
}

function obstacleOf({ entity, machine, ...way }: Found, { event, refusals }: Offer): Obstacle {
  const { system, label } = eventWords(way.language, entity, event);
  const isAutomatic = declaredIn(machine, event).by.permission === undefined;
  const because = refusals
    .filter(({ rule }) => rule !== "automatic")
    .map((refusal) => eventRefusal(refusal, { entity, event }, way));
  return { event, label, because: isAutomatic && system !== undefined ? [system] : because, isAutomatic };
}

/** What waits for a second operator, with all that the one who asked said. */
function pendingOf(found: Found, asked: Asked) {
  const { language, t, format } = found;
  const { code, askedEmail, reason } = asked;
  const { comment, unseen } = commentShown(asked.comment, t);
  const [at, until] = [asked.askedAt, asked.expiresAt].map((each) => format.moment(new Date(each))) as [string, string];
  const sentences = [
    t("move.pending", { event: askedFor(found, asked), email: askedEmail, at, until }),
    ...(reason === null ? [] : [t("move.pending_reason", { reason: reasonLabel(language, reason) })]),
    ...(unseen === undefined ? [] : [unseen]),
  ];
  return { code, sentence: sentences.join(" "), comment };
}

/** The event, and the amount that is asked for: of nothing, none. */
function askedFor({ entity, language, t, format }: Found, { event, amountMinor = 0n }: Asked): string {
  const acts: Readonly<Record<string, string>> = actWords[language];
  const label = acts[`${entity}.${event}`] ?? eventWords(language, entity, event).label;
  return amountMinor === 0n ? label : t("move.pending_amount", { event: label, money: format.money(amountMinor) });
}

/** What the last form came to: the move, what it made, what followed, and the way back where the machine has one. */
function resultOf({ entity, machine, record, answer, made, language, t, offers }: Found) {
  if (answer === undefined) return undefined;
  if (answer.kind === "asked") return { lines: [t("move.asked", { code: answer.approval })], undo: undefined };
  const [first] = answer.done;
  // What a decision came to that moved nothing is told beside it.
  if (first === undefined) return undefined;
  const lines = cameSentences(answer, made, { language, t });
  const isStill = record.code === first.code && record.status === first.to;
  const back = offers.find(({ event, refusals }) => refusals.length === 0 && leadsBack(machine, event, first));
  const undo =
    isStill && back
      ? { event: back.event, label: t("move.undo", { event: eventWords(language, entity, back.event).label }) }
      : undefined;
  return { lines, undo };
}

/** What a move came to: itself, the record that it made, and what followed from it. */
export function cameSentences(
  { done }: { done: readonly Done[] },
  made: string | undefined,
  { language, t }: Pick<Way, "language" | "t">,
): string[] {
  const [own = [], ...followed] = done.map(({ entity, code, ...each }, index) => {
    const [from, to] = [each.from, each.to].map((state) => stateLabel(language, entity, state)) as [string, string];
    const event = eventWords(language, entity, each.event).label;
    return index === 0 ? t("move.done", { event, from, to }) : t("move.followed", { record: code, event, to });
  });
  return [own, made === undefined ? [] : t("move.made", { record: made }), followed].flat();
}

/** To where it came from, or might have: rules lead on from there. What needs an amount is something new, and undoes nothing. */
function leadsBack(machine: AnyMachine, event: string, { from, to, event: done }: Done): boolean {
  const declared = declaredIn(machine, event);
  return (
    declared.asks === undefined && declared.from.includes(to) && [from, ...declaredIn(machine, done).from].includes(declared.to)
  );
}

function declaredIn(machine: AnyMachine, event: string) {
  const declared = machine.events[event];
  if (declared === undefined) throw new Error(`${machine.entity} has no event ${event}`);
  return declared;
}

function eventWords(language: Language, entity: Entity, event: string): EventWords {
  const words = (machineWords[language][entity].events as Readonly<Record<string, EventWords>>)[event];
  if (words === undefined) throw new Error(`${entity}.${event} has no words`);
  return words;
}

function stateLabel(language: Language, entity: Entity, state: string): string {
  return (statusWords[language][entity] as Readonly<Record<string, { label: string }>>)[state]?.label ?? state;
}

function reasonLabel(language: Language, code: string): string {
  return (reasonWords[language] as Readonly<Record<string, string>>)[code] ?? code;
}
