import "server-only";
import { getTableName, type SQL, sql } from "drizzle-orm";
import { tables } from "#db/move/record";
import { entities } from "#lib/domain/machines";

const money = (minor: SQL) => sql`trim_scale((${minor})::numeric / 100)::text`;

/** Columns that are kept of rows elsewhere: each record of which one is not what those rows come to. */
export const columnChecks: [what: string, rows: SQL][] = [
  [
    "active credits",
    sql`select c.code as record, c.active_credits::text as stored, coalesce(k.credits, 0)::text as recomputed
      from customers c left join (select customer_id, count(*) as credits from credits where status = 'active' group by 1) k
        on k.customer_id = c.id
      where c.active_credits <> coalesce(k.credits, 0)`,
  ],
  ["tally of statuses", tallySql()],
  [
    "account's credit balance",
    // What of payments went to none of its credits, or was freed there by a dispute; what of refunds no credit owed; less what was paid out.
    sql`with moved as (
        select m.account_id, m.amount_minor - (select coalesce(sum(y.amount_minor), 0) from payment_parts y where y.payment_id = m.id) as step
          from payments m where m.account_id is not null and m.status = 'accepted'
        union all select account_id, shortfall_minor from payments where shortfall_minor > 0 and account_id is not null
        union all select r.account_id, r.amount_minor - coalesce(n.amount_minor, 0)
          from card_messages r left join credit_notes n on n.message_id = r.id where r.kind = 'refund' and r.outcome = 'booked'
        union all select account_id, -amount_minor from balance_refunds),
      balances as (select account_id, sum(step) as balance from moved group by 1)
      select a.code as record, ${money(sql`a.credit_balance_minor`)} as stored, ${money(sql`coalesce(b.balance, 0)`)} as recomputed
      from accounts a left join balances b on b.account_id = a.id where a.credit_balance_minor <> coalesce(b.balance, 0)`,
  ],
  ["account's debt", owedSql(sql`a.debt_minor`, sql`status <> 'in_dispute'`)],
  ["what of an account is in dispute", owedSql(sql`a.disputed_minor`, sql`status = 'in_dispute'`)],
  [
    "what is held of an account's line",
    sql`select a.code as record, ${money(sql`a.authorized_minor`)} as stored, ${money(sql`coalesce(r.held, 0)`)} as recomputed
      from accounts a left join (select account_id, sum(amount_minor - downpayment_minor) as held
        from pre_loans where status = 'pending' group by 1) r on r.account_id = a.id
      where a.authorized_minor <> coalesce(r.held, 0)`,
  ],
  [
    "credit note for all of a credit",
    sql`select k.code as record, k.was_noted_whole::text as stored, (not k.was_noted_whole)::text as recomputed from credits k
      where case when k.was_noted_whole then k.closed_by is null or k.closing_note_minor = 0 or ${isPaid(sql`k.id`)}
        else k.closed_by is not null and k.closing_note_minor > 0
          and not exists (select from payment_parts where credit_id = k.id and amount_minor > 0) end`,
  ],
  [
    "delinquency inherited from no other credit",
    sql`select code as record, 'true' as stored, 'false' as recomputed from credits
      where inherits_delinquency and refinances_id is null`,
  ],
];

/** Whether something of a credit is paid. */
function isPaid(creditId: SQL): SQL {
  return sql`exists (select from payment_parts y join payments m on m.id = y.payment_id
    where y.credit_id = ${creditId} and y.amount_minor > 0 and m.status = 'accepted')`;
}

function owedSql(stored: SQL, counted: SQL): SQL {
  return sql`select a.code as record, ${money(stored)} as stored, ${money(sql`coalesce(k.owed, 0)`)} as recomputed
    from accounts a left join (select account_id, sum(outstanding_minor) as owed from credits where ${counted} group by 1) k
      on k.account_id = a.id
    where ${stored} <> coalesce(k.owed, 0)`;
}

/** Of credits for each offer. */
function tallySql(): SQL {
  const counts = entities.map((entity) => {
    const offer = sql.raw(entity === "credit" ? "offer_id" : "null::uuid");
    return sql`select ${sql.raw(`'${entity}'`)} as entity, status, ${offer} as offer_id, count(*) as records
      from ${sql.raw(getTableName(tables[entity]))} group by 2, 3`;
  });
  return sql`with counted as (${sql.join(counts, sql` union all `)}),
    tallied as (select entity, status, offer_id, sum(records) as records from status_tally group by 1, 2, 3)
    select coalesce(counted.entity, tallied.entity) || ' ' || coalesce(counted.status, tallied.status)
        || coalesce(' ' || (select code from offers where id = coalesce(counted.offer_id, tallied.offer_id)), '') as record,
      coalesce(tallied.records, 0)::text as stored, coalesce(counted.records, 0)::text as recomputed
    from counted full join tallied on tallied.entity = counted.entity and tallied.status = counted.status
      and tallied.offer_id is not distinct from counted.offer_id
    where coalesce(tallied.records, 0) <> coalesce(counted.records, 0)`;
}
