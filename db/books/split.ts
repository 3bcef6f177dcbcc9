import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { credits } from "#db/schema/credit";
import { terms } from "#db/schema/terms";
import { leastOf } from "#lib/domain/money";

/**
 * How an amount paid to an account goes over its credits: the most past due first, then the highest rate, then the oldest;
 * not those in dispute. What none of them owes is left.
 */
export async function splitAmong(
  db: Db | Tx,
  accountId: string,
  amount: bigint,
): Promise<{ parts: { creditId: string; amount: bigint }[]; left: bigint }> {
  const owing = await db
    .select({ id: credits.id, outstanding: credits.outstanding })
    .from(credits)
    .innerJoin(terms, eq(terms.id, credits.termsId))
    .where(and(eq(credits.accountId, accountId), eq(credits.status, "active")))
    .orderBy(desc(credits.daysPastDue), sql`(${terms.settings} ->> 'annualRate')::numeric desc`, asc(credits.number));
  let left = amount;
  const parts = owing.flatMap(({ id: creditId, outstanding }) => {
    const part = leastOf(outstanding, left);
    left -= part;
    return part === 0n ? [] : [{ creditId, amount: part }];
  });
  return { parts, left };
}
