import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { lockMoved } from "#db/move/record";
import { Refused, refuseIf } from "#db/refused";
import { credits } from "#db/schema/credit";
import { settlementFlags } from "#db/schema/settlement";
import { type Added, add } from "#db/write/addition";
import { fault } from "#db/write/card-account";
import { seal } from "#db/write/seal";
import type { Actor } from "#lib/domain/actor";
import { sections } from "#lib/domain/section";
import { longestComment } from "#lib/domain/transition";

/** Resolves what a settlement was marked for, with what the operator found. */
export function resolveFlag(actor: Actor, typed: { credit: string; flag: string; comment: string }, key: string): Promise<Added> {
  const { module, action } = { module: sections.credit, action: "flag.resolved" } as const;
  return add(actor, { needs: "credit:operate", module, said: { did: action, ...typed }, key }, async (tx) => {
    const { credit: code, flag, comment } = typed;
    const credit = await lockMoved(tx, "credit", code);
    if (credit?.customerId == null) throw new Refused([{ rule: "unknown" }]);
    if (comment === "") refuseIf([fault("comment", "comment_missing")]);
    if (comment.length > longestComment) refuseIf([fault("comment", "comment_too_long", { limit: longestComment })]);
    const sealed = await seal(tx, credit.customerId, comment);
    const ofCredit = tx.select({ id: credits.id }).from(credits).where(eq(credits.code, code));
    const [resolved] = await tx
      .update(settlementFlags)
      .set({ resolvedAt: sql`now()`, resolvedEmail: actor.email, ...(sealed && { comment: sealed }) })
      .where(and(eq(settlementFlags.id, flag), eq(settlementFlags.creditId, ofCredit), isNull(settlementFlags.resolvedAt)))
      .returning({ kind: settlementFlags.kind });
    if (resolved === undefined) throw new Refused([{ rule: "flag_over" }]);
    const words = await seal(tx, credit.customerId, JSON.stringify({ comment }));
    const deed = { action, module, record: code, customer: credit.customerCode, details: { flag: resolved.kind }, sealed: words };
    return { code, deed };
  });
}
