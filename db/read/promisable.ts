import "server-only";
import { sql } from "drizzle-orm";
import { db } from "#db/client";

type Row = Record<string, unknown> & { code: string; entity: "credit" | "account"; outstanding: string };

const most = 100;

/** The credits and accounts of a customer that a promise may be of, with what they owe. */
export async function listPromisable(
  customerId: string,
): Promise<{ code: string; entity: "credit" | "account"; outstanding: bigint }[]> {
  const { rows } = await db.execute<Row>(
    sql`(select code, 'credit' as entity, outstanding_minor as outstanding from credits
        where customer_id = ${customerId} and status = 'active' order by days_past_due desc, number limit ${most})
      union all (select code, 'account', (select coalesce(sum(outstanding_minor), 0) from credits k where k.account_id = a.id)
        from accounts a where customer_id = ${customerId} and status <> 'canceled' order by number limit ${most})`,
  );
  return rows.map(({ outstanding, ...each }) => ({ ...each, outstanding: BigInt(outstanding) }));
}
