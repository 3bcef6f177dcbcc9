import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { FlagKind } from "#lib/domain/card-message";

const seen = (name: string) => sql`substr(f.seen ->> ${sql.raw(`'${name}'`)}, 7)::bigint`;
const refundOf = sql`from card_messages m where m.credit_id = f.credit_id and m.kind = 'refund' and m.outcome = 'booked'
  and m.amount_minor = ${seen("amount")}`;
const authorizationOf = (settlement: string) => sql`from card_messages b where b.kind = 'authorization'
  and (b.purchase, b.account_id) = (${sql.raw(settlement)}.purchase, ${sql.raw(settlement)}.account_id)`;

/** What has to be so for each flag `f` to say what is so. */
const grounds: Record<FlagKind, SQL> = {
  // What explains it may come later: then the system takes it back, if nobody has yet.
  no_authorization: sql`exists (select from card_messages m where m.credit_id = f.credit_id and m.kind = 'settlement' and m.pre_loan_id is null
    and case when f.resolved_at is null then not exists (select ${authorizationOf("m")} and b.number > m.number)
      when f.resolved_email = 'system' then exists (select ${authorizationOf("m")} and b.number > m.number) else true end)`,
  amount_differs: sql`exists (select from card_messages m where m.credit_id = f.credit_id and m.kind = 'settlement'
    and m.amount_minor = ${seen("settled")} and m.amount_minor <> ${seen("authorized")}
    and exists (select ${authorizationOf("m")} and b.amount_minor = ${seen("authorized")}))`,
  reversed_late: sql`exists (select from card_messages m where m.credit_id = f.credit_id and m.kind = 'reversal' and m.outcome = 'refused')`,
  refund_above: sql`exists (select ${refundOf} and ${seen("above")} between 1 and m.amount_minor)`,
  refund_of_closed: sql`exists (select ${refundOf} and not exists (select from credit_notes n where n.message_id = m.id))`,
  refund_in_dispute: sql`exists (select ${refundOf}) and exists (select from disputes d where d.credit_id = f.credit_id)`,
};

const settled = sql`card_messages m join credits k on k.id = m.credit_id left join pre_loans r on r.id = m.pre_loan_id`;
const isUnflagged = (kind: FlagKind) =>
  sql`not exists (select from settlement_flags f where f.credit_id = k.id and f.kind = ${sql.raw(`'${kind}'`)})`;

/** Flags of settlements that say what is not so, and those that are missing. */
export const flagChecks: [what: string, rows: SQL][] = [
  [
    "flag of a settlement",
    sql`select k.code as record, f.kind as stored, 'none' as recomputed from settlement_flags f join credits k on k.id = f.credit_id
      where (case f.kind ${sql.join(
        Object.entries(grounds).map(([kind, holds]) => sql`when ${sql.raw(`'${kind}'`)} then ${holds}`),
        sql` `,
      )} end) is not true`,
  ],
  [
    "missing flag of a settlement",
    sql`select k.code as record, 'none' as stored, 'no_authorization' as recomputed from ${settled}
        where m.kind = 'settlement' and m.outcome = 'booked' and r.id is null and ${isUnflagged("no_authorization")}
      union all select k.code, 'none', 'amount_differs' from ${settled}
        where m.kind = 'settlement' and r.amount_minor <> m.amount_minor and ${isUnflagged("amount_differs")}
      union all select k.code, 'none', 'reversed_late' from ${settled}
        where m.kind = 'reversal' and m.outcome = 'refused' and ${isUnflagged("reversed_late")}`,
  ],
];
