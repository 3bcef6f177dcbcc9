import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { db } from "#db/client";
import { credits } from "#db/schema/credit";
import { allocations } from "#db/schema/payment";
import type { PaidToDate } from "#lib/records";

/** All that a payment covers or ever covered: by credit and instalment, what is in force last. */
export function listAllocations(paymentId: string) {
  const { id, instalment, penalty, fee, interest, principal, supersededAt } = allocations;
  return db
    .select({ id: sql<string>`${id}::text`, code: credits.code, instalment, penalty, fee, interest, principal, supersededAt })
    .from(allocations)
    .innerJoin(credits, eq(credits.id, allocations.creditId))
    .where(eq(allocations.paymentId, paymentId))
    .orderBy(asc(credits.number), asc(instalment), asc(id));
}

type Row = Record<string, unknown> & { code: string; total: string; interest: string; costs: string; principal: string };

/** What all accepted payments have paid of each credit that a payment is for. */
export async function listPaidToDate(paymentId: string): Promise<PaidToDate[]> {
  const { rows } = await db.execute<Row>(
    sql`select k.code, paid.total, covered.interest, covered.costs, covered.principal
      from payment_parts mine join credits k on k.id = mine.credit_id
        cross join lateral (select coalesce(sum(y.amount_minor), 0) as total from payment_parts y join payments m on m.id = y.payment_id
          where y.credit_id = k.id and m.status = 'accepted') paid
        cross join lateral (select coalesce(sum(a.interest_minor), 0) as interest, coalesce(sum(a.penalty_minor + a.fee_minor), 0) as costs,
            coalesce(sum(a.principal_minor), 0) as principal
          from allocations a where a.credit_id = k.id and a.superseded_at is null) covered
      where mine.payment_id = ${paymentId} order by k.number`,
  );
  return rows.map(({ code, total, interest, costs, principal }) => ({
    ...{ code, total: BigInt(total), interest: BigInt(interest), costs: BigInt(costs), principal: BigInt(principal) },
  }));
}
