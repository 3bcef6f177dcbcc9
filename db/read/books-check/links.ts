import "server-only";
import { type SQL, sql } from "drizzle-orm";

const money = (minor: SQL) => sql`trim_scale((${minor})::numeric / 100)::text`;

/** Records that say something of each other: each that another one does not bear out. */
export const linkChecks: [what: string, rows: SQL][] = [
  [
    "parts of a credit's payment",
    sql`select m.code as record, ${money(sql`coalesce(sum(y.amount_minor), 0)`)} as stored, ${money(sql`m.amount_minor`)} as recomputed
      from payments m left join payment_parts y on y.payment_id = m.id where m.credit_id is not null group by m.id
      having coalesce(sum(y.amount_minor) filter (where y.credit_id = m.credit_id), 0) <> m.amount_minor
        or bool_or(y.credit_id <> m.credit_id)`,
  ],
  [
    "parts of an account's payment",
    sql`select m.code as record, ${money(sql`sum(y.amount_minor)`)} as stored, 'at most ' || ${money(sql`m.amount_minor`)} as recomputed
      from payments m join payment_parts y on y.payment_id = m.id join credits k on k.id = y.credit_id
      where m.account_id is not null group by m.id
      having sum(y.amount_minor) > m.amount_minor or bool_or(k.account_id is distinct from m.account_id)`,
  ],
  [
    "customer of a payment",
    sql`select m.code as record, c.code as stored, o.code as recomputed from payments m join customers c on c.id = m.customer_id
      left join credits k on k.id = m.credit_id left join accounts a on a.id = m.account_id
      join customers o on o.id = coalesce(k.customer_id, a.customer_id) where o.id <> c.id`,
  ],
  [
    "superseding allocation",
    sql`select m.code as record, a.id || ' for ' || b.id as stored, 'one later row for a superseded one of its instalment' as recomputed
      from allocations a join allocations b on b.id = a.supersedes_id join payments m on m.id = a.payment_id
      where b.superseded_at is null or b.id >= a.id
        or (a.payment_id, a.credit_id, a.instalment) <> (b.payment_id, b.credit_id, b.instalment)
        or exists (select from allocations other where other.supersedes_id = b.id and other.id <> a.id)`,
  ],
  [
    "payment of a pre-payment",
    sql`select n.code as record, n.status || coalesce(', ' || m.code, '') as stored,
        case when n.status = 'completed' then 'a payment of the same amount' else 'none' end as recomputed
      from pre_payments n left join payments m on m.pre_payment_id = n.id
      where (n.status = 'completed') <> (m.id is not null) or (n.amount_minor, n.customer_id, n.type) <> (m.amount_minor, m.customer_id, m.type)
        or (n.credit_id, n.account_id) is distinct from (m.credit_id, m.account_id) and m.id is not null`,
  ],
  [
    "credit of a request",
    sql`select r.code as record, r.status || coalesce(', ' || k.code, '') as stored,
        case when r.status = 'completed' then 'a credit of what was asked for' else 'none' end as recomputed
      from pre_loans r left join credits k on k.id = r.credit_id
      where (r.status = 'completed') <> (k.id is not null)
        or (r.customer_id, r.offer_id, r.instalments) <> (k.customer_id, k.offer_id, k.instalments)
        -- A purchase may be settled for another amount than it was authorized for.
        or r.account_id is null and r.amount_minor - r.downpayment_minor <> k.amount_minor`,
  ],
];
