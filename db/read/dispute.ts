import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import type { Moved } from "#db/move/record";
import { approvals } from "#db/schema/approval";
import { disputes } from "#db/schema/credit";

/** The dispute that is open of a record: of a credit there is one at most, of all else none. */
export async function findOpenDispute(within: Db | Tx, { entity, id }: Moved): Promise<string | undefined> {
  if (entity !== "credit") return undefined;
  const open = and(eq(disputes.creditId, id), isNull(disputes.decidedAt));
  const [found] = await within.select({ id: disputes.id }).from(disputes).where(open);
  return found?.id;
}

/** Whether an approval was asked for in an earlier dispute of its credit than the one that is open. */
export const isOfEarlierDispute = sql<boolean>`exists (select from ${disputes} d where d.credit_id = ${approvals.record}
  and d.decided_at is null and d.id::text <> ${approvals.input} ->> 'dispute')`;
