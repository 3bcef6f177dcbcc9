import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client";
import { type Standing, situationAt, standingColumns, standingSql } from "#db/facts/standing";
import type { Done } from "#db/move/moving";
import { moveBatch } from "#db/move/reassess/batch";
import { followOne, listLoose } from "#db/move/reassess/loose-ends";
import { findSight } from "#db/read/rules";
import { customerMovesOf } from "#lib/domain/reassessment";

export type Progress = { done: number; of: number };
/** How many moves of each event were made, by `customer.disable`; and how many customers others kept busy all the while. */
export type Reassessed = { moved: Record<string, number>; left: number };

/** Others wait for a batch while it is written into the history, so that it is not the largest that would do. */
const batchSize = 5_000;
/** While one writes into the history, the other moves. */
const movers = 2;
const tries = 5;

/** What a run is part of: `keep` writes down in a batch's own transaction what it moved, `stopping` ends it between two. */
export type Part = { keep?: (tx: Tx, done: readonly Done[]) => Promise<void>; stopping?: AbortSignal };

/**
 * Makes every move that the rules in force make of anybody, by batches that are whole each: interrupted and run again it
 * comes to the same, and run once more to nothing.
 */
export async function reassess(
  onProgress: (progress: Progress) => void = () => undefined,
  { keep = async () => undefined, stopping }: Part = {},
): Promise<Reassessed> {
  const moved: Record<string, number> = {};
  const count = (done: readonly Done[]) => {
    for (const { entity, event } of done) moved[`${entity}.${event}`] = (moved[`${entity}.${event}`] ?? 0) + 1;
  };
  const loose = await listLoose();
  for (const [at, id] of loose.entries()) {
    stopping?.throwIfAborted();
    count(await followOne(id, keep));
    onProgress({ done: at + 1, of: loose.length });
  }
  let left = await listConcerned();
  for (let turn = 0; left.length > 0 && turn < tries; turn++) {
    if (turn > 0) await pause(500);
    left = await moveAll(
      left,
      async (batch) => {
        stopping?.throwIfAborted();
        const moved = await moveBatch(batch, keep);
        count(moved.done);
        return moved.left;
      },
      onProgress,
    );
  }
  return { moved, left: left.length };
}

async function moveAll(
  ids: readonly string[],
  moveSome: (batch: string[]) => Promise<string[]>,
  onProgress: (progress: Progress) => void,
) {
  const busy: string[] = [];
  let [next, done] = [0, 0];
  const mover = async () => {
    for (let batch = ids.slice(next, next + batchSize); batch.length > 0; batch = ids.slice(next, next + batchSize)) {
      next += batchSize;
      busy.push(...(await moveSome(batch)));
      done += batch.length;
      onProgress({ done, of: ids.length });
    }
  };
  const stop = (error: unknown) => {
    next = ids.length;
    throw error;
  };
  await Promise.all(Array.from({ length: movers }, () => mover().catch(stop)));
  return busy;
}

/** Everybody whom a rule moves as they stand now: a batch of them lies together in the table, and so touches few pages. */
async function listConcerned(): Promise<string[]> {
  const measure = await findSight(db);
  const groups = await db.execute<Standing>(sql`select distinct ${standingColumns} from (${standingSql()}) as standings`);
  const moved = groups.rows.filter((standing) => customerMovesOf(situationAt(measure, standing)).length > 0);
  if (moved.length === 0) return [];
  const found = await db.execute<{ ids: string[] }>(
    sql`select array_agg(id order by number) as ids from (${standingSql()}) as standings
      join jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as moved (status text, "isHeld" boolean, "openViolations" int,
        "openFraud" int, days int, captured int) using (${standingColumns})`,
  );
  return found.rows[0]?.ids ?? [];
}
