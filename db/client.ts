import "server-only";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";

/** Every database session speaks UTC and ISO; days are cut in the project's zone by whoever asks for days. */
const sessionOptions = "-c timezone=UTC -c datestyle=ISO";

export const pool = new pg.Pool({
  connectionString: process.env["DATABASE_URL"],
  connectionTimeoutMillis: 10_000,
  max: Number(process.env["DATABASE_CONNECTIONS"] ?? 20),
  options: sessionOptions,
  application_name: "cartera",
});
// A lost connection fails whatever waits for it, or is replaced; that it says so besides would end the process.
pool.on("error", () => undefined);
pool.on("connect", (client) => client.on("error", () => undefined));

export const db = drizzle(pool);
export type Db = typeof db;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** Runs work in one transaction, on a connection of its own; what it throws undoes all of it. */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await drizzle(client).transaction((tx) => {
      connections.set(tx, client);
      return work(tx);
    });
  } finally {
    client.release();
  }
}

const connections = new WeakMap<object, pg.PoolClient>();

/** The connection of a transaction begun here; outside of one the pool. */
export const connectionOf = (within: Db | Tx): pg.Pool | pg.PoolClient => connections.get(within) ?? pool;

/** The name of a prepared statement; none behind a pooler that hands each transaction another session. */
export const statementName = (name: string) => (process.env["DATABASE_POOLER"] === "transaction" ? "" : name);
