import { asc, count, desc, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client";
import { customers } from "#db/schema/customer";
import { statusTally } from "#db/schema/status-tally";
import { nationalIdOf } from "#db/seed/national-id";
import { type Order, type Outcome, seed } from "#db/seed/seed";
import { customerStatuses } from "#lib/domain/customer";

const heard: Parameters<Order["onProgress"]>[] = [];
const invent = (order: Omit<Order, "onProgress">) => seed({ ...order, onProgress: (...progress) => void heard.push(progress) });
let before: string[];
let first: Outcome;

beforeAll(async () => {
  before = await indexes();
  first = await invent({ customers: 600 });
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

test("the indexes are those there were", async () => {
  expect(before).toContainEqual(expect.stringContaining("gin_trgm_ops"));
  expect(await indexes()).toEqual(before);
});

test("a database with customers takes more only when told so", async () => {
  expect(await invent({ customers: 10 })).toEqual({ ok: false, because: expect.stringContaining("--add") });
  expect(await db.$count(customers)).toBe(600);

  expect(await invent({ customers: 400, isAddition: true })).toEqual({ ok: true });
  expect(await db.$count(customers)).toBe(1000);
  expect(await indexes()).toEqual(before);
});

test("the tally counts them by status", async () => {
  const told = await db
    .select({ status: statusTally.status, rows: sql<number>`sum(records)::int` })
    .from(statusTally)
    .groupBy(statusTally.status)
    .orderBy(asc(statusTally.status));
  const counted = await db
    .select({ status: customers.status, rows: count() })
    .from(customers)
    .groupBy(customers.status)
    .orderBy(asc(customers.status));
  expect(told).toEqual(counted);
  expect(told.map(({ status }) => status)).toEqual(customerStatuses.toSorted());
});

test("nobody registers after the business date began", async () => {
  const later = await db.execute(sql`
    select from customers, projects
    where greatest(created_at, registered_at, status_changed_at) >= business_date::timestamp at time zone time_zone`);
  expect(later.rowCount).toBe(0);
});

test("a seed that breaks leaves nothing, and the next makes the people it would have made", async () => {
  await db.delete(customers);
  await invent({ customers: 300 });
  const people = await everyone();
  await db.delete(customers);

  const broken = seed({
    customers: 300,
    onProgress: () => {
      throw new Error("the power fails");
    },
  });
  await expect(broken).rejects.toThrow("the power fails");
  expect(await db.$count(customers)).toBe(0);
  expect(await indexes()).toEqual(before);

  await invent({ customers: 300 });
  expect(await everyone()).toEqual(people);
});

test("an ID that somebody has already refuses them all, without telling whose", async () => {
  const [last] = await db.select({ number: customers.number }).from(customers).orderBy(desc(customers.number)).limit(1);
  const taken = Array.from({ length: 20 }, (_, next) => nationalIdOf("cc", Number(last?.number) + 100 + next));
  await db.insert(customers).values(taken.map((nationalId) => ({ idType: "cc" as const, nationalId })));
  const there = await db.$count(customers);

  const outcome = await invent({ customers: 200, isAddition: true });
  expect(outcome).toEqual({ ok: false, because: expect.stringContaining("nothing was added") });
  expect(await db.$count(customers)).toBe(there);
  expect(await indexes()).toEqual(before);
});

const everyone = () => db.select().from(customers).orderBy(customers.id);

async function indexes(): Promise<string[]> {
  const { rows } = await db.execute<{ indexdef: string }>(
    sql`select indexdef from pg_indexes where tablename = 'customers' order by 1`,
  );
  return rows.map(({ indexdef }) => indexdef);
}
