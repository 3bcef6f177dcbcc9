import { plainPercent } from "#lib/amount/percent";
import { type Fields, type OfferTab, offerFields } from "#lib/catalogue/field";
import { type Limits, limitsFrom, limitValues } from "#lib/catalogue/product";
import { type Fault, readFields, type Typed } from "#lib/catalogue/read";
import { type Texts, textsOf, type ValuesOf } from "#lib/catalogue/value";
import type { Day } from "#lib/domain/day";
import { defaultTerms, type OfferSettings } from "#lib/domain/offer-terms";

/** What an offer says, as it is stored. */
export type OfferContents = Limits & {
  name: string;
  type: "cash" | "purchase";
  terms: Partial<OfferSettings>;
  /** Percent of a purchase. */
  downpayment: string | null;
  validFrom: string | null;
  validUntil: string | null;
};

export type OfferValues = { [Tab in OfferTab]: ValuesOf<(typeof offerFields)[Tab]> };

/** The values of each tab; what nobody set yet is as every offer has it. */
export function offerValues({ terms, ...offer }: OfferContents): OfferValues {
  const set: OfferSettings | (typeof defaultTerms & Partial<OfferSettings>) = { ...defaultTerms, ...terms };
  return {
    general: {
      ...{ name: offer.name, type: offer.type, downpayment: offer.downpayment === null ? null : plainPercent(offer.downpayment) },
      ...{ valid_from: offer.validFrom as Day | null, valid_until: offer.validUntil as Day | null },
      ...limitValues(offer),
    },
    repayment: {
      method: set.method ?? null,
      annual_rate: set.annualRate ?? null,
      rate_kind: set.rateKind,
      every: set.every ?? null,
      unit: set.unit ?? null,
      interest: set.interest,
      day_count: set.dayCount,
      first_due_after_days: set.firstDueAfterDays,
      business_days: set.businessDays,
      month_end: set.monthEnd,
      grace_on_principal: set.graceOnPrincipal,
      grace_on_interest: set.graceOnInterest,
      instalment_multiple: set.instalmentMultiple === null ? null : BigInt(set.instalmentMultiple),
      rounding: set.rounding,
    },
    charges: {
      ...{ late_rate: set.lateRate, late_fee: set.lateFee, upfront_fee: set.upfrontFee },
      ...{ instalment_fee: set.instalmentFee, collection: set.collection },
    },
  };
}

/** What an offer with these values says. */
export function offerFrom({ general, repayment, charges }: OfferValues): OfferContents {
  const { method, annual_rate: annualRate, every, unit, instalment_multiple: multiple } = repayment;
  return {
    ...{ name: general.name, type: general.type, downpayment: general.downpayment },
    ...{ validFrom: general.valid_from, validUntil: general.valid_until },
    ...limitsFrom(general),
    terms: {
      ...(annualRate !== null && { annualRate }),
      ...(method !== null && { method }),
      ...(every !== null && { every }),
      ...(unit !== null && { unit }),
      rateKind: repayment.rate_kind,
      interest: repayment.interest,
      dayCount: repayment.day_count,
      firstDueAfterDays: repayment.first_due_after_days,
      businessDays: repayment.business_days,
      monthEnd: repayment.month_end,
      graceOnPrincipal: repayment.grace_on_principal,
      graceOnInterest: repayment.grace_on_interest,
      instalmentMultiple: multiple === null ? null : `${multiple}`,
      rounding: repayment.rounding,
      ...{ lateRate: charges.late_rate, lateFee: charges.late_fee, upfrontFee: charges.upfront_fee },
      ...{ instalmentFee: charges.instalment_fee, collection: charges.collection },
    },
  };
}

/** What a tab of an offer says, as texts. */
export const textsOfTab = (tab: OfferTab, offer: OfferContents): Texts =>
  textsOf(offerFields[tab], offerValues(offer)[tab] as never);

/** An offer as it is with what was typed on one of its tabs. */
export function withTab(
  offer: OfferContents,
  tab: OfferTab,
  typed: Typed,
  decimals: number,
): { ok: true; offer: OfferContents } | { ok: false; faults: Fault[] } {
  const read = readFields<Fields>(offerFields[tab], typed, decimals);
  return read.ok ? { ok: true, offer: offerFrom({ ...offerValues(offer), [tab]: read.values } as OfferValues) } : read;
}
