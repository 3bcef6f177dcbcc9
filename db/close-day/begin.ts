import "server-only";
import { isNull, sql } from "drizzle-orm";
import { type Tx, transaction } from "#db/client";
import { isTurnTaken } from "#db/close-day/turn";
import { takeDate } from "#db/move/business-date";
import { Refused } from "#db/refused";
import { type CloseCounts, dayCloses } from "#db/schema/day-close";
import { projects } from "#db/schema/project";
import { type Doer, record } from "#db/write/history";
import { writeOnce } from "#db/write/once";
import type { Actor } from "#lib/domain/actor";
import { addDays, type Day } from "#lib/domain/day";
import { type CloseFault, closeFault } from "#lib/domain/day-close";

/** The days to close: up to one of them, or only that of the business date. */
export type Asked = { through?: Day | undefined; mayRunAhead: boolean };
/** A close of a day that is under way; the business date is the next day by now. */
export type Unfinished = { day: Day; date: Day; subject: string; email: string; done: number; counts: CloseCounts };
export type Begun = { ok: true; close: Unfinished } | { ok: false; fault: CloseFault };

/** Takes up the close that is unfinished, else begins that of the business date, by turning it. */
export function beginClose(asked: Asked, by: Pick<Doer, "subject" | "email">): Promise<Begun> {
  return transaction((tx) => takeUp(tx, asked, { role: null, ip: "", ...by }));
}

/** What came of asking for a close: days that a process is to close, or nothing to do, for the form was sent before. */
export type Requested = { ok: true; isNew: boolean } | { ok: false; fault: string };

/** The same for a form; to close the day is then the work of a process. */
export async function requestClose(actor: Actor, asked: Asked, key: string): Promise<Requested> {
  const attempt = { needs: "day:close", module: "close-day" } as const;
  let isNew = false;
  const outcome = await writeOnce(actor, attempt, { key, body: { through: asked.through } }, async (tx) => {
    await lockProject(tx);
    const { rows } = await tx.execute<{ taken: boolean }>(sql`select ${isTurnTaken} as taken`);
    if (rows[0]?.taken === true) throw new Refused([{ rule: "running" }]);
    const begun = await takeUp(tx, asked, actor);
    if (!begun.ok) throw new Refused([{ rule: begun.fault }]);
    isNew = true;
    return { came: {}, deeds: [] };
  });
  return outcome.ok ? { ok: true, isNew } : { ok: false, fault: outcome.refusals[0].rule };
}

async function takeUp(tx: Tx, { through, mayRunAhead }: Asked, by: Doer): Promise<Begun> {
  const { businessDate, today } = await lockProject(tx);
  const taken = { takenUpAt: sql`now()` };
  const [unfinished] = await tx.update(dayCloses).set(taken).where(isNull(dayCloses.finishedAt)).returning();
  if (unfinished !== undefined) return { ok: true, close: { ...unfinished, day: unfinished.day as Day, date: businessDate } };
  const fault = closeFault(through ?? businessDate, { businessDate, today, mayRunAhead });
  if (fault !== undefined) return { ok: false, fault };
  return { ok: true, close: await turn(tx, businessDate, by) };
}

/** Whoever begins or takes up a close comes one after the other. */
async function lockProject(tx: Tx): Promise<{ businessDate: Day; today: Day }> {
  const { rows } = await tx.execute<{ businessDate: Day; today: Day }>(sql`select business_date::text as "businessDate",
    (now() at time zone time_zone)::date::text as today from projects for update`);
  if (rows[0] === undefined) throw new Error("the database has no project: is it migrated?");
  return rows[0];
}

async function turn(tx: Tx, day: Day, by: Doer): Promise<Unfinished> {
  const date = addDays(day, 1);
  const { subject, email } = by;
  await tx.insert(dayCloses).values({ day, subject, email });
  await takeDate(tx);
  await tx.update(projects).set({ businessDate: date });
  await record(tx, by, { action: "day.close", module: "close-day", details: { day } });
  return { day, date, subject, email, done: 0, counts: {} };
}
