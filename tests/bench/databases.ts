import pg from "pg";
import { dataFolder } from "#bin/folder";
import { type Postgres, usePostgres } from "#bin/postgres";
import { run } from "#tests/bench/process";

export type Seeded = { url: string; customers: number; seedSeconds: number | undefined };

/** The embedded cluster of the bench's own folder, with two databases: the million, and a tenth of it. */
export async function openDatabases() {
  const cluster = await usePostgres(dataFolder());
  const million = await seeded(cluster, "cartera", 1_000_000);
  const tenth = await seeded(cluster, "cartera_tenth", 100_000);
  return { million, tenth, empty: () => emptied(cluster, "cartera_import"), release: cluster.release };
}

async function seeded(cluster: Postgres, name: string, customers: number): Promise<Seeded> {
  const url = cluster.url(name);
  const has = await customersIn(cluster, name);
  if (has === customers) return { url, customers, seedSeconds: undefined };
  console.error(`Seeding ${name} with ${customers} customers…`);
  await emptied(cluster, name);
  const { seconds } = await run("bin/seed.ts", ["--customers", `${customers}`], { DATABASE_URL: url });
  return { url, customers, seedSeconds: seconds };
}

async function emptied(cluster: Postgres, name: string): Promise<string> {
  await asked(cluster.superuserUrl(), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await asked(cluster.superuserUrl(), `CREATE DATABASE ${name} OWNER cartera`);
  return cluster.url(name);
}

async function customersIn(cluster: Postgres, name: string): Promise<number> {
  const [exists] = await asked(cluster.superuserUrl(), `SELECT FROM pg_database WHERE datname = '${name}'`);
  if (exists === undefined) return 0;
  const [table] = await asked(cluster.url(name), "SELECT to_regclass('status_tally') IS NOT NULL AS is_there");
  if (table?.["is_there"] !== true) return 0;
  const [tally] = await asked(
    cluster.url(name),
    "SELECT coalesce(sum(records), 0)::float8 AS records FROM status_tally WHERE entity = 'customer'",
  );
  return Number(tally?.["records"]);
}

async function asked(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
