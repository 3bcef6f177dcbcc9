import "server-only";
import { sql } from "drizzle-orm";
import type { Shown } from "#lib/records";

/** So many of the records that belong to another one are shown with it. */
export const most = 50;
/** How many there are, beside each of those shown. */
export const total = sql<number>`(count(*) over ())::int`;

/** The rows of a question that asked for the total as well. */
export async function shown<Row extends { total: number }>(
  found: Row[] | PromiseLike<Row[]>,
): Promise<Shown<Omit<Row, "total">>> {
  const rows = await found;
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
