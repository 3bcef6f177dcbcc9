import "server-only";
import { Socket } from "node:net";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";

/** Every database session speaks UTC and ISO; days are cut in the project's zone by whoever asks for days. */
const sessionOptions = "-c timezone=UTC -c datestyle=ISO";

const connections = Number(process.env["DATABASE_CONNECTIONS"] ?? 20);
const settings: pg.PoolConfig = {
  connectionString: process.env["DATABASE_URL"],
  connectionTimeoutMillis: 10_000,
  options: sessionOptions,
  application_name: "cartera",
};

export const pool = quiet(new pg.Pool({ ...settings, max: connections }));
/** For what is sent in one go, one question not waiting for another's answer; files, which do wait, are not for these. */
const gathered = quiet(new pg.Pool({ ...settings, max: Math.ceil(connections / 2), pipeline: true, stream: gathering }));

/** A lost connection fails whatever waits for it, or is replaced; that it says so besides would end the process. */
function quiet(made: pg.Pool): pg.Pool {
  made.on("error", () => undefined);
  made.on("connect", (client) => client.on("error", () => undefined));
  return made;
}

/** A connection that sends in one piece what is asked in one turn: every piece calls the system and wakes the database. */
function gathering(): Socket {
  const socket = new Socket();
  const write = socket.write.bind(socket);
  let isGathering = false;
  const send = () => {
    isGathering = false;
    socket.uncork();
  };
  const gather = (...piece: Parameters<typeof write>) => {
    if (!isGathering) {
      isGathering = true;
      socket.cork();
      process.nextTick(send);
    }
    return write(...piece);
  };
  // Connecting gives a socket its own way of writing back.
  return socket.once("connect", () => Object.assign(socket, { write: gather }));
}

export const db = drizzle(pool);
/**
 * For the short questions of one page: those of one turn go to one connection in one piece, and are answered there one
 * after another. A long one would keep the others waiting.
 */
export const together = drizzle({ query: sharing(gathered) } as unknown as pg.Pool);
export type Db = typeof db;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** Asks on a connection that all have in common who ask in the same turn. */
function sharing(pool: pg.Pool) {
  let shared: { connecting: Promise<pg.PoolClient>; askers: number } | undefined;
  const share = () => {
    process.nextTick(() => (shared = undefined));
    return { connecting: pool.connect(), askers: 0 };
  };
  return async (config: pg.QueryConfig, values?: unknown[]) => {
    shared ??= share();
    const own = shared;
    own.askers++;
    const client = await own.connecting;
    try {
      return await client.query(config, values);
    } finally {
      own.askers--;
      if (own.askers === 0) client.release();
    }
  };
}

/** Runs work in one transaction, on a connection of its own; what it throws undoes all of it. */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await gathered.connect();
  let isBroken = false;
  try {
    const tx = drizzle(client) as unknown as Tx;
    // Sent with the first question; what it fails of, that fails of.
    client.query("BEGIN").catch(() => undefined);
    const result = await work(tx);
    const committing = client.query("COMMIT");
    committing.catch(() => undefined);
    // In the order in which they were sent: of several that failed the first is why.
    for (const each of underWay.get(tx) ?? []) await each;
    const { command } = await committing;
    if (command !== "COMMIT") throw new Error("a statement of this transaction had failed, and with it all of them");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => (isBroken = true));
    throw error;
  } finally {
    client.release(isBroken);
  }
}

const underWay = new WeakMap<Tx, Promise<unknown>[]>();

/** Leaves writes to the end of their transaction, which is sent right behind them and fails with whichever of them fails. */
export function leave(tx: Tx, ...writes: Promise<unknown>[]): void {
  // Until then nobody hears of what failed.
  for (const each of writes) each.catch(() => undefined);
  underWay.set(tx, [...(underWay.get(tx) ?? []), ...writes]);
}

type Connected = { session: { client: pg.Pool | pg.PoolClient } };

/** What a query builder sends its statements to: a transaction's connection, outside of one the pool. */
export const connectionOf = (within: Db | Tx): pg.Pool | pg.PoolClient => (within._ as unknown as Connected).session.client;

/** Ends all connections. */
export async function disconnect(): Promise<void> {
  await Promise.all([pool.end(), gathered.end()]);
}

/** The name of a prepared statement; none behind a pooler that hands each transaction another session. */
export const statementName = (name: string) => (process.env["DATABASE_POOLER"] === "transaction" ? "" : name);
