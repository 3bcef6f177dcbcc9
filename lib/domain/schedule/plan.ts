import { feeOn } from "#lib/domain/charge";
import type { Day } from "#lib/domain/day";
import { rateOver } from "#lib/domain/rate";
import { equalInstalments } from "#lib/domain/schedule/equal-instalments";
import { equalPrincipal } from "#lib/domain/schedule/equal-principal";
import { flat } from "#lib/domain/schedule/flat";
import { type Period, periodsOf } from "#lib/domain/schedule/period";
import type { Split, SplitMethod } from "#lib/domain/schedule/split";
import type { Method, Terms } from "#lib/domain/terms";

/**
 * What each period bears: its interest before a grace defers it, and the fee of the instalment without the upfront one. Up to
 * the days on which the principal was lowered while it ran, a period bears its part of the interest it had before them.
 */
export type Plan = Split & {
  periods: readonly Period[];
  rates: readonly bigint[];
  fees: bigint[];
  former: ReadonlyMap<number, readonly Former[]>;
};
type Former = { until: Day; interest: bigint };

export function planOf(terms: Terms): Plan {
  const periods = periodsOf(terms);
  const rates = ratesOf(terms, periods);
  const { principal, interest } = splits[terms.method](terms, periods, rates);
  return { periods, rates, principal, interest, fees: feesOn(principal, terms), former: new Map() };
}

export const splits: Record<Method, SplitMethod> = {
  equal_instalments: equalInstalments,
  equal_principal: equalPrincipal,
  flat,
};

export const feesOn = (principal: readonly bigint[], { instalmentFee, rounding }: Terms): bigint[] =>
  principal.map((each) => (instalmentFee === null ? 0n : feeOn(each, instalmentFee, rounding)));

export const upfrontFeeOf = ({ principal, upfrontFee, rounding }: Terms): bigint =>
  upfrontFee === null ? 0n : feeOn(principal, upfrontFee, rounding);

/** The interest of the grace comes on top of the first instalment after it. */
export function afterGrace(interest: readonly bigint[], grace: number): readonly bigint[] {
  if (grace === 0) return interest;
  const deferred = interest.slice(0, grace).reduce((sum, each) => sum + each, 0n);
  return interest.map((own, index) => (index < grace ? 0n : index === grace ? own + deferred : own));
}

function ratesOf({ annualRate, rateKind }: Terms, periods: readonly Period[]): bigint[] {
  const known = new Map<number, bigint>();
  return periods.map(({ ticks }) => {
    const rate = known.get(ticks) ?? rateOver(ticks, annualRate, rateKind);
    known.set(ticks, rate);
    return rate;
  });
}
