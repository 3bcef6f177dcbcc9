import { addDays, type Day, dayAt, daysBetween } from "#lib/domain/day";

/** Why the days up to one cannot be closed. */
export const closeFaults = ["closed_already", "ahead", "too_many"] as const;
export type CloseFault = (typeof closeFaults)[number];

/** As many days as one run closes. */
const mostDays = 366;

/**
 * What stands against closing the days from the business date up to and including another. The day that it is in the
 * project's zone may be closed, so that the business date is at most a day ahead of the calendar.
 */
export function closeFault(
  through: Day,
  { businessDate, today, mayRunAhead }: { businessDate: Day; today: Day; mayRunAhead: boolean },
): CloseFault | undefined {
  if (through < businessDate) return "closed_already";
  if (through > today && !mayRunAhead) return "ahead";
  return daysBetween(businessDate, through) >= mostDays ? "too_many" : undefined;
}

/** The last of the days whose close is due, by a schedule that closes at a time of day (`18:30`) the days before the day it is. */
export function dueThrough(
  now: Date,
  { businessDate, timeZone }: { businessDate: Day; timeZone: string },
  at: string,
): Day | undefined {
  const yesterday = addDays(dayAt(now, timeZone), -1);
  return timeAt(now, timeZone) >= at && businessDate <= yesterday ? yesterday : undefined;
}

const timeAt = (instant: Date, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
