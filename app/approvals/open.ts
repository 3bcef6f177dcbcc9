import "server-only";
import { randomUUID } from "node:crypto";
import { answerWith } from "#app/answer";
import { approvalList } from "#app/approvals/list";
import { openDecided } from "#app/decided";
import { openList, type Search, type Wording } from "#app/list";
import { requireActor } from "#app/session";
import { currentWords } from "#app/words";
import { shownComment } from "#db/read/approval";
import { type Asked, commentShown, decisionOf } from "#lib/approvals";
import { can } from "#lib/domain/actor";
import type { Said } from "#lib/list/html/said";
import { labelsOf } from "#lib/list/labels";

/** What was asked for, at an address, for whoever may see it; and what came of the decision that led here. */
export async function openApprovals(search: Search) {
  const [actor, { language, t }] = await Promise.all([requireActor(), currentWords()]);
  if (!can(actor, "approval:read")) {
    answerWith(403);
    return { isAllowed: false, t, language, role: actor.role, needs: "approval:read" } as const;
  }
  const [shown, decided] = await Promise.all([openList(approvalList, search, wordingAt(search)), openDecided(search, "list")]);
  return { isAllowed: true, shown, decided } as const;
}

type Row = Omit<Asked, "isOwn"> & { askedBy: string };
type SaidRow = Record<"reason" | "customerId" | "comment", string | null>;

const wordingAt =
  (search: Search): Wording =>
  ({ actor, ...way }) => {
    const kinds = (["event", "reason"] as const).map((kind) => ({ key: kind, kind, isSortable: false }));
    const { event: labels = {}, reason: reasons = {} } = labelsOf({ columns: kinds }, way.language, way.t);
    const back = backTo(search);
    return {
      event: (value) => {
        const { event, amount } = value as { event: string; amount: string | null };
        const what = labels[event] ?? event;
        return amount === null || amount === "0"
          ? what
          : way.t("approvals.amount", { what, money: way.format.money(BigInt(amount)) });
      },
      reason: async (value) => {
        const { reason, customerId, comment } = value as SaidRow;
        const sealed = comment === null ? null : Buffer.from(comment, "hex");
        const shown = await shownComment(actor, { customerId, comment: sealed });
        const said: Said = { reason: reasons[reason ?? ""] ?? reason ?? "", ...commentShown(shown, way.t) };
        return JSON.stringify(said);
      },
      decision: (value) => {
        const { askedBy, ...asked } = value as Row;
        const shown = { ...asked, isOwn: askedBy === actor.subject };
        return JSON.stringify(decisionOf(shown, actor, { back, key: randomUUID() }, way));
      },
    };
  };

/** This view again, without what came of an earlier decision. */
function backTo({ decided: _decided, approval: _approval, done: _done, why: _why, ...search }: Search): string {
  const pairs = Object.entries(search).flatMap(([key, value]) => [value ?? []].flat().map((each) => [key, each]));
  const address = new URLSearchParams(pairs as [string, string][]).toString();
  return address === "" ? "/approvals" : `/approvals?${address}`;
}
