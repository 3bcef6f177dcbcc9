import { type Day, daysBetween } from "#lib/domain/day";
import type { ScheduleRow } from "#lib/domain/schedule";

/** So many steps halve the whole range to less than a hundredth of a percent. */
const steps = 80;
const mostPerYear = 1e6;

/**
 * What a credit costs a year with interest, fees and interest upon interest, in percent with two decimals: the rate at
 * which its instalments, discounted day by day (365 a year), are worth what was lent. Undefined where no rate does that.
 */
export function effectiveCost(rows: readonly ScheduleRow[], lent: bigint, disbursedOn: Day): string | undefined {
  const flows = rows.map(({ payment, dueOn }) => [Number(payment), daysBetween(disbursedOn, dueOn) / 365] as const);
  const worth = (perYear: number) => flows.reduce((sum, [amount, years]) => sum + amount / (1 + perYear) ** years, 0);
  const principal = Number(lent);
  let [low, high] = [0, mostPerYear];
  if (worth(low) < principal || worth(high) > principal) return undefined;
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2;
    if (worth(middle) > principal) low = middle;
    else high = middle;
  }
  return (high * 100).toFixed(2);
}
