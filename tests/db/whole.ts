import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { db } from "#db/client";
import { findMoved } from "#db/move/record";
import { checkHistory } from "#db/read/history-check";
import { transitions } from "#db/schema/transition";
import type { Entity } from "#lib/domain/machines";
import { entriesOf } from "#tests/db/moving";

export type It = [entity: Entity, code: string];

export const times = <T>(count: number, of: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => of(at));

/** Status, count of moves, transitions and history of a record say the same. */
export async function expectWhole([entity, code]: It): Promise<void> {
  const { id, status, moves } = (await findMoved(db, entity, code)) ?? expect.fail(`no ${code}`);
  const made = await db.select().from(transitions).where(eq(transitions.record, id)).orderBy(asc(transitions.seq));
  expect(made.map(({ seq }) => seq)).toEqual(times(moves, (at) => at + 1));
  expect(made.slice(1).map(({ from }) => from)).toEqual(made.slice(0, -1).map(({ to }) => to));
  if (moves > 0) expect(made.at(-1)?.to).toBe(status);
  const entries = (await entriesOf(code)).filter(({ action }) => action.startsWith(`${entity}.`));
  expect(entries.map(({ action, details: { from, to } }) => [action, from, to])).toEqual(
    made.map(({ event, from, to }) => [`${entity}.${event}`, from, to]),
  );
}

export const expectChained = async () => expect((await checkHistory(db, [])).findings).toEqual([]);
