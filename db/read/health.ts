import "server-only";
import { sql } from "drizzle-orm";
import { db } from "#db/client";
import journal from "../migrations/meta/_journal.json";

/** Whether the database answers and holds every migration of this release. */
export async function isReady(): Promise<boolean> {
  const wanted = journal.entries.at(-1)?.when ?? 0;
  const { rows } = await db.execute<{ applied: boolean }>(
    sql`select coalesce(max(created_at) >= ${wanted}, false) as applied from drizzle.__drizzle_migrations`,
  );
  return rows[0]?.applied === true;
}
