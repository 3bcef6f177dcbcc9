import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, transaction } from "#db/client";
import { age } from "#db/close-day/age";
import { noteExpired } from "#db/close-day/approvals";
import { type Asked, beginClose, type Unfinished } from "#db/close-day/begin";
import { followAll } from "#db/close-day/consequences";
import { closeCycles } from "#db/close-day/cycles";
import { countLeft } from "#db/close-day/left";
import { rejectExpired } from "#db/close-day/requests";
import type { Step } from "#db/close-day/step";
import { takeTurn } from "#db/close-day/turn";
import { wake } from "#db/close-day/wake";
import { findSight } from "#db/read/rules";
import { type CloseCounts, dayCloses } from "#db/schema/day-close";
import { type Doer, record } from "#db/write/history";
import type { Day } from "#lib/domain/day";
import type { CloseFault } from "#lib/domain/day-close";

type Closed = { day: Day; counts: CloseCounts };
/** The days that were closed, and what kept the others from it: another process, the calendar, or being told to stop. */
export type Closing = { closed: Closed[]; because?: CloseFault | "running" | "stopped" };
type CloseProgress = { day: Day; done: number; of: number };

type By = Pick<Doer, "subject" | "email">;
type Run = Asked & { by: By; stopping: AbortSignal } & Partial<Hearing>;
type Hearing = { onProgress: (progress: CloseProgress) => void; onClosed: (closed: Closed) => void };

/** Each as of the new business date. The order is that of the rules: what a later step asks, an earlier one has made true. */
const steps: readonly Step[] = [wake, age, closeCycles, rejectExpired, noteExpired, followAll];

/**
 * Closes the day of the business date, or one after the other all days up to one; first of all a close that was interrupted.
 * Each step is made of batches that are whole, and of which it finds out itself what is left: run again it comes to the same.
 */
export async function closeDays({ by, stopping, onProgress = quiet, onClosed = quiet, ...asked }: Run): Promise<Closing> {
  const turn = await takeTurn();
  if (turn === undefined) return { closed: [], because: "running" };
  const closed: Closed[] = [];
  try {
    do {
      stopping.throwIfAborted();
      const begun = await beginClose(asked, by);
      if (!begun.ok) return { closed, because: begun.fault };
      const one = await closeOne(begun.close, AbortSignal.any([stopping, turn.lost]), onProgress);
      closed.push(one);
      onClosed(one);
    } while (asked.through !== undefined && (closed.at(-1)?.day ?? "") < asked.through);
    return { closed };
  } catch (error) {
    if (stopping.aborted && !turn.lost.aborted && error === stopping.reason) return { closed, because: "stopped" };
    throw error;
  } finally {
    await turn.end();
  }
}

const quiet = () => undefined;

async function closeOne(
  close: Unfinished,
  stopping: AbortSignal,
  onProgress: (progress: CloseProgress) => void,
): Promise<Closed> {
  let { done } = close;
  const left = await countLeft(close.date, (await findSight(db)).rules);
  const of = Object.values(left).reduce((sum, each) => sum + each, done);
  await db.update(dayCloses).set({ total: of }).where(eq(dayCloses.day, close.day));
  const onBatch = (records: number) => {
    if (records === 0) return;
    done += records;
    onProgress({ day: close.day, done, of: Math.max(of, done) });
  };
  for (const step of steps) await step({ close, stopping, onBatch });
  return { day: close.day, counts: await finish(close) };
}

function finish({ day, subject, email }: Unfinished): Promise<CloseCounts> {
  return transaction(async (tx) => {
    const [row] = await tx
      .update(dayCloses)
      .set({ finishedAt: sql`now()`, total: sql`${dayCloses.done}` })
      .where(and(eq(dayCloses.day, day), isNull(dayCloses.finishedAt)))
      .returning({ counts: dayCloses.counts });
    if (row === undefined) throw new Error(`the close of ${day} was finished by somebody else`);
    const by = { subject, email, role: null, ip: "" };
    await record(tx, by, { action: "day.closed", module: "close-day", details: { day, ...row.counts } });
    return row.counts;
  });
}
