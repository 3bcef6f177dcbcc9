import type { Fee } from "#lib/domain/charge";
import { addDays, type Day, type MonthEnd } from "#lib/domain/day";
import type { Rounding } from "#lib/domain/money";
import { parseRate, type RateKind } from "#lib/domain/rate";
import type { Component } from "#lib/domain/rules";
import type { DayCount, Interest, Method, Terms, Unit } from "#lib/domain/terms";

/** A fixed amount in minor units, or percent of a principal; both as text, for this is kept as JSON. */
export type Charge = { kind: "fixed"; minor: string } | { kind: "percent"; percent: string };

/**
 * What is agreed on every credit of an offer; a credit keeps them as they were when it was made. Rates are percent a year
 * and amounts minor units, as text.
 */
export type OfferTerms = {
  annualRate: string;
  rateKind: RateKind;
  method: Method;
  every: number;
  unit: Unit;
  dayCount: DayCount;
  interest: Interest;
  /** Days from the disbursement to the first due day; null is one period. */
  firstDueAfterDays: number | null;
  monthEnd: MonthEnd;
  businessDays: boolean;
  graceOnPrincipal: number;
  graceOnInterest: number;
  instalmentMultiple: string | null;
  rounding: Rounding;
  /** In how many decimals its amounts are computed. */
  decimals: number;
  upfrontFee: Charge | null;
  instalmentFee: Charge | null;
  lateFee: Charge | null;
  lateRate: string | null;
  /** The order in which it collects what an instalment asks; null is the project's when the credit is made. */
  collection: readonly Component[] | null;
};

/** What an offer itself sets; in how many decimals it computes is its product's. */
export type OfferSettings = Omit<OfferTerms, "decimals">;

/** What an offer has before anybody sets it; the rate, the method and the periodicity are always to be set. */
export const defaultTerms: Omit<OfferSettings, "annualRate" | "method" | "every" | "unit"> = {
  rateKind: "nominal",
  dayCount: "30/360",
  interest: "per_period",
  firstDueAfterDays: null,
  monthEnd: "clamp",
  businessDays: false,
  graceOnPrincipal: 0,
  graceOnInterest: 0,
  instalmentMultiple: null,
  rounding: "half_even",
  upfrontFee: null,
  instalmentFee: null,
  lateFee: null,
  lateRate: null,
  collection: null,
};

/** The terms of an offer's settings as far as they are made, in so many decimals; undefined while one that it must make is not. */
export function termsIn(
  { annualRate, method, every, unit, ...others }: Partial<OfferSettings>,
  decimals: number,
): OfferTerms | undefined {
  if (annualRate === undefined || method === undefined || every === undefined || unit === undefined) return undefined;
  return { ...defaultTerms, ...others, annualRate, method, every, unit, decimals };
}

/** What one credit adds to the terms of its offer; the principal is in the minor units of the database. */
export type Agreed = { principal: bigint; currency: string; instalments: number; disbursedOn: Day; firstDueOn: Day | null };

/** Minor units of the database are of two decimals; so many of them are one of those in which an offer computes. */
export const unitOf = ({ decimals }: Pick<OfferTerms, "decimals">): bigint => 10n ** BigInt(2 - decimals);

/** The terms of a credit as the engine takes them: amounts in units of the offer's decimals (`unitOf`). */
export function termsOf(offer: OfferTerms, { principal, currency, instalments, disbursedOn, firstDueOn }: Agreed): Terms {
  const unit = unitOf(offer);
  const { firstDueAfterDays, collection: _, instalmentMultiple, upfrontFee, instalmentFee, lateFee, lateRate, ...same } = offer;
  return {
    ...same,
    ...{ currency, instalments, disbursedOn },
    principal: principal / unit,
    annualRate: rateFrom(offer.annualRate),
    firstDueOn: firstDueOn ?? (firstDueAfterDays === null ? null : addDays(disbursedOn, firstDueAfterDays)),
    instalmentMultiple: instalmentMultiple === null ? null : BigInt(instalmentMultiple) / unit,
    upfrontFee: feeFrom(upfrontFee, unit),
    instalmentFee: feeFrom(instalmentFee, unit),
    lateFee: feeFrom(lateFee, unit),
    lateRate: lateRate === null ? null : rateFrom(lateRate),
  };
}

function feeFrom(charge: Charge | null, unit: bigint): Fee | null {
  if (charge === null) return null;
  if (charge.kind === "fixed") return { kind: "fixed", amount: BigInt(charge.minor) / unit };
  return { kind: "percent", rate: rateFrom(charge.percent) };
}

function rateFrom(percent: string): bigint {
  const rate = parseRate(percent);
  if (rate === undefined) throw new Error(`"${percent}" is no rate in percent`);
  return rate;
}
