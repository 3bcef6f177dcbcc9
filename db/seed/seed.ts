import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { getTableName } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { DatabaseError, type PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { pool } from "#db/client";
import { customers } from "#db/schema/customer";
import { copyText } from "#db/seed/copy-text";
import { withoutIndexes } from "#db/seed/indexes";
import { type Plan, seeded, seededRows } from "#db/seed/rows";

export type Order = {
  customers: number;
  /** Another one makes other people. */
  seed?: number;
  /** Whether they may join customers who are there already. */
  isAddition?: boolean;
  onProgress: (done: number, phase: "copy" | "index" | "vacuum") => void;
};
export type Outcome = { ok: true } | { ok: false; because: string };

/** Adds invented customers, all or none, up to the project's business date. */
export async function seed(order: Order): Promise<Outcome> {
  const client = await pool.connect();
  try {
    const outcome = await drizzle(client).transaction(() => fill(client, order));
    if (!outcome.ok) return outcome;
    order.onProgress(order.customers, "vacuum");
    await client.query(`VACUUM (ANALYZE) ${table}`);
    return outcome;
  } catch (error) {
    if (!isTaken(error)) throw error;
    return { ok: false, because: "An invented national ID or external ID is somebody's already: nothing was added." };
  } finally {
    client.release();
  }
}

const table = getTableName(customers);

async function fill(client: PoolClient, { customers: rows, seed = 1, isAddition = false, onProgress }: Order): Promise<Outcome> {
  await client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  const { first, until } = await situation(client);
  if (first > 1 && !isAddition) return { ok: false, because: "The database has customers already: say --add to add more." };

  await client.query("SET LOCAL maintenance_work_mem = '256MB'");
  await client.query("SET LOCAL max_parallel_maintenance_workers = 2");
  await client.query(`ALTER TABLE ${table} ALTER COLUMN ${customers.number.name} RESTART WITH ${first}`);
  const copy = () => copyRows(client, { first, rows, seed, until }, (done) => onProgress(done, "copy"));
  await withoutIndexes(client, table, copy, () => onProgress(rows, "index"));
  return { ok: true };
}

const isTaken = (error: unknown) => error instanceof DatabaseError && error.code === "23505";

async function situation(client: PoolClient): Promise<{ first: number; until: number }> {
  const { rows } = await client.query<{ first: string; until: string }>(`
    SELECT (SELECT coalesce(max(number), 0) + 1 FROM ${table}) AS first,
      (extract(epoch FROM business_date::timestamp AT TIME ZONE time_zone) * 1000000)::bigint AS until
    FROM projects`);
  if (rows[0] === undefined) throw new Error("the database has no project: is it migrated?");
  return { first: Number(rows[0].first), until: Number(rows[0].until) };
}

/** So many rows to a statement: the tally's trigger holds them in memory until the statement ends. */
const batch = 50_000;

async function copyRows(client: PoolClient, plan: Plan, onProgress: (done: number) => void) {
  await client.query("SET LOCAL work_mem = '64MB'");
  const columns = seeded.map((field) => customers[field].name).join(", ");
  for (let done = 0; done < plan.rows; ) {
    const end = Math.min(done + batch, plan.rows);
    const text = copyText(seededRows(plan, done, end), seeded);
    await pipeline(Readable.from(text), client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)));
    done = end;
    onProgress(done);
  }
}
