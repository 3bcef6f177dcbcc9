import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { dataFolder, root } from "#bin/folder";
import { usePostgres } from "#bin/postgres";

export type Database = { url: string; isEmbedded: boolean; release: () => Promise<void> };

/** Two that migrate at once take turns. */
const migrationLock = 8_254_003;

/** Runs with a migrated database whose address is in DATABASE_URL, so that #db/client, imported from then on, reaches it. */
export async function withDatabase<T>(run: (url: string) => Promise<T>): Promise<T> {
  const { url, release } = await openDatabase();
  const interrupted = () => void release().finally(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupted);
  try {
    await migrateDatabase(url);
    return await run(url);
  } finally {
    const { pool } = await import("#db/client");
    await pool.end();
    await release();
  }
}

/** The database named by DATABASE_URL, else the embedded one, which is running until it is released. */
export async function openDatabase(): Promise<Database> {
  const given = process.env["DATABASE_URL"];
  if (given) return { url: given, isEmbedded: false, release: async () => undefined };
  const postgres = await usePostgres(dataFolder());
  const url = postgres.url();
  process.env["DATABASE_URL"] = url;
  return { url, isEmbedded: true, release: postgres.release };
}

export async function migrateDatabase(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await migrate(drizzle(client), { migrationsFolder: join(root, "db/migrations") });
  } finally {
    await client.end();
  }
}
