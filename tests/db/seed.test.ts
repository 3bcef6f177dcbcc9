import { asc, count, desc, getTableName, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { tables } from "#db/move/record";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { allocations, paymentParts, payments } from "#db/schema/payment";
import { products } from "#db/schema/product";
import { statusTally } from "#db/schema/status-tally";
import { nationalIdOf } from "#db/seed/national-id";
import { peopleOf } from "#db/seed/people";
import { type Order, type Outcome, seed } from "#db/seed/seed";
import { addDays, type Day } from "#lib/domain/day";
import { entities, machines } from "#lib/domain/machines";

const heard: Parameters<Order["onProgress"]>[] = [];
const invent = (order: Omit<Order, "onProgress">) => seed({ ...order, onProgress: (...progress) => void heard.push(progress) });
const breakOff = () => {
  throw new Error("the power fails");
};
let before: string[];
let broken: unknown;
let afterwards: { made: string[]; customers: number; products: number };
let first: Outcome;

beforeAll(async () => {
  before = await made();
  broken = await seed({ customers: 300, seed: 5, onProgress: breakOff }).catch((error: unknown) => error);
  afterwards = { made: await made(), customers: await db.$count(customers), products: await db.$count(products) };
  first = await invent({ customers: 600 });
});

test("a seed that breaks leaves nothing", () => {
  expect(broken).toMatchObject({ message: "the power fails" });
  expect(afterwards).toEqual({ made: before, customers: 0, products: 0 });
});

test("as many as asked for, told of on the way", async () => {
  expect(first).toEqual({ ok: true });
  expect(await db.$count(customers)).toBe(600);
  expect(heard.slice(0, 3)).toEqual([
    [600, "copy"],
    [600, "index"],
    [600, "vacuum"],
  ]);
});

test("they are the people of the plan, in its order, with all that they owe", async () => {
  const [project] = (
    await db.execute<{ today: Day; until: string }>(sql`select business_date::text as today,
      extract(epoch from business_date::timestamp at time zone time_zone)::bigint * 1000000 as until from projects`)
  ).rows;
  if (project === undefined) throw new Error("no project");
  const stops = [{ on: addDays(project.today, -140), until: null }];
  const plan = { first: 1, rows: 600, seed: 1, today: project.today, until: Number(project.until), stops };
  const planned = [...peopleOf(plan, 0, 600)];
  const people = await db.select({ id: customers.id, number: customers.number }).from(customers).orderBy(customers.number);
  expect(people).toEqual(planned.map(({ customer: { id } }, place) => ({ id, number: BigInt(place + 1) })));
  const owed = await db.select({ id: credits.id, outstanding: credits.outstanding }).from(credits).orderBy(credits.number);
  expect(owed).toEqual(planned.flatMap((each) => each.credits.map(({ id, outstanding }) => ({ id, outstanding }))));
});

test("indexes and constraints are those there were", async () => {
  expect(before).toContainEqual(expect.stringContaining("gin_trgm_ops"));
  expect(before).toContainEqual(expect.stringContaining("FOREIGN KEY (offer_id)"));
  expect(await made()).toEqual(before);
});

describe("a database with customers", () => {
  test("takes more only when told so", async () => {
    expect(await invent({ customers: 10 })).toEqual({ ok: false, because: expect.stringContaining("--add") });
    expect(await db.$count(customers)).toBe(600);
  });

  test("has one catalogue for all of them", async () => {
    const catalogue = await Promise.all([db.$count(products), db.$count(offers)]);
    expect(await invent({ customers: 400, isAddition: true })).toEqual({ ok: true });
    expect(await db.$count(customers)).toBe(1000);
    expect(await Promise.all([db.$count(products), db.$count(offers)])).toEqual(catalogue);
    expect(await made()).toEqual(before);
  });
});

test.each(entities)("the tally counts every %s by status", async (entity) => {
  const told = await db
    .select({ status: statusTally.status, rows: sql<number>`sum(records)::int` })
    .from(statusTally)
    .where(sql`entity = ${entity}`)
    .groupBy(statusTally.status)
    .orderBy(asc(statusTally.status));
  const { [entity]: table } = tables;
  const counted = await db
    .select({ status: table.status, rows: count() })
    .from(table)
    .groupBy(table.status)
    .orderBy(table.status);
  expect(told).toEqual(counted);
  expect(told.map(({ status }) => status)).toEqual(Object.keys(machines[entity].states).toSorted());
});

test("nobody registers after the business date began", async () => {
  const later = await db.execute(sql`
    select from customers, projects
    where greatest(created_at, registered_at, status_changed_at) >= business_date::timestamp at time zone time_zone`);
  expect(later.rowCount).toBe(0);
});

test("an ID that somebody has already refuses them all, without telling whose", async () => {
  const [last] = await db.select({ number: customers.number }).from(customers).orderBy(desc(customers.number)).limit(1);
  const taken = Array.from({ length: 20 }, (_, next) => nationalIdOf("cc", Number(last?.number) + 100 + next));
  await db.insert(customers).values(taken.map((nationalId) => ({ idType: "cc" as const, nationalId })));
  const there = [await db.$count(customers), await db.$count(credits)];

  const outcome = await invent({ customers: 200, isAddition: true });
  expect(outcome).toEqual({ ok: false, because: expect.stringContaining("nothing was added") });
  expect([await db.$count(customers), await db.$count(credits)]).toEqual(there);
  expect(await made()).toEqual(before);
});

/** Every index and constraint of the tables that get most of the rows. */
async function made(): Promise<string[]> {
  const names = sql.join(
    [customers, credits, payments, paymentParts, allocations].map((table) => sql`${getTableName(table)}::regclass`),
    sql`, `,
  );
  const { rows } = await db.execute<{ definition: string }>(sql`
    select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid in (${names})
    union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where conrelid in (${names}) and contype <> 'n' and convalidated
    order by 1`);
  return rows.map(({ definition }) => definition);
}
