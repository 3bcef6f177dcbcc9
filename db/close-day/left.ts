import "server-only";
import { sql } from "drizzle-orm";
import { db } from "#db/client";
import { behind } from "#db/close-day/age";
import { closing } from "#db/close-day/cycles";
import { expired } from "#db/close-day/requests";
import { waking } from "#db/close-day/wake";
import { isOver } from "#db/move/expired-approvals";
import { addDays, type Day } from "#lib/domain/day";
import type { Rules } from "#lib/domain/rules";

/** How many records the steps of a close find to do, before what follows from them. */
export type Left = { replayed: number; aged: number; statements: number; rejected: number; expired: number };

/** What is left to do as of a new business date. */
export async function countLeft(date: Day, rules: Rules): Promise<Left> {
  const { rows } = await db.execute<Left>(sql`select
    (select count(*) from credits where ${waking(date)})::int as replayed,
    (select count(*) from credits where ${behind(date)} and (wakes_on > ${date} or wakes_on is null))::int as aged,
    (select count(*) from accounts a join products p on p.id = a.product_id where ${closing(addDays(date, -1))})::int as statements,
    (select count(*) from pre_loans cross join projects where ${expired(date, rules)})::int as rejected,
    (select count(*) from approvals where ${isOver})::int as expired`);
  if (rows[0] === undefined) throw new Error("nothing was counted");
  return rows[0];
}
