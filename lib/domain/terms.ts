import type { Fee } from "#lib/domain/charge";
import type { Day, MonthEnd } from "#lib/domain/day";
import type { Rounding } from "#lib/domain/money";
import type { RateKind } from "#lib/domain/rate";

export const methods = ["equal_instalments", "equal_principal", "flat"] as const;
export const dayCounts = ["30/360", "actual/365", "actual/actual"] as const;
/** per_period: every whole period bears the same part of the annual rate; daily: what its days come to. */
export const interests = ["per_period", "daily"] as const;
export const units = ["day", "week", "month"] as const;

export type Method = (typeof methods)[number];
export type DayCount = (typeof dayCounts)[number];
export type Unit = (typeof units)[number];

/** What was agreed on a credit. Amounts are minor units with so many decimals; the rate is as in `rate.ts`. */
export type Terms = {
  principal: bigint;
  currency: string;
  decimals: number;
  annualRate: bigint;
  rateKind: RateKind;
  method: Method;
  dayCount: DayCount;
  interest: (typeof interests)[number];
  instalments: number;
  every: number;
  unit: Unit;
  disbursedOn: Day;
  /** Null: one period after the disbursement. */
  firstDueOn: Day | null;
  /** So many first instalments bear no principal; so many leave their interest to the first after them. */
  graceOnPrincipal: number;
  graceOnInterest: number;
  instalmentMultiple: bigint | null;
  /** Of the whole principal, due with the first instalment. */
  upfrontFee: Fee | null;
  /** Of every instalment. */
  instalmentFee: Fee | null;
  /** Once of an instalment that is not paid on its due day. */
  lateFee: Fee | null;
  /** Nominal, per year of 365 days, on the principal of an instalment for each day after its due day. */
  lateRate: bigint | null;
  monthEnd: MonthEnd;
  /** An instalment due on a Saturday or a Sunday falls due on the Monday after. */
  businessDays: boolean;
  rounding: Rounding;
};
