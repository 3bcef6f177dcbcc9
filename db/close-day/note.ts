import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import type { Unfinished } from "#db/close-day/begin";
import type { Done } from "#db/move/moving";
import { type CloseCounts, dayCloses } from "#db/schema/day-close";

/** Notes that a close has dealt with more records, in the transaction that did and among the last things in it. */
export async function note(tx: Tx, { day }: Unfinished, done: number, counts: CloseCounts): Promise<void> {
  const more = sql`${JSON.stringify(counts)}::jsonb`;
  const summed = sql`(select coalesce(jsonb_object_agg(name, number), '{}') from (
    select name, sum(number::int)::int as number
    from (select * from jsonb_each_text(${dayCloses.counts}) union all select * from jsonb_each_text(${more})) as every (name, number)
    group by name) as sums)`;
  const known = sql`greatest(${dayCloses.total}, ${dayCloses.done} + ${done})`;
  await tx
    .update(dayCloses)
    .set({ done: sql`${dayCloses.done} + ${done}`, total: known, counts: summed })
    .where(eq(dayCloses.day, day));
}

/** The same of moves that were made: how many of each event. */
export function noteMoves(tx: Tx, close: Unfinished, done: readonly Done[]): Promise<void> {
  const counts: Record<string, number> = {};
  for (const { entity, event } of done) counts[`${entity}.${event}`] = (counts[`${entity}.${event}`] ?? 0) + 1;
  return note(tx, close, done.length, counts);
}
