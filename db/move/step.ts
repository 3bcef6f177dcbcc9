import "server-only";
import { eq } from "drizzle-orm";
import { effects } from "#db/effects";
import { findFacts } from "#db/facts";
import { countActiveCredits } from "#db/move/active-credits";
import { type Given, type Moving, Refused } from "#db/move/moving";
import { type Moved, tables } from "#db/move/record";
import { run } from "#db/question";
import { transitions } from "#db/schema/transition";
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
  const set = await effects[entity]?.[event]?.(moving, record, given);
  const table = tables[entity];
  const changed = { ...set, status: to } as never;
  const made = [
    run(db, db.insert(transitions).values({ entity, record: id, seq: moves + 1, event, from, to })),
    run(db, db.update(table).set(changed).where(eq(table.id, id))),
    ...(entity === "credit" && customerId !== null ? [countActiveCredits(db, customerId)] : []),
  ];
  // Whoever waits for them at the end hears of what failed; until then nobody does.
  for (const each of made) each.catch(() => undefined);
  writes.push(...made);
}
