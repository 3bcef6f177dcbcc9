import { type Day, daysBetween, earlierOf } from "#lib/domain/day";
import { divide, type Rounding } from "#lib/domain/money";
import { type Pause, pausedDays } from "#lib/domain/pause";
import { afterGrace, type Plan } from "#lib/domain/schedule/plan";

/** The days that count: those before a day that are not waived. */
export type Counted = { to: Day; waived: readonly Pause[] };

/** Of the interest of a period, the part of its calendar days that count, rounded once. */
export function accruedInterest(plan: Plan, place: number, counted: Counted, rounding: Rounding): bigint {
  const period = plan.periods[place];
  const interest = plan.interest[place] ?? 0n;
  const formers = plan.former.get(place) ?? [];
  if (period === undefined || (counted.to < period.dueOn && counted.to <= period.from)) return 0n;
  if (period.days === 0 || (counted.to >= period.dueOn && formers.length + counted.waived.length === 0)) return interest;
  const { from, dueOn, days } = period;
  let start = from;
  let sum = 0n;
  for (const each of [...formers, { until: dueOn, interest }]) {
    const end = earlierOf(each.until, counted.to);
    if (end <= start) continue;
    sum += each.interest * BigInt(daysBetween(start, end) - pausedDays(counted.waived, start, end));
    start = end;
  }
  return divide(sum, BigInt(days), rounding);
}

/** The interest that each instalment asks for, without that of the waived days. */
export function interestDue(plan: Plan, graceOnInterest: number, waived: readonly Pause[], rounding: Rounding) {
  const own = plan.periods.map(({ dueOn }, place) => accruedInterest(plan, place, { to: dueOn, waived }, rounding));
  return afterGrace(own, graceOnInterest);
}

/** The fee of each instalment, without the part of its period's waived days, rounded once. */
export function feesDue({ fees, periods }: Plan, waived: readonly Pause[], rounding: Rounding): bigint[] {
  return periods.map(({ from, dueOn, days }, place) => {
    const fee = fees[place] ?? 0n;
    const paused = pausedDays(waived, from, dueOn);
    return paused === 0 ? fee : divide(fee * BigInt(days - paused), BigInt(days), rounding);
  });
}
