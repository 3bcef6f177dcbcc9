import { type SQL, sql } from "drizzle-orm";
import { isForAccount } from "#db/books/minimum";

/**
 * What was paid since a row of promises was made: of one of a credit what accepted payments brought it, also those to its
 * account; of one of an account all that was paid to the account and to credits of it. Minor units.
 */
export const paidSince = (promise: SQL): SQL => sql`case when ${promise}.credit_id is not null
  then (select coalesce(sum(y.amount_minor), 0) from payment_parts y join payments m on m.id = y.payment_id
    where y.credit_id = ${promise}.credit_id and m.status = 'accepted' and m.created_at >= ${promise}.created_at)
  else (select coalesce(sum(m.amount_minor), 0) from payments m where m.customer_id = ${promise}.customer_id and m.status = 'accepted'
    and ${isForAccount(sql`m`, sql`${promise}.account_id`)} and m.created_at >= ${promise}.created_at) end`;
