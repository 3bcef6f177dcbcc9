import { type Day, daysBetween } from "#lib/domain/day";
import { divide, type Rounding } from "#lib/domain/money";
import { type Pause, pausedDays } from "#lib/domain/pause";
import type { Period } from "#lib/domain/schedule/period";
import type { Plan } from "#lib/domain/schedule/plan";

/** The plan without the interest and the fees of the days that are stopped. */
export function waived(plan: Plan, stopped: readonly Pause[], rounding: Rounding): Plan {
  if (stopped.length === 0) return plan;
  const charged = (amount: bigint, place: number) => {
    const period = plan.periods[place];
    return period === undefined ? amount : accruedOf(amount, period, { to: period.dueOn, stopped, rounding });
  };
  return { ...plan, interest: plan.interest.map(charged), fees: plan.fees.map(charged) };
}

/** Of what a period bears, the part of its calendar days before a day that are not stopped, rounded once. */
export function accruedOf(
  amount: bigint,
  { from, dueOn, days }: Period,
  { to, stopped, rounding }: { to: Day; stopped: readonly Pause[]; rounding: Rounding },
): bigint {
  const end = to < dueOn ? to : dueOn;
  if (end <= from) return to < dueOn ? 0n : amount;
  const counted = daysBetween(from, end) - pausedDays(stopped, from, end);
  return counted === days ? amount : divide(amount * BigInt(counted), BigInt(days), rounding);
}
