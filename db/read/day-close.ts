import "server-only";
import { desc, isNull, sql } from "drizzle-orm";
import { db } from "#db/client";
import { countLeft, type Left } from "#db/close-day/left";
import { isTurnTaken } from "#db/close-day/turn";
import { findProject } from "#db/read/project";
import { findSight } from "#db/read/rules";
import { dayCloses } from "#db/schema/day-close";
import { addDays, type Day, dayAt } from "#lib/domain/day";

const most = 14;
/** As long as a process may need to begin. */
const grace = sql`interval '15 seconds'`;
const isRunning = sql<boolean>`${dayCloses.finishedAt} is null and (${isTurnTaken} or ${dayCloses.takenUpAt} > now() - ${grace})`;
const seconds = sql<number | null>`extract(epoch from ${dayCloses.finishedAt} - ${dayCloses.startedAt})::float8`;

export type DayClose = Awaited<ReturnType<typeof listDayCloses>>[number];

/** The last closes, the newest first. */
export async function listDayCloses() {
  const { day, email, startedAt, finishedAt, done, total, counts } = dayCloses;
  return db
    .select({ day, email, startedAt, finishedAt, done, total, counts, isRunning, seconds })
    .from(dayCloses)
    .orderBy(desc(day))
    .limit(most);
}

/** The close that is under way or was interrupted, if one is. */
export async function findUnfinished() {
  const [found] = await db.select({ day: dayCloses.day }).from(dayCloses).where(isNull(dayCloses.finishedAt));
  return found;
}

/** Whether somebody is closing days, be it between two of them. */
export async function isClosing(): Promise<boolean> {
  const { rows } = await db.execute<{ isTaken: boolean }>(sql`select ${isTurnTaken} as "isTaken"`);
  return rows[0]?.isTaken === true;
}

/** Who began the last close. */
export async function findStarter(): Promise<{ subject: string; email: string }> {
  const { subject, email } = dayCloses;
  const [last] = await db.select({ subject, email }).from(dayCloses).orderBy(desc(dayCloses.day)).limit(1);
  if (last === undefined) throw new Error("nobody has begun a close of day");
  return last;
}

/** What the next close would find to do, the consequences left out; and which day it is in the project's zone. */
export async function findComing(): Promise<{ businessDate: Day; today: Day; coming: Left }> {
  const [{ businessDate, rules }, { timeZone }] = await Promise.all([findSight(db), findProject()]);
  const coming = await countLeft(addDays(businessDate, 1), rules);
  return { businessDate, today: dayAt(new Date(), timeZone), coming };
}
