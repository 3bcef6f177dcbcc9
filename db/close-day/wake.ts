import "server-only";
import { sql } from "drizzle-orm";
import { post } from "#db/books/post";
import { db, type Tx, transaction } from "#db/client";
import type { Unfinished } from "#db/close-day/begin";
import { note } from "#db/close-day/note";
import { inBatches, type Step } from "#db/close-day/step";
import { oneOf } from "#db/constraints";
import { openMoving } from "#db/move/open";
import { openCreditStatuses } from "#lib/domain/credit";
import type { Day } from "#lib/domain/day";

/** As many as are listed at a time, and as many of these as are written at a time. */
const [pageSize, batchSize] = [20_000, 250];

/** Replays the credits of which more changes on the new date than that a day is counted, each whole. */
export const wake: Step = async (working) => {
  const { close } = working;
  for (;;) {
    const page = await listWaking(close.date);
    if (page.length === 0) return;
    await inBatches(working, page, batchSize, (ids) => wakeBatch(close, ids));
  }
};

/** Those to be woken on a date. */
export const waking = (date: Day) => sql`wakes_on <= ${date} and ${oneOf("status", openCreditStatuses)}`;

async function listWaking(date: Day): Promise<string[]> {
  // Those of one customer are in one batch but at its ends, and those made together lie together.
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from (select id, customer_id from credits where ${waking(date)} order by wakes_on limit ${pageSize}) as page
      order by customer_id`,
  );
  return rows.map(({ id }) => id);
}

function wakeBatch(close: Unfinished, ids: readonly string[]): Promise<number> {
  return transaction(async (tx) => {
    const own = await lockOwners(tx, ids, close.date);
    const moving = await openMoving(tx, undefined);
    const posted = await post(moving, own);
    if (posted.some(({ wakesOn }) => wakesOn !== null && wakesOn <= close.date)) throw new Error("a credit does not stay awake");
    await Promise.all(moving.writes);
    await note(tx, close, own.length, { replayed: own.length });
    return own.length;
  });
}

/** Locks their customers, in the one order in which everybody does; those that nobody woke meanwhile are left to do. */
async function lockOwners(tx: Tx, ids: readonly string[], date: Day): Promise<string[]> {
  const among = sql`id = any(${sql.param(ids)}::uuid[])`;
  await tx.execute(sql`select from customers where id in (select customer_id from credits where ${among})
    order by id for no key update`);
  const { rows } = await tx.execute<{ id: string }>(sql`select id from credits where ${among} and ${waking(date)}`);
  return rows.map(({ id }) => id);
}
