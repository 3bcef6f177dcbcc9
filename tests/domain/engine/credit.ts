import type { Day } from "#lib/domain/day";
import { writeAmount } from "#lib/domain/money";
import { parseRate } from "#lib/domain/rate";
import { type Replayed, type ReplayRules, replay } from "#lib/domain/replay";
import type { CreditEvent } from "#lib/domain/replay/event";
import { components } from "#lib/domain/rules";
import { buildSchedule } from "#lib/domain/schedule";
import type { Terms } from "#lib/domain/terms";

export const day = (text: string) => text as Day;

export function rate(percent: string): bigint {
  const parsed = parseRate(percent);
  if (parsed === undefined) throw new Error(`${percent} is no rate`);
  return parsed;
}

/** 1,000.00 over six months at 12 % from 1 January 2024, unless said otherwise. */
export const terms = (given: Partial<Terms> = {}): Terms => ({
  principal: 1_000_00n,
  currency: "USD",
  decimals: 2,
  annualRate: rate("12"),
  rateKind: "nominal",
  method: "equal_instalments",
  dayCount: "30/360",
  interest: "per_period",
  instalments: 6,
  every: 1,
  unit: "month",
  disbursedOn: day("2024-01-01"),
  firstDueOn: null,
  graceOnPrincipal: 0,
  graceOnInterest: 0,
  instalmentMultiple: null,
  upfrontFee: null,
  instalmentFee: null,
  lateFee: null,
  lateRate: null,
  monthEnd: "clamp",
  businessDays: false,
  rounding: "half_even",
  ...given,
});

/** Each instalment in a line: due day, days, principal, interest, payment, balance. */
export function lines(given: Partial<Terms> = {}): string[] {
  const agreed = terms(given);
  const write = (minor: bigint) => writeAmount(minor, agreed.decimals);
  return buildSchedule(agreed).map(({ dueOn, days, principal, interest, payment, balance }) =>
    [dueOn, days, ...[principal, interest, payment, balance].map(write)].join(" "),
  );
}

export const payment = (id: string, on: string, amount: bigint) => ({ kind: "payment", id, on: day(on), amount }) as const;
export const reverse = (id: string, on: string) => ({ kind: "reverse", id, on: day(on) }) as const;
export const pause = (on: string, until: string) => ({ kind: "pause", on: day(on), until: day(until) }) as const;
export const waive = (on: string, until: string) => ({ ...pause(on, until), isWaived: true }) as const;
export const lower = (on: string, amount: bigint) => ({ kind: "lower", on: day(on), amount }) as const;
export const payoff = (id: string, on: string, amount: bigint) => ({ ...payment(id, on, amount), isPayoff: true }) as const;
export const charge = (component: "fee" | "penalty", on: string, amount: bigint, instalment: number) =>
  ({ kind: "charge", component, on: day(on), amount, instalment }) as const;

export const played = (
  given: Terms,
  events: readonly CreditEvent[],
  rules: Omit<Partial<ReplayRules>, "asOf"> & { asOf: string },
): Replayed => replay(given, events, { allocation: components, graceDays: 0, ...rules, asOf: day(rules.asOf) });
