import { divide } from "#lib/domain/money";
import { one, ticksPerYear } from "#lib/domain/rate";
import { inMultiple } from "#lib/domain/schedule/multiple";
import type { Period } from "#lib/domain/schedule/period";
import { evenly, type SplitMethod } from "#lib/domain/schedule/split";
import type { Terms } from "#lib/domain/terms";

/** Interest of the whole principal over the whole term, and principal, both split evenly. */
export const flat: SplitMethod = (terms, periods, rates) => {
  const { principal, instalments, graceOnPrincipal, rounding } = terms;
  const { numerator, denominator } = termInterest(terms, periods, rates);
  const count = instalments - graceOnPrincipal;
  const interestPart = divide(numerator, denominator * BigInt(instalments), rounding);
  const payment = inMultiple(divide(principal, BigInt(count), rounding) + interestPart, terms);
  const principalPart = payment < interestPart ? 0n : payment - interestPart;
  return {
    principal: [...Array<bigint>(graceOnPrincipal).fill(0n), ...evenly(principal, count, principalPart)],
    interest: evenly(divide(numerator, denominator, rounding), instalments, interestPart),
  };
};

/** Principal × rate × term as a fraction, so that nothing is rounded before it is money. */
function termInterest({ principal, annualRate, rateKind }: Terms, periods: readonly Period[], rates: readonly bigint[]) {
  if (rateKind === "effective") return { numerator: principal * rates.reduce((sum, rate) => sum + rate, 0n), denominator: one };
  const ticks = periods.reduce((sum, period) => sum + period.ticks, 0);
  return { numerator: principal * annualRate * BigInt(ticks), denominator: one * BigInt(ticksPerYear) };
}
