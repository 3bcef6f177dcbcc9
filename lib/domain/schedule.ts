import type { Day } from "#lib/domain/day";
import { afterGrace, planOf, upfrontFeeOf } from "#lib/domain/schedule/plan";
import type { Terms } from "#lib/domain/terms";

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
  const plan = planOf(terms);
  const interests = afterGrace(plan.interest, terms.graceOnInterest);
  let upfront = upfrontFeeOf(terms);
  let balance = terms.principal;
  return plan.periods.map(({ dueOn, days }, index) => {
    const principal = plan.principal[index] ?? 0n;
    const interest = interests[index] ?? 0n;
    const fees = (plan.fees[index] ?? 0n) + upfront;
    upfront = 0n;
    balance -= principal;
    return { number: index + 1, dueOn, days, principal, interest, fees, payment: principal + interest + fees, balance };
  });
}
