import { divide } from "#lib/domain/money";
import { one, ticksPerYear } from "#lib/domain/rate";
import { inMultiple } from "#lib/domain/schedule/multiple";
import type { Period } from "#lib/domain/schedule/period";
import { evenly, type SplitMethod } from "#lib/domain/schedule/split";
import type { Terms } from "#lib/domain/terms";

/** Interest of the whole principal over the whole term, and principal, both split evenly. */
export const flat: SplitMethod = (terms, periods, rates) => {
  const { interest, part } = flatInterest(terms, periods, rates);
  return { principal: flatPrincipal(terms, part), interest };
};

/** What each instalment bears of interest, and how much that is before the last takes the residue. */
export function flatInterest(terms: Terms, periods: readonly Period[], rates: readonly bigint[]) {
  const { numerator, denominator } = termInterest(terms, periods, rates);
  const part = divide(numerator, denominator * BigInt(terms.instalments), terms.rounding);
  return { interest: evenly(divide(numerator, denominator, terms.rounding), terms.instalments, part), part };
}

export function flatPrincipal(terms: Terms, interestPart: bigint): bigint[] {
  const { principal, instalments, graceOnPrincipal, rounding } = terms;
  const count = instalments - graceOnPrincipal;
  const payment = inMultiple(divide(principal, BigInt(count), rounding) + interestPart, terms);
  const part = payment < interestPart ? 0n : payment - interestPart;
  return [...Array<bigint>(graceOnPrincipal).fill(0n), ...evenly(principal, count, part)];
}

/** Principal × rate × term as a fraction, so that nothing is rounded before it is money. */
function termInterest({ principal, annualRate, rateKind }: Terms, periods: readonly Period[], rates: readonly bigint[]) {
  if (rateKind === "effective") return { numerator: principal * rates.reduce((sum, rate) => sum + rate, 0n), denominator: one };
  const ticks = periods.reduce((sum, period) => sum + period.ticks, 0);
  return { numerator: principal * annualRate * BigInt(ticks), denominator: one * BigInt(ticksPerYear) };
}
