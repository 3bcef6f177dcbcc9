import "server-only";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { credits } from "#db/schema/credit";
import { statements } from "#db/schema/statement";
import { terms } from "#db/schema/terms";
import { type Split, splitOver } from "#lib/domain/account-payment";
import type { Day } from "#lib/domain/day";

/** How an amount paid to an account on a day goes over its credits: not those in dispute, nor those that were made later. */
export async function splitAmong(db: Db | Tx, accountId: string, { amount, on }: { amount: bigint; on: Day }): Promise<Split> {
  const lastDue = sql`(select max(${statements.dueOn}) from ${statements} where ${statements.accountId} = ${accountId})`;
  const owing = await db
    .select({
      ...{
        creditId: credits.id,
        daysPastDue: credits.daysPastDue,
        pastDue: credits.amountPastDue,
        outstanding: credits.outstanding,
      },
      billed: sql<bigint>`case when ${credits.nextDueOn} <= ${lastDue} then ${credits.nextDue} else 0 end`.mapWith(BigInt),
    })
    .from(credits)
    .innerJoin(terms, eq(terms.id, credits.termsId))
    .where(and(eq(credits.accountId, accountId), eq(credits.status, "active"), lte(credits.disbursedOn, on)))
    .orderBy(sql`(${terms.settings} ->> 'annualRate')::numeric desc`, asc(credits.number));
  return splitOver(owing, amount);
}
