import "server-only";
import { sql } from "drizzle-orm";
import { pool } from "#db/client";

/** Held by the one process that closes days. */
const closersLock = 8_254_011;

/** The right to close days, on a connection of its own; `lost` says that the connection broke, and the right with it. */
export type Turn = { lost: AbortSignal; end: () => Promise<void> };

/** Takes the right to close days; undefined while another process has it. */
export async function takeTurn(): Promise<Turn | undefined> {
  const lost = new AbortController();
  const client = await pool.connect();
  const breaks = () => lost.abort(new Error("the connection that holds the right to close days broke"));
  for (const event of ["error", "end"] as const) client.once(event, breaks);
  const end = async () => {
    for (const event of ["error", "end"] as const) client.removeListener(event, breaks);
    const isBroken = await client.query("commit").then(
      () => false,
      () => true,
    );
    client.release(isBroken);
  };
  try {
    // In a transaction, for behind a pooler only that stays with one session.
    await client.query("begin; set local idle_in_transaction_session_timeout = 0");
    const { rows } = await client.query("select pg_try_advisory_xact_lock($1) as taken", [closersLock]);
    if (rows[0]?.taken === true) return { lost: lost.signal, end };
  } catch (error) {
    await end();
    throw error;
  }
  await end();
  return undefined;
}

/** Whether a process holds the right to close days. */
export const isTurnTaken = sql<boolean>`exists (select from pg_locks where locktype = 'advisory' and granted
  and classid = 0 and objid = ${closersLock} and objsubid = 1 and database = (select oid from pg_database where datname = current_database()))`;
