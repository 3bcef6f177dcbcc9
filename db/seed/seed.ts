import "server-only";
import { setImmediate } from "node:timers/promises";
import { eq, getTableName } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { DatabaseError, type PoolClient } from "pg";
import { pool, type Tx } from "#db/client";
import { tables } from "#db/move/record";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { allocations, paymentParts, payments } from "#db/schema/payment";
import { productStops, products as productTable } from "#db/schema/product";
import { terms } from "#db/schema/terms";
import { violations } from "#db/schema/violation";
import { products } from "#db/seed/catalogue";
import { catalogueRows } from "#db/seed/catalogue-rows";
import { copy } from "#db/seed/copy";
import { copyLine } from "#db/seed/copy-text";
import { creditFields } from "#db/seed/credit";
import { customerFields } from "#db/seed/customer";
import { withoutIndexes } from "#db/seed/indexes";
import { loansTo } from "#db/seed/loan";
import { allocationFields, partFields, paymentFields } from "#db/seed/payment";
import { type Person, peopleOf } from "#db/seed/people";
import type { Plan } from "#db/seed/plan";
import { addRecords } from "#db/seed/records";
import type { Tale } from "#db/seed/tale";
import { violationFields } from "#db/seed/violation";
import type { Day } from "#lib/domain/day";

export type Order = {
  customers: number;
  /** Another one makes other people. */
  seed?: number;
  /** Whether they may join customers who are there already. */
  isAddition?: boolean;
  onProgress: (done: number, phase: "copy" | "index" | "vacuum") => void;
};
export type Outcome = { ok: true } | { ok: false; because: string };

/** Adds invented customers with what they owe, and a catalogue; all or nothing, up to the project's business date. */
export async function seed(order: Order): Promise<Outcome> {
  const client = await pool.connect();
  try {
    const outcome = await drizzle(client).transaction((tx) => fill(tx, client, order));
    if (!outcome.ok) return outcome;
    order.onProgress(order.customers, "vacuum");
    await client.query(`VACUUM (ANALYZE) ${Object.values(tables).map(getTableName).join(", ")}`);
    return outcome;
  } catch (error) {
    if (!isTaken(error)) throw error;
    return { ok: false, because: "An invented national ID or external ID is somebody's already: nothing was added." };
  } finally {
    client.release();
  }
}

const big = [customers, credits, payments, paymentParts, allocations].map(getTableName);

async function fill(tx: Tx, client: PoolClient, order: Order): Promise<Outcome> {
  const { customers: rows, seed = 1, isAddition = false, onProgress } = order;
  await client.query(`LOCK TABLE ${big.join(", ")} IN ACCESS EXCLUSIVE MODE`);
  const { first, today, until } = await situation(client);
  if (first > 1 && !isAddition) return { ok: false, because: "The database has customers already: say --add to add more." };

  await client.query("SET LOCAL maintenance_work_mem = '256MB'");
  await client.query("SET LOCAL max_parallel_maintenance_workers = 2");
  await goOnCounting(client);
  const catalogue = catalogueRows(today, until);
  await tx.insert(productTable).values(catalogue.products).onConflictDoNothing();
  await tx.insert(offers).values(catalogue.offers).onConflictDoNothing();
  await tx.insert(terms).values(catalogue.terms).onConflictDoNothing();
  // Of a catalogue that was there already, they are what operators made of them.
  await tx.insert(productStops).values(catalogue.stops).onConflictDoNothing();
  const stops = await findStops(tx);
  const plan = { first, rows, seed, today, until, stops };
  const add = () => addPeople(tx, client, plan, (done) => onProgress(done, "copy"));
  await withoutIndexes(client, big, add, () => onProgress(rows, "index"));
  return { ok: true };
}

async function findStops(tx: Tx): Promise<Plan["stops"]> {
  const { express } = products;
  const rows = await tx.select().from(productStops).where(eq(productStops.productId, express.id)).orderBy(productStops.from);
  return rows.map(({ from, until }) => ({ on: from as Day, until: until as Day | null }));
}

const isTaken = (error: unknown) => error instanceof DatabaseError && error.code === "23505";

async function situation(client: PoolClient): Promise<{ first: number; today: Day; until: number }> {
  const { rows } = await client.query<{ first: string; today: Day; until: string }>(`
    SELECT (SELECT coalesce(max(number), 0) + 1 FROM customers) AS first, business_date::text AS today,
      (extract(epoch FROM business_date::timestamp AT TIME ZONE time_zone) * 1000000)::bigint AS until
    FROM projects`);
  if (rows[0] === undefined) throw new Error("the database has no project: is it migrated?");
  return { ...rows[0], first: Number(rows[0].first), until: Number(rows[0].until) };
}

/** Numbers, and with them IDs, go on after the last one, whatever an undone transaction has used up. */
async function goOnCounting(client: PoolClient) {
  for (const table of Object.values(tables).map(getTableName)) {
    const { rows } = await client.query<{ next: string }>(`SELECT coalesce(max(number), 0) + 1 AS next FROM ${table}`);
    await client.query(`ALTER TABLE ${table} ALTER COLUMN number RESTART WITH ${rows[0]?.next}`);
  }
}

/** So many customers to a statement: the tally's trigger holds its rows in memory until the statement ends. */
const batch = 20_000;

async function addPeople(tx: Tx, client: PoolClient, plan: Plan, onProgress: (done: number) => void) {
  await client.query("SET LOCAL work_mem = '64MB'");
  const tales: Tale[] = [];
  const loans = loansTo(plan.today, plan.seed);
  let copying = Promise.resolve();
  for (let done = 0; done < plan.rows; ) {
    const end = Math.min(done + batch, plan.rows);
    // While the database takes in some, the next are invented.
    const lines = await invent(peopleOf(plan, done, end, loans), tales);
    await copying;
    copying = copyAll(client, lines).then(() => onProgress(end));
    copying.catch(() => undefined);
    done = end;
  }
  await copying;
  await addRecords(tx, tales);
}

async function copyAll(client: PoolClient, lines: Lines) {
  await copy(client, customers, customerFields, lines.customers);
  await copy(client, credits, creditFields, lines.credits);
  await copy(client, payments, paymentFields, lines.payments);
  await copy(client, paymentParts, partFields, lines.parts);
  await copy(client, allocations, allocationFields, lines.allocations);
  await copy(client, violations, violationFields, lines.violations);
}

/** Kept as text, which is one thing a row for the garbage collector to look after. */
type Lines = Record<"customers" | "credits" | "payments" | "parts" | "allocations" | "violations", string[]>;

/** After so many people whatever else waits has its turn. */
const stride = 100;

async function invent(people: Iterable<Person>, tales: Tale[]): Promise<Lines> {
  const lines: Lines = { customers: [], credits: [], payments: [], parts: [], allocations: [], violations: [] };
  for (const { customer, credits, lent, violations, tale } of people) {
    for (const credit of credits) lines.credits.push(copyLine(credit, creditFields));
    for (const { payments, parts, allocations } of lent) {
      for (const payment of payments) lines.payments.push(copyLine(payment, paymentFields));
      for (const part of parts) lines.parts.push(copyLine(part, partFields));
      for (const allocation of allocations) lines.allocations.push(copyLine(allocation, allocationFields));
    }
    for (const violation of violations) lines.violations.push(copyLine(violation, violationFields));
    if (tale !== undefined) tales.push(tale);
    lines.customers.push(copyLine(customer, customerFields));
    if (lines.customers.length % stride === 0) await setImmediate();
  }
  return lines;
}
