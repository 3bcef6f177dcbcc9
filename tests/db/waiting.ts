import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "#db/client";

/** Until somebody waits for a lock in this database; asked outside of any transaction, within which the answer stays the same. */
export async function untilSomebodyWaits(): Promise<void> {
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await db.execute(waiting)).rowCount === 0) await pause(10);
}
