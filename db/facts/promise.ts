import "server-only";
import { sql } from "drizzle-orm";
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
  sql`select m.amount_minor as amount, m.due_on::text as "dueOn", p.status as "productStatus",
      (select coalesce(sum(y.amount_minor), 0) from payments y where y.status = 'accepted' and y.created_at >= m.created_at
        and (y.credit_id = m.credit_id or y.account_id = m.account_id)) as paid
    from promises m left join credits k on k.id = m.credit_id left join offers o on o.id = k.offer_id
      left join accounts a on a.id = m.account_id join products p on p.id = coalesce(o.product_id, a.product_id)
    where m.id = ${sql.placeholder("id")}`,
);
