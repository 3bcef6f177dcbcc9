import "server-only";
import { sql } from "drizzle-orm";
import { transaction } from "#db/client";
import type { Unfinished } from "#db/close-day/begin";
import { note } from "#db/close-day/note";
import type { Step } from "#db/close-day/step";
import { expireApprovals, isOver } from "#db/move/expired-approvals";
import { record, system } from "#db/write/history";

const batchSize = 500;

/** Notes in the history the approvals that nobody gave in time. Whoever holds one notes it. */
export const noteExpired: Step = async ({ close, stopping, onBatch }) => {
  for (let noted = batchSize; noted === batchSize; onBatch(noted)) {
    stopping.throwIfAborted();
    noted = await noteBatch(close);
  }
};

function noteBatch(close: Unfinished): Promise<number> {
  const next = sql`select id from approvals where ${isOver} order by id limit ${batchSize} for update skip locked`;
  return transaction(async (tx) => {
    const deeds = await expireApprovals(tx, sql`id in (${next})`);
    if (deeds.length === 0) return 0;
    await note(tx, close, deeds.length, { "approval.expired": deeds.length });
    await record(tx, system, ...deeds);
    return deeds.length;
  });
}
