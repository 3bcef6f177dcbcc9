import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { Refused } from "#db/refused";
import { violations } from "#db/schema/violation";
import { type ProfileOutcome, writeProfile } from "#db/write/profile";
import { seal } from "#db/write/seal";
import type { Actor } from "#lib/domain/actor";
import { longestComment } from "#lib/domain/transition";
import type { ViolationRule } from "#lib/domain/violation";

/** "" is the rule of a form that chose none. */
type Violation = { code: string; rule: ViolationRule | ""; isFraud: boolean; comment: string };

/** Records that a customer broke a business rule: while it is open it disables them, one marked as fraud blocks. */
export function recordViolation(actor: Actor, { code, ...said }: Violation, key: string): Promise<ProfileOutcome> {
  const form = { code, did: "violation.recorded", needs: "violation:record", said, key } as const;
  return writeProfile(actor, form, async (tx, { id }) => {
    const { rule, isFraud, comment } = said;
    if (rule === "") throw new Refused([{ rule: "rule_missing" }]);
    if (rule === "other" && comment === "") throw new Refused([{ rule: "comment_missing" }]);
    refuseLong(comment);
    const sealed = comment === "" ? undefined : await seal(tx, id, comment);
    const row = { customerId: id, rule, isFraud, recordedEmail: actor.email, ...(sealed && { comment: sealed }) };
    await tx.insert(violations).values(row);
    return { details: { rule, fraud: isFraud }, sealed: await sealComment(tx, id, comment) };
  });
}

type Resolved = { code: string; violation: string; comment: string };

/** Resolves one that is open: when no other is, and nothing else stands against it, its customer is enabled again. */
export function resolveViolation(actor: Actor, { code, ...said }: Resolved, key: string): Promise<ProfileOutcome> {
  const form = { code, did: "violation.resolved", needs: "violation:record", said, key } as const;
  return writeProfile(actor, form, async (tx, { id }) => {
    const { violation, comment } = said;
    refuseLong(comment);
    const [resolved] = await tx
      .update(violations)
      .set({ resolvedEmail: actor.email, resolvedAt: sql`now()` })
      .where(and(eq(violations.id, violation), eq(violations.customerId, id), isNull(violations.resolvedAt)))
      .returning({ rule: violations.rule });
    if (resolved === undefined) throw new Refused([{ rule: "violation_over" }]);
    return { details: { rule: resolved.rule }, sealed: await sealComment(tx, id, comment) };
  });
}

function refuseLong(comment: string): void {
  if (comment.length > longestComment) throw new Refused([{ rule: "comment_too_long", values: { limit: longestComment } }]);
}

/** As the history keeps the comment of any move. */
const sealComment = async (tx: Tx, id: string, comment: string): Promise<Buffer | undefined> =>
  comment === "" ? undefined : seal(tx, id, JSON.stringify({ comment }));
