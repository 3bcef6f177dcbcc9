import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { contentHash } from "#bin/content-hash";
import { migrateDatabase } from "#bin/database";
import { dataFolder } from "#bin/folder";
import { type Postgres, usePostgres } from "#bin/postgres";

/** One template serves all who test at once. */
const templateLock = 8_254_004;

/** The tests' own cluster: the developer's database is never touched. What it holds may be lost with the power. */
export const useTestCluster = () =>
  usePostgres(join(dataFolder(), "test"), { fsync: "off", full_page_writes: "off", shared_buffers: "128MB" });

/** A migrated, empty database that nobody else uses. */
export async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const cluster = await useTestCluster();
  const name = `test_${randomBytes(6).toString("hex")}`;
  const template = await templateIn(cluster);
  await asSuperuser(cluster, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER cartera`));
  return {
    url: cluster.url(name),
    drop: async () => {
      await asSuperuser(cluster, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
      await cluster.release();
    },
  };
}

/** The database that the migrations of this moment make; made once, then copied. */
export async function templateIn(cluster: Postgres): Promise<string> {
  const name = `template_${contentHash("db/migrations").slice(0, 12)}`;
  await asSuperuser(cluster, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [templateLock]);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return;
    const draft = `draft_${name}`;
    await client.query(`DROP DATABASE IF EXISTS ${draft}`);
    await client.query(`CREATE DATABASE ${draft} OWNER cartera`);
    await migrateDatabase(cluster.url(draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  });
  return name;
}

async function asSuperuser<T>(cluster: Postgres, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(cluster.superuserUrl());
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
