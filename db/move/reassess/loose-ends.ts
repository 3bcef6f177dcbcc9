import "server-only";
import { sql } from "drizzle-orm";
import { db, type Tx, transaction } from "#db/client";
import { eventOf, looseEnds } from "#db/facts/loose-end";
import { follow } from "#db/move/follow";
import type { Done } from "#db/move/moving";
import { openMoving } from "#db/move/open";
import { writeRuleMoves } from "#db/move/write-moves";
import { findSight } from "#db/read/rules";

/** The customers of whose credits, promises or accounts a rule moves one. */
export async function listLoose(): Promise<string[]> {
  const found: string[] = [];
  for (const kind of Object.keys(looseEnds) as (keyof typeof looseEnds)[]) found.push(...(await listOf(kind)));
  return [...new Set(found)].toSorted();
}

async function listOf(kind: keyof typeof looseEnds): Promise<string[]> {
  const measure = await findSight(db);
  const { rows } = looseEnds[kind];
  const groups = await db.execute<{ facts: object }>(sql`select distinct facts from (${rows}) as records`);
  const moved = groups.rows.filter(({ facts }) => eventOf(kind, facts, measure) !== undefined);
  if (moved.length === 0) return [];
  const facts = JSON.stringify(moved.map((group) => group.facts));
  const whose = await db.execute<{ id: string }>(
    sql`select distinct customer_id as id from (${rows}) as records
      where facts in (select jsonb_array_elements(${facts}::jsonb))`,
  );
  return whose.rows.map(({ id }) => id);
}

/** Makes all that follows for one customer and what they have, as after any move of theirs. */
export function followOne(
  customerId: string,
  keep: (tx: Tx, done: readonly Done[]) => Promise<void> = async () => undefined,
): Promise<Done[]> {
  return transaction(async (tx) => {
    await tx.execute(sql`select from customers where id = ${customerId} for no key update`);
    const moving = await openMoving(tx, undefined);
    await follow(moving, customerId);
    await keep(tx, moving.done);
    await writeRuleMoves(tx, moving.done);
    return moving.done;
  });
}
