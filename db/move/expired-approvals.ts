import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { approvals } from "#db/schema/approval";
import { type Deed, type Doer, system } from "#db/write/history";

/** Approvals that a second operator can still decide. */
export const isWaiting = sql`${approvals.status} = 'pending' and ${approvals.expiresAt} > now()`;

/** Approvals that nobody gave in time. */
export const isOver = sql`${approvals.status} = 'pending' and ${approvals.expiresAt} <= now()`;

/** Closes those of some approvals that nobody gave in time; the deeds are for the history. */
export async function expireApprovals(tx: Tx, which: SQL): Promise<(Deed & { by: Doer })[]> {
  const { rows } = await tx.execute<{ code: string; event: string; record: string; customer: string | null }>(
    sql`update approvals set status = 'expired' where ${isOver} and ${which}
      returning code, entity || '.' || event as event, record_code as record,
        (select c.code from customers c where c.id = customer_id) as customer`,
  );
  return rows.map(({ code, event, record, customer }) => ({
    ...{ action: "approval.expired", module: "approvals", record, customer },
    details: { approval: code, event },
    by: system,
  }));
}
