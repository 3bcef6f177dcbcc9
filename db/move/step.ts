import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { effects } from "#db/effects";
import { findFacts } from "#db/facts";
import type { Seen } from "#db/facts/sight";
import { countActiveCredits } from "#db/move/active-credits";
import type { Given, Moving } from "#db/move/moving";
import { type Moved, statusStatement, writeStatus } from "#db/move/record";
import { question } from "#db/question";
import { Refused } from "#db/refused";
import type { CustomerStatus } from "#lib/domain/customer";
import type { AnyMachine } from "#lib/domain/machine";
import { machines } from "#lib/domain/machines";
import { type By, transition } from "#lib/domain/transition";
import { storedValues } from "#lib/history";

/** Asks the machine whether a locked record may make a move, and whether a second operator must approve it. */
export async function judge(moving: Moving, record: Moved, event: string, { said = {}, reason, comment }: Given, by: By) {
  const facts = await findFacts(moving, record, said);
  const machine: AnyMachine = machines[record.entity];
  const saying = { ...(reason !== undefined && { reason }), ...(comment !== undefined && { comment }) };
  const judged = transition(machine, record.status, event, { by, facts, ...saying });
  if (!judged.ok) throw new Refused(judged.refusals);
  return judged;
}

/** Makes a move that was judged: its effects, its transition and the status with them. */
export async function make(moving: Moving, record: Moved, event: string, to: string, given: Given): Promise<void> {
  const { db, done, writes } = moving;
  const { entity, id, code, status: from, moves, customerId, customerCode: customer } = record;
  const { cause } = given;
  done.push({
    entity,
    code,
    customer,
    event,
    from,
    to,
    ...(cause && { cause: { ...cause, values: storedValues(cause.values) } }),
  });
  const { seen } = moving;
  // What an effect writes nobody has seen.
  moving.seen = undefined;
  const effect = effects[entity]?.[event];
  const set = await effect?.(moving, record, given);
  const made = [
    addTransition(db, { entity, id, seq: moves + 1, event, from, to }),
    set === undefined ? writeStatus(db, record, to) : writeWith(db, record, set, to),
    ...(entity === "credit" && customerId !== null ? [countActiveCredits(db, customerId)] : []),
  ];
  // Whoever waits for them at the end hears of what failed; until then nobody does.
  for (const each of made) each.catch(() => undefined);
  writes.push(...made);
  const isPlain = effect === undefined || set !== undefined;
  if (entity === "customer" && seen?.id === id && isPlain) moving.seen = seenAfter(seen, to as CustomerStatus, set ?? {});
}

/** What an effect sets goes with the status, in one statement; of what it sets always alike that is put together once. */
function writeWith(tx: Tx, { entity, id }: Moved, set: Record<string, unknown>, status: string): Promise<number> {
  const write = writes.get(set) ?? statusStatement(entity, set);
  writes.set(set, write);
  return write(tx, { id, status });
}

const writes = new WeakMap<object, ReturnType<typeof statusStatement>>();

const addTransition = question(
  "add_transition",
  sql`insert into transitions (entity, record, seq, event, from_status, to_status)
    values (${sql.placeholder("entity")}, ${sql.placeholder("id")}, ${sql.placeholder("seq")}, ${sql.placeholder("event")},
      ${sql.placeholder("from")}, ${sql.placeholder("to")})`,
);

/** Of what an event of a customer sets with their status only the hold is part of their situation. */
function seenAfter(seen: Seen, status: CustomerStatus, set: Record<string, unknown>): Seen {
  const isHeld = "heldAt" in set ? set["heldAt"] !== null : seen.customer.isHeld;
  return { ...seen, customer: { ...seen.customer, status, isHeld } };
}
