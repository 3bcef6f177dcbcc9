import "server-only";
import { type SQL, sql } from "drizzle-orm";

const money = (minor: SQL) => sql`trim_scale((${minor})::numeric / 100)::text`;
const named = sql`m.kind || ' ' || m.external_id`;
const ofAccount = sql`card_messages m join accounts a on a.id = m.account_id`;

/** What a processor told, and what came of it in the books: each that they do not bear out. */
export const cardChecks: [what: string, rows: SQL][] = [
  [
    "card of a message",
    sql`select a.code as record, ${named} || ' with ' || d.code as stored, 'a card of the account' as recomputed
      from ${ofAccount} join cards d on d.id = m.card_id where d.account_id <> a.id`,
  ],
  [
    "hold of an authorization",
    sql`select a.code as record, ${named} || ', ' || m.outcome || coalesce(', ' || r.code || ' of ' || ${money(sql`r.amount_minor`)}, '') as stored,
        case m.outcome when 'approved' then 'a request of ' || ${money(sql`m.amount_minor`)} else 'why it was declined' end as recomputed
      from ${ofAccount} left join pre_loans r on r.id = m.pre_loan_id
      where m.kind = 'authorization' and case m.outcome
        when 'approved' then (r.account_id, r.customer_id, r.amount_minor) is distinct from (m.account_id, a.customer_id, m.amount_minor)
        when 'declined' then r.id is not null or m.refusals = '[]' else true end`,
  ],
  [
    "hold above the line",
    sql`select a.code as record, ${money(sql`a.authorized_minor`)} as stored, 'at most ' || ${money(sql`a.credit_line_minor`)} as recomputed
      from accounts a where a.authorized_minor > a.credit_line_minor
      union all select a.code, ${named} || ' of ' || ${money(sql`m.amount_minor`)}, 'at most ' || ${money(sql`a.credit_line_minor`)}
      from ${ofAccount} where m.kind = 'authorization' and m.outcome = 'approved' and m.amount_minor > a.credit_line_minor`,
  ],
  [
    "hold of a reversed authorization",
    // Those of a purchase that were approved before it, of which it released one.
    sql`select a.code as record, ${named} || ', released' as stored, 'a rejected request' as recomputed
      from ${ofAccount} where m.kind = 'reversal' and m.outcome = 'released' and (
        select not bool_or(r.status = 'rejected') from card_messages b join pre_loans r on r.id = b.pre_loan_id
        where b.purchase = m.purchase and b.account_id = m.account_id and b.kind = 'authorization' and b.number < m.number)`,
  ],
  ["credit of a settlement", settlementSql()],
  [
    "origin of an account's credit",
    sql`select k.code as record, count(m.id)::text || ' settlements' as stored, 'a request or one settlement' as recomputed
      from credits k left join card_messages m on m.credit_id = k.id and m.kind = 'settlement'
      where k.account_id is not null group by k.id
      having count(m.id) > 1 or count(m.id) = 0 and not exists (select from pre_loans r where r.credit_id = k.id)`,
  ],
  [
    "credit of a refund",
    sql`select a.code as record, ${named} || coalesce(', ' || k.code, '') as stored, 'the credit of purchase ' || m.purchase as recomputed
      from ${ofAccount} left join credits k on k.id = m.credit_id
      where m.kind = 'refund' and m.outcome = 'booked' and not exists (
        select from card_messages b left join pre_loans r on r.id = b.pre_loan_id
        where b.purchase = m.purchase and b.account_id = m.account_id and b.kind in ('settlement', 'authorization')
          and k.id in (b.credit_id, r.credit_id))`,
  ],
  [
    "message that waits",
    sql`select a.code as record, ${named} || ', waiting' as stored, 'booked or refused' as recomputed from ${ofAccount}
      where m.outcome = 'waiting' and exists (select from card_messages b where b.purchase = m.purchase and b.account_id = m.account_id
        and (b.kind = 'settlement' or b.kind = 'authorization' and m.kind = 'reversal'))`,
  ],
  [
    "credit note of a refund",
    sql`select k.code as record, ${money(sql`n.amount_minor`)} as stored, 'at most the refund of it' as recomputed
      from credit_notes n join credits k on k.id = n.credit_id join card_messages m on m.id = n.message_id
      where (m.kind, m.outcome, m.credit_id) is distinct from ('refund', 'booked', n.credit_id) or n.amount_minor > m.amount_minor
      union all select k.code, ${money(sql`sum(n.amount_minor)`)}, 'at most ' || ${money(sql`k.amount_minor`)}
      from credit_notes n join credits k on k.id = n.credit_id group by k.id having sum(n.amount_minor) > k.amount_minor`,
  ],
];

/** On the card, or on one that took its place; of another amount only where an operator had lent what was authorized. */
function settlementSql(): SQL {
  return sql`with recursive heirs as (
      select distinct card_id as card, card_id as heir from card_messages where kind = 'settlement'
      union select heirs.card, d.id from heirs join cards d on d.replaces_id = heirs.heir)
    select a.code as record, ${named} || ', ' || m.outcome || coalesce(', ' || k.code || ' of ' || ${money(sql`k.amount_minor`)}, '') as stored,
      'a credit of ' || ${money(sql`m.amount_minor`)} || ' with its card' as recomputed
    from ${ofAccount} left join credits k on k.id = m.credit_id left join pre_loans r on r.id = m.pre_loan_id
    where m.kind = 'settlement' and (m.outcome <> 'booked' or k.account_id is distinct from m.account_id
      or not exists (select from heirs where heirs.card = m.card_id and heirs.heir = k.card_id)
      or k.amount_minor not in (m.amount_minor, r.amount_minor)
      or r.id is null and k.amount_minor <> m.amount_minor
      or r.id is not null and (r.status, r.credit_id) is distinct from ('completed', k.id))`;
}
