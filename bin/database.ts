import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { dataFolder, root } from "#bin/folder";
import { grantTo } from "#bin/grants";
import { usePostgres } from "#bin/postgres";
import { Refusal } from "#bin/refusal";

export type Database = {
  /** The address for the tables' owner, who migrates. */
  url: string;
  /** The address for the app, whose role owns nothing, unless only one address was given. */
  appUrl: string;
  isEmbedded: boolean;
  release: () => Promise<void>;
};

/** Two that migrate at once take turns. */
const migrationLock = 8_254_003;

/** As `reachDatabase`, with the database migrated. */
export function withDatabase<T>(run: (url: string) => Promise<T>, way: Way = {}): Promise<T> {
  return reachDatabase(async ({ url, appUrl }) => {
    await migrateDatabase(url, appUrl);
    return run(url);
  }, way);
}

/** One that ends itself when it is told to is not ended before. */
type Way = { endsItself?: boolean };

/** Runs with the owner's address in DATABASE_URL, so that #db/client, imported from then on, reaches the database as owner. */
export async function reachDatabase<T>(run: (database: Database) => Promise<T>, { endsItself = false }: Way = {}): Promise<T> {
  const database = await openDatabase();
  const { release } = database;
  const interrupted = () => void release().finally(() => process.exit(130));
  if (!endsItself) for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupted);
  try {
    return await run(database);
  } finally {
    const { disconnect } = await import("#db/client");
    await disconnect();
    await release();
  }
}

/** The database named by DATABASE_URL, else the embedded one, which is running until it is released. */
export async function openDatabase(): Promise<Database> {
  const database = givenDatabase() ?? (await embeddedDatabase());
  process.env["DATABASE_URL"] = database.url;
  return database;
}

/** Migrates as the owner, then grants the app's role what it needs; it owns all when both addresses are of one role. */
export async function migrateDatabase(url: string, appUrl = url): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await migrate(drizzle(client), { migrationsFolder: join(root, "db/migrations") });
    const { user: role } = new pg.Client(appUrl);
    if (role !== undefined && role !== client.user) await grantTo(role, client);
  } finally {
    await client.end();
  }
}

function givenDatabase(): Database | undefined {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (appUrl) return { url: ownerUrl || appUrl, appUrl, isEmbedded: false, release: async () => undefined };
  if (ownerUrl) throw new Refusal("DATABASE_OWNER_URL is set, but not DATABASE_URL, the address for the app itself.");
  return undefined;
}

async function embeddedDatabase(): Promise<Database> {
  const { url, appUrl, release } = await usePostgres(dataFolder());
  return { url: url(), appUrl: appUrl(), isEmbedded: true, release };
}
