import { type Instalment, sumOf, unpaidOf } from "#lib/domain/allocation";
import { type Day, daysBetween } from "#lib/domain/day";

/** From its first day up to, excluding, its last the delinquent days stand still. */
export type Pause = { on: Day; until: Day };
export type Arrears = { daysPastDue: number; delinquentDays: number; amountPastDue: bigint };

/** What is past due on a business date; the days count from the oldest due day before it with something unpaid. */
export function arrearsOf(
  instalments: readonly Instalment[],
  businessDate: Day,
  { graceDays, pauses }: { graceDays: number; pauses: readonly Pause[] },
): Arrears {
  const overdue = instalments
    .filter(({ dueOn }) => dueOn < businessDate)
    .map((each) => ({ dueOn: each.dueOn, unpaid: sumOf(unpaidOf(each)) }))
    .filter(({ unpaid }) => unpaid > 0n);
  const [oldest] = overdue;
  if (oldest === undefined) return { daysPastDue: 0, delinquentDays: 0, amountPastDue: 0n };
  const daysPastDue = daysBetween(oldest.dueOn, businessDate);
  return {
    daysPastDue,
    delinquentDays: Math.max(0, daysPastDue - graceDays - pausedDays(pauses, oldest.dueOn, businessDate)),
    amountPastDue: overdue.reduce((sum, { unpaid }) => sum + unpaid, 0n),
  };
}

/** How many days between two are paused; a day in two pauses counts once. */
function pausedDays(pauses: readonly Pause[], from: Day, to: Day): number {
  let counted = from;
  let days = 0;
  for (const { on, until } of pauses.toSorted((one, other) => daysBetween(other.on, one.on))) {
    if (on > counted) counted = on;
    const end = until < to ? until : to;
    if (end <= counted) continue;
    days += daysBetween(counted, end);
    counted = end;
  }
  return days;
}
