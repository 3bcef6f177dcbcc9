import { feeOn } from "#lib/domain/charge";
import type { Day } from "#lib/domain/day";
import { rateOver } from "#lib/domain/rate";
import { equalInstalments } from "#lib/domain/schedule/equal-instalments";
import { equalPrincipal } from "#lib/domain/schedule/equal-principal";
import { flat } from "#lib/domain/schedule/flat";
import { type Period, periodsOf } from "#lib/domain/schedule/period";
import type { SplitMethod } from "#lib/domain/schedule/split";
import type { Method, Terms } from "#lib/domain/terms";

/** Amounts are minor units; the balance is the principal still owed after the instalment. */
export type ScheduleRow = {
  number: number;
  dueOn: Day;
  days: number;
  principal: bigint;
  interest: bigint;
  fees: bigint;
  payment: bigint;
  balance: bigint;
};

/** The instalments of a credit; `termsFault` says beforehand whether the terms have any. */
export function buildSchedule(terms: Terms): ScheduleRow[] {
  const periods = periodsOf(terms);
  const split = splits[terms.method](terms, periods, ratesOf(terms, periods));
  const interests = afterGrace(split.interest, terms.graceOnInterest);
  let balance = terms.principal;
  return periods.map(({ dueOn, days }, index) => {
    const principal = split.principal[index] ?? 0n;
    const interest = interests[index] ?? 0n;
    const fees = terms.instalmentFee === null ? 0n : feeOn(principal, terms.instalmentFee, terms.rounding);
    balance -= principal;
    return { number: index + 1, dueOn, days, principal, interest, fees, payment: principal + interest + fees, balance };
  });
}

const splits: Record<Method, SplitMethod> = {
  equal_instalments: equalInstalments,
  equal_principal: equalPrincipal,
  flat,
};

function ratesOf({ annualRate, rateKind }: Terms, periods: readonly Period[]): bigint[] {
  const known = new Map<number, bigint>();
  return periods.map(({ ticks }) => {
    const rate = known.get(ticks) ?? rateOver(ticks, annualRate, rateKind);
    known.set(ticks, rate);
    return rate;
  });
}

/** The interest of the grace comes on top of the first instalment after it. */
function afterGrace(interest: readonly bigint[], grace: number): readonly bigint[] {
  if (grace === 0) return interest;
  const deferred = interest.slice(0, grace).reduce((sum, each) => sum + each, 0n);
  return interest.map((own, index) => (index < grace ? 0n : index === grace ? own + deferred : own));
}
