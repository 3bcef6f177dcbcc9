import "server-only";
import { sql } from "drizzle-orm";
import { db, transaction } from "#db/client";
import type { Unfinished } from "#db/close-day/begin";
import { noteMoves } from "#db/close-day/note";
import { inBatches, type Step } from "#db/close-day/step";
import type { Done } from "#db/move/moving";
import { openMoving } from "#db/move/open";
import { writeRuleMoves } from "#db/move/write-moves";
import { findSight } from "#db/read/rules";
import { type Day, daysBetween } from "#lib/domain/day";
import type { Rules } from "#lib/domain/rules";

const batchSize = 100;

/** Rejects the requests that were pending for longer than the project lets them. */
export const rejectExpired: Step = async (working) => {
  const { close } = working;
  const { rules } = await findSight(db);
  const { rows } = await db.execute<Request>(sql`
    select code, customer_id as "customerId", (created_at at time zone time_zone)::date::text as "createdOn"
    from pre_loans cross join projects where ${expired(close.date, rules)} order by customer_id, number`);
  await inBatches(working, rows, batchSize, (batch) => rejectBatch(close, batch));
};

/** Requests, of one project, that are too old on a date. */
export const expired = (date: Day, { daysToClosePending }: Rules) => sql`status = 'pending'
  and created_at < (${date}::date - ${daysToClosePending}::int)::timestamp at time zone time_zone`;

type Request = { code: string; customerId: string; createdOn: Day };

function rejectBatch(close: Unfinished, batch: readonly Request[]): Promise<number> {
  const owners = batch.map(({ customerId }) => customerId);
  return transaction(async (tx) => {
    await tx.execute(sql`select from customers where id = any(${sql.param(owners)}::uuid[]) order by id for no key update`);
    const moving = await openMoving(tx, undefined);
    const codes = batch.map(({ code }) => code);
    const { rows: pending } = await tx.execute<{ code: string }>(
      sql`select code from pre_loans where code = any(${sql.param(codes)}::text[]) and status = 'pending'`,
    );
    const isPending = new Set(pending.map(({ code }) => code));
    for (const { code, createdOn } of batch) {
      if (!isPending.has(code)) continue;
      const values = { days: daysBetween(createdOn, close.date), limit: moving.rules.daysToClosePending };
      await moving.step("pre_loan", code, "reject", { reason, cause: { rule: "pending_too_long", values } });
    }
    await Promise.all(moving.writes);
    const done: Done[] = moving.done;
    await noteMoves(tx, close, done);
    await writeRuleMoves(tx, done, { reason });
    return done.length;
  });
}

const reason = "expired";
