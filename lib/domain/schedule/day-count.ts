import { type Day, dayOfMonth, daysBetween, isLeap, monthOf, yearOf } from "#lib/domain/day";
import { ticksPerYear } from "#lib/domain/rate";
import type { DayCount } from "#lib/domain/terms";

/** The part of a year between two days, in ticks, as the day count has it. */
export const ticksBetween: Record<DayCount, (from: Day, to: Day) => number> = {
  "30/360": (from, to) => thirtyDayMonths(from, to) * (ticksPerYear / 360),
  "actual/365": (from, to) => daysBetween(from, to) * (ticksPerYear / 365),
  "actual/actual": actualActual,
};

/** The European rule (30E/360): a 31st counts as a 30th. */
function thirtyDayMonths(from: Day, to: Day): number {
  const ordinal = (day: Day) => yearOf(day) * 360 + monthOf(day) * 30 + Math.min(dayOfMonth(day), 30);
  return ordinal(to) - ordinal(from);
}

/** A day belongs to the year it is in, and the first day is not counted, but the last: 31 December closes its year. */
function actualActual(from: Day, to: Day): number {
  const lastYear = yearOf(to);
  let ticks = 0;
  let start = from;
  for (let year = yearOf(from); year <= lastYear; year++) {
    const end = year === lastYear ? to : (`${year}-12-31` as Day);
    ticks += daysBetween(start, end) * (ticksPerYear / (isLeap(year) ? 366 : 365));
    start = end;
  }
  return ticks;
}
