import { type Instalment, sumOf, unpaidOf } from "#lib/domain/allocation";
import { type Day, daysBetween } from "#lib/domain/day";
import { type Pause, pausedDays } from "#lib/domain/pause";

export type Arrears = { daysPastDue: number; delinquentDays: number; amountPastDue: bigint };
/** Since which due day, and how many of the days from it on are paused. */
export type PastDue = Arrears & { pastDueSince: Day | null; pausedDays: number };

/**
 * What is past due on a business date; the days count from the oldest due day before it with something unpaid, and the
 * delinquent ones stand still on paused days (`stretchesOf`).
 */
export function arrearsOf(
  instalments: readonly Instalment[],
  businessDate: Day,
  { graceDays, stopped }: { graceDays: number; stopped: readonly Pause[] },
): PastDue {
  const overdue = instalments
    .filter(({ dueOn }) => dueOn < businessDate)
    .map((each) => ({ dueOn: each.dueOn, unpaid: sumOf(unpaidOf(each)) }))
    .filter(({ unpaid }) => unpaid > 0n);
  const [oldest] = overdue;
  if (oldest === undefined) return { daysPastDue: 0, delinquentDays: 0, amountPastDue: 0n, pastDueSince: null, pausedDays: 0 };
  const daysPastDue = daysBetween(oldest.dueOn, businessDate);
  const paused = pausedDays(stopped, oldest.dueOn, businessDate);
  return {
    daysPastDue,
    delinquentDays: Math.max(0, daysPastDue - graceDays - paused),
    amountPastDue: overdue.reduce((sum, { unpaid }) => sum + unpaid, 0n),
    pastDueSince: oldest.dueOn,
    pausedDays: paused,
  };
}
