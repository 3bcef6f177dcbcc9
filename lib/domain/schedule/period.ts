import { type Day, daysBetween } from "#lib/domain/day";
import { ticksPerYear } from "#lib/domain/rate";
import { ticksBetween } from "#lib/domain/schedule/day-count";
import { dueOn, hasBrokenStart } from "#lib/domain/schedule/due-day";
import type { Terms, Unit } from "#lib/domain/terms";

/** From one due day to the next: its calendar days, and for interest its part of a year in ticks. */
export type Period = { from: Day; dueOn: Day; days: number; ticks: number };

export function periodsOf(terms: Terms): Period[] {
  const { dayCount, every, unit } = terms;
  const whole = every * (ticksPerYear / periodsPerYear[unit]);
  const isFirstBroken = hasBrokenStart(terms);
  const periods: Period[] = [];
  let from = terms.disbursedOn;
  for (let number = 1; number <= terms.instalments; number++) {
    const to = dueOn(terms, number);
    const isByDays = terms.interest === "daily" || (number === 1 && isFirstBroken);
    periods.push({ from, dueOn: to, days: daysBetween(from, to), ticks: isByDays ? ticksBetween[dayCount](from, to) : whole });
    from = to;
  }
  return periods;
}

const periodsPerYear: Record<Unit, number> = { day: 365, week: 52, month: 12 };
