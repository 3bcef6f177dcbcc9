import "server-only";
import { sql } from "drizzle-orm";
import { paidSince } from "#db/facts/paid-since";
import type { Sight } from "#db/facts/sight";
import type { Moved } from "#db/move/record";
import { only, question } from "#db/question";
import type { PromiseFacts } from "#lib/domain/promise";

type Row = Pick<PromiseFacts, "dueOn" | "productStatus"> & { amount: string; paid: string };

export async function promiseFacts({ db, businessDate }: Sight, { id }: Moved): Promise<PromiseFacts> {
  const { amount, paid, ...found } = only(await askPromise(db, { id }));
  return { ...found, amountMinor: BigInt(amount), paidMinor: BigInt(paid), businessDate };
}

const askPromise = question<Row>(
  "promise_facts",
  sql`select x.amount_minor as amount, x.due_on::text as "dueOn", p.status as "productStatus",
      ${paidSince(sql`x`)} as paid
    from promises x left join credits k on k.id = x.credit_id left join offers o on o.id = k.offer_id
      left join accounts a on a.id = x.account_id join products p on p.id = coalesce(o.product_id, a.product_id)
    where x.id = ${sql.placeholder("id")}`,
);
