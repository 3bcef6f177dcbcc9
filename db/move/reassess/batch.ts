import "server-only";
import { sql } from "drizzle-orm";
import { type Tx, transaction } from "#db/client";
import { effects } from "#db/effects";
import { type CustomerStanding, situationAt, standingSql } from "#db/facts/standing";
import type { Done, Moving } from "#db/move/moving";
import { openMoving } from "#db/move/open";
import { counted } from "#db/move/record";
import { writeRuleMoves } from "#db/move/write-moves";
import { customers } from "#db/schema/customer";
import { type CustomerMove, customerMovesOf } from "#lib/domain/reassessment";
import { storedValues } from "#lib/history";

/** One move of one customer: their first, or what follows from that. */
type Turn = CustomerMove & { id: string; code: string; moves: number; round: number };

/**
 * Moves those of some customers whom a rule moves, in one transaction and as many statements as there are kinds of moves.
 * Whom somebody else is moving at this moment is left out and told of.
 */
export function moveBatch(
  ids: readonly string[],
  keep: (tx: Tx, done: readonly Done[]) => Promise<void> = async () => undefined,
): Promise<{ done: Done[]; left: string[] }> {
  return transaction(async (tx) => {
    const locked = await lock(tx, ids);
    const moving = await openMoving(tx, undefined);
    // Only now: what they stood by before they were locked may have changed since.
    const { rows: standings } = await tx.execute<CustomerStanding>(standingSql(locked));
    const turns = standings.flatMap((standing) => turnsOf(standing, customerMovesOf(situationAt(moving, standing))));
    // A status changes one step at a time: first everybody's first move, event by event.
    for (const alike of alikeAmong(turns)) await makeAll(moving, alike);
    const done = turns.map(doneBy);
    // Asked here and not at the end, when others already wait for the history.
    await tx.execute(sql`set constraints transitions_are_made immediate`);
    await keep(tx, done);
    await writeRuleMoves(tx, done);
    const taken = new Set(locked);
    return { done, left: ids.filter((id) => !taken.has(id)) };
  });
}

async function lock(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from customers where id = any(${sql.param(ids)}::uuid[]) order by id for no key update skip locked`,
  );
  return rows.map(({ id }) => id);
}

const turnsOf = ({ id, code, moves }: CustomerStanding, follow: CustomerMove[]): Turn[] =>
  follow.map((move, round) => ({ ...move, id, code, moves: moves + round, round }));

function alikeAmong(turns: readonly Turn[]): [Turn, ...Turn[]][] {
  const groups = new Map<string, [Turn, ...Turn[]]>();
  for (const turn of turns) {
    const key = `${turn.round} ${turn.event} ${turn.from}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [turn]);
    else group.push(turn);
  }
  return [...groups.values()].toSorted(([one], [other]) => one.round - other.round);
}

/** The same move of many: their transitions, then the status with what its event sets besides. */
async function makeAll(moving: Moving, alike: [Turn, ...Turn[]]): Promise<void> {
  const [{ id, code, event, from, to, moves, rule, values }] = alike;
  const ids = alike.map((turn) => turn.id);
  const seqs = alike.map((turn) => turn.moves + 1);
  await moving.db.execute(sql`insert into transitions (entity, record, seq, event, from_status, to_status)
    select 'customer', record, seq, ${event}, ${from}, ${to}
    from unnest(${sql.param(ids)}::uuid[], ${sql.param(seqs)}::int[]) as turn (record, seq)`);
  // What a rule's event sets is the same for everybody.
  const record = { entity: "customer", id, code, status: from, moves, customerId: id, customerCode: code } as const;
  const set = await effects.customer?.[event]?.(moving, record, { cause: { rule, values } });
  await moving.db
    .update(customers)
    .set({ ...set, ...counted, status: to })
    .where(sql`${customers.id} = any(${sql.param(ids)}::uuid[])`);
}

const doneBy = ({ code, event, from, to, rule, values }: Turn): Done => ({
  ...{ entity: "customer", code, customer: code, event, from, to },
  cause: { rule, values: storedValues(values) },
});
