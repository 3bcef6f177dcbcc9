import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { statementName, together } from "#db/client";
import { notes } from "#db/schema/note";
import { violations } from "#db/schema/violation";
import { unsealer } from "#db/write/seal";
import { type Actor, can } from "#lib/domain/actor";
import type { ProfileNote, ProfileViolation } from "#lib/profile";
import type { Shown } from "#lib/records";

/** The business rules that a customer broke, the open ones first; what was said of them, to who may see personal data. */
export async function listViolations(actor: Actor, customerId: string, limit: number): Promise<Shown<ProfileViolation>> {
  const found = await askViolations.execute({ customerId, limit });
  const isSealed = found.some(({ comment }) => comment !== null);
  const unseal = isSealed && can(actor, "pii:read") ? await unsealer(together, customerId) : undefined;
  return {
    rows: found.map(({ total: _total, comment, ...violation }) => ({
      ...violation,
      comment: comment === null ? undefined : unseal?.(comment),
      isHidden: comment !== null && unseal === undefined,
    })),
    total: Number(found[0]?.total ?? 0),
  };
}

const askViolations = together
  .select({
    id: violations.id,
    rule: violations.rule,
    isFraud: violations.isFraud,
    comment: violations.comment,
    recordedEmail: violations.recordedEmail,
    recordedAt: violations.recordedAt,
    resolvedEmail: violations.resolvedEmail,
    resolvedAt: violations.resolvedAt,
    total: sql<string>`count(*) over ()`,
  })
  .from(violations)
  .where(eq(violations.customerId, sql.placeholder("customerId")))
  .orderBy(sql`${violations.resolvedAt} is not null`, desc(violations.recordedAt))
  .limit(sql.placeholder("limit"))
  .prepare(statementName("profile_violations"));

/** The notes on a customer, the last first, to who may write them; of one who is erased nothing can be read. */
export async function listNotes(actor: Actor, customerId: string, limit: number): Promise<Shown<ProfileNote> | undefined> {
  if (!can(actor, "note:write")) return undefined;
  const found = await askNotes.execute({ customerId, limit });
  if (found.length === 0) return { rows: [], total: 0 };
  const unseal = await unsealer(together, customerId);
  const rows = found.flatMap(({ id, email, at, words }) => {
    const text = unseal(words);
    return text === undefined ? [] : [{ id, email, at, words: text }];
  });
  return { rows, total: Number(found[0]?.total ?? 0) };
}

const askNotes = together
  .select({ id: notes.id, email: notes.email, at: notes.at, words: notes.words, total: sql<string>`count(*) over ()` })
  .from(notes)
  .where(eq(notes.customerId, sql.placeholder("customerId")))
  .orderBy(desc(notes.at), desc(notes.id))
  .limit(sql.placeholder("limit"))
  .prepare(statementName("profile_notes"));
