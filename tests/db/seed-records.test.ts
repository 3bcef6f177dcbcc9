import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findFacts } from "#db/facts";
import { findSituation } from "#db/facts/situation";
import { findMoved, tables } from "#db/move/record";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { customerKeys } from "#db/schema/customer-key";
import { history } from "#db/schema/history";
import { notes } from "#db/schema/note";
import { transitions } from "#db/schema/transition";
import { violations } from "#db/schema/violation";
import { unsealer } from "#db/write/seal";
import { consequencesOf } from "#lib/domain/consequences";
import type { AnyMachine } from "#lib/domain/machine";
import { type Entity, entities, machines } from "#lib/domain/machines";
import { defaultRules } from "#lib/domain/rules";
import { offers } from "#lib/domain/transition";
import { seedPeople, today } from "#tests/db/lists";

const sight = { db, rules: defaultRules, businessDate: today };

beforeAll(() => seedPeople(600));

test("no rule has anything to change", async () => {
  const people = await db.select({ id: customers.id }).from(customers);
  const situations = await Promise.all(people.map(({ id }) => findSituation(sight, id)));
  expect(situations.flatMap(consequencesOf)).toEqual([]);
  expect(situations.flatMap((it) => it.promises).length).toBeGreaterThan(5);
});

test("as many credits are active as the customer's count says", async () => {
  const wrong = await db.execute(sql`select from customers c
    where active_credits <> (select count(*) from credits where customer_id = c.id and status = 'active')`);
  expect(wrong.rowCount).toBe(0);
  expect(await db.$count(credits)).toBeGreaterThan(150);
});

test("nothing is told of a past that was not: no moves, no transitions, no history", async () => {
  for (const entity of entities) expect(await db.$count(tables[entity], sql`moves <> 0`)).toBe(0);
  expect([await db.$count(transitions), await db.$count(history)]).toEqual([0, 0]);
});

test("operators' words can be read under the customer's key alone", async () => {
  const kept = [
    ...(await db.select({ id: notes.customerId, sealed: notes.words }).from(notes)),
    ...(await db
      .select({ id: violations.customerId, sealed: violations.comment })
      .from(violations)
      .where(sql`comment is not null`)),
  ];
  expect(kept.length).toBeGreaterThan(20);
  for (const { id, sealed } of kept) expect((await unsealer(db, id))(sealed ?? Buffer.of())).toMatch(/^[A-Z].*\.$/);
  expect(await db.$count(customerKeys)).toBeGreaterThan(10);
});

describe("an operator finds every event possible on some record", () => {
  /** Possible once a violation is resolved, and once what is missing was given. */
  const later: Partial<Record<Entity, string[]>> = { customer: ["unblock", "register"] };

  test.each(entities)("%s", async (entity) => {
    const machine = machines[entity] as unknown as AnyMachine;
    const { [entity]: table } = tables;
    const records = await db.select({ code: table.code }).from(table);
    const possible = new Set<string>();
    for (const { code } of records) for (const event of await possibleFor(entity, code)) possible.add(event);
    const asked = Object.entries(machine.events).filter(([, { by }]) => by.permission !== undefined);
    const expected = asked.map(([event]) => event).filter((event) => !later[entity]?.includes(event));
    expect([...possible].sort()).toEqual(expected.sort());
  });

  async function possibleFor(entity: Entity, code: string): Promise<string[]> {
    const record = await findMoved(db, entity, code);
    if (record === undefined) throw new Error(`no ${entity} ${code}`);
    const by = { kind: "operator", role: "super_admin" } as const;
    const facts = await findFacts(sight, record);
    return offers(machines[entity] as unknown as AnyMachine, record.status, { by, facts }).flatMap(({ event, refusals }) =>
      refusals.length === 0 ? [event] : [],
    );
  }
});

test("of the events that only wait, each waits for what an operator can do", async () => {
  const fraud = await db.execute(sql`select from customers c where status = 'blocked'
    and not exists (select from credits where customer_id = c.id and delinquent_days >= 90)
    and exists (select from violations where customer_id = c.id and is_fraud and resolved_at is null)`);
  expect(fraud.rowCount).toBeGreaterThan(0);
});
