import "server-only";
import { sql } from "drizzle-orm";
import { db } from "#db/client";
import { openCreditsOf } from "#db/facts/catalogue";
import { isOver } from "#db/move/expired-approvals";
import { tables } from "#db/move/record";
import { isOfEarlierDispute } from "#db/read/dispute";
import { approvals } from "#db/schema/approval";
import { acts } from "#lib/domain/act";
import type { AnyMachine } from "#lib/domain/machine";
import { machines } from "#lib/domain/machines";

/** What the list of approvals has instead of statuses and words. */
export const asked = {
  record: "approval",
  from: approvals,
  id: approvals.id,
  code: approvals.code,
  statuses: [],
  pageSize: 50,
} as const;

/** One past its end is over, whether or not anybody has noted it. */
export const stateSql = sql<string>`case when ${isOver} then 'expired' else ${approvals.status} end`;

export const eventSql = sql<string>`${approvals.entity} || '.' || ${approvals.event}`;

/** What the page words of an approval's event, and of its state. */
export const askedSql = sql`jsonb_build_object('event', ${eventSql}, 'amount', ${approvals.input} ->> 'amount')`;
/** What was said with it, the comment as it is kept. */
export const saidSql = sql`jsonb_build_object('reason', ${approvals.reason}, 'customerId', ${approvals.customerId},
  'comment', encode(${approvals.comment}, 'hex'))`;
/** What its event's form says beforehand, as it is now: see `follows` of the machines. */
const followsSql = sql`case when ${stateSql} <> 'pending' then '{}'
  when ${eventSql} = 'product.deactivate' then jsonb_build_object('credits', ${openCreditsOf(approvals.record)})
  when ${approvals.entity} = 'pre_loan' then (select jsonb_build_object(
      'account', case when r.account_id is null then 'no' else 'yes' end, 'refinances', coalesce(k.code, 'none'))
    from pre_loans r left join credits k on k.id = r.refinances_id where r.id = ${approvals.record})
  else '{}' end`;
/** That of its record as it is now. */
const statusSql = sql`case when ${stateSql} = 'pending' then case ${approvals.entity} ${sql.join(
  Object.entries(tables).map(
    ([entity, { id, status }]) =>
      sql`when ${entity} then (select ${status} from ${status.table} where ${id} = ${approvals.record})`,
  ),
  sql` `,
)} end end`;
export const decisionSql = sql`jsonb_build_object('code', ${approvals.code}, 'event', ${eventSql}, 'state', ${stateSql},
  'status', ${statusSql}, 'isOfEarlierDispute', ${stateSql} = 'pending' and ${isOfEarlierDispute}, 'askedBy', ${approvals.askedBy}, 'expiresAt', ${approvals.expiresAt}, 'decidedEmail', ${approvals.decidedEmail},
  'decidedAt', ${approvals.decidedAt}, 'follows', ${followsSql})`;

/** The events to choose from: all that always need a second operator, and what was ever asked for. */
export async function listAskedEvents(): Promise<string[]> {
  const found = await db.selectDistinct({ event: eventSql }).from(approvals);
  const always = (Object.values(machines) as AnyMachine[]).flatMap(({ entity, events }) =>
    Object.entries(events).flatMap(([event, { fourEyes }]) => (fourEyes === undefined ? [] : [`${entity}.${event}`])),
  );
  return [...new Set([...always, ...Object.keys(acts), ...found.map(({ event }) => event)])];
}
