import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client";

/** Adds rows to the history, of which no two are alike. */
export const addRows = (many: number, tx: Tx | typeof db = db) =>
  tx.execute(sql`
    insert into history (subject, email, role, ip, action, module, record, customer, details, sealed)
    select 'ana', 'ana@demo.example', 'business', '10.0.0.7', 'customer.disable', 'customers', 'C-7F3K2M', 'C-7F3K2M',
      jsonb_build_object('n', n, 'said', E'"ñ", \\\\ \n🦜'), '\\xc0ffee'
    from generate_series(1, ${many}::int) as n`);

export const withoutTriggers = sql`alter table history disable trigger user`;
export const withTriggers = sql`alter table history enable trigger user`;

/** Empties the history and takes its head back, as only its owner can. */
export async function beginAgain(): Promise<void> {
  const back = sql`update history_head set rows = 0, last_id = 0, hash = sha256('')`;
  for (const each of [withoutTriggers, sql`truncate history`, back, withTriggers]) await db.execute(each);
}
