import { monthEnds } from "#lib/domain/day";
import { roundings } from "#lib/domain/money";
import { offerTypes } from "#lib/domain/offer";
import { productKinds } from "#lib/domain/product";
import { rateKinds } from "#lib/domain/rate";
import { components } from "#lib/domain/rules";
import { dayCounts, interests, methods, units } from "#lib/domain/terms";

/** How something of a product or an offer is typed; what is optional may stay blank. */
export type CatalogueField = { isOptional?: true } & (
  | { kind: "text"; most: number }
  | { kind: "option"; options: readonly string[] }
  | { kind: "number"; least: number; most: number }
  /** An amount above zero, unless it may be zero. */
  | { kind: "money"; mayBeZero?: true }
  /** Percent a year; a share is percent of an amount. */
  | { kind: "rate" | "share" }
  | { kind: "day" | "yes" }
  /** A fixed amount or a share: which of them is a field of its own, `…_kind`. */
  | { kind: "charge" }
  /** A place for each of its options, `…_1` and on; optional all blank. */
  | { kind: "order"; options: readonly string[] }
);
export type Fields = Readonly<Record<string, CatalogueField>>;

const name = { kind: "text", most: 80 } as const;
const optionalMoney = { kind: "money", isOptional: true } as const;
const instalments = { kind: "number", least: 1, most: 600, isOptional: true } as const;

const dayOfMonth = { kind: "number", least: 1, most: 31, isOptional: true } as const;

/** What offers inherit where they set none themselves. */
const limits = {
  amount_min: optionalMoney,
  amount_max: optionalMoney,
  instalments_min: instalments,
  instalments_max: instalments,
  max_active_credits: { kind: "number", least: 1, most: 1_000, isOptional: true },
} as const satisfies Fields;

export const productFields = {
  name,
  kind: { kind: "option", options: productKinds },
  decimals: { kind: "number", least: 0, most: 2 },
  ...limits,
  tolerance: { kind: "money", mayBeZero: true },
  closing_day: dayOfMonth,
  due_day: dayOfMonth,
  minimum_percent: { kind: "share", isOptional: true },
  minimum_fixed: optionalMoney,
} as const satisfies Fields;

export const newOfferFields = { name } as const satisfies Fields;

const grace = { kind: "number", least: 0, most: 120 } as const;

/** What an offer says, by the tab of its page. */
export const offerFields = {
  general: {
    name,
    type: { kind: "option", options: offerTypes },
    valid_from: { kind: "day", isOptional: true },
    valid_until: { kind: "day", isOptional: true },
    ...limits,
    downpayment: { kind: "share", isOptional: true },
  },
  repayment: {
    method: { kind: "option", options: methods, isOptional: true },
    annual_rate: { kind: "rate", isOptional: true },
    rate_kind: { kind: "option", options: rateKinds },
    every: { kind: "number", least: 1, most: 366, isOptional: true },
    unit: { kind: "option", options: units, isOptional: true },
    interest: { kind: "option", options: interests },
    day_count: { kind: "option", options: dayCounts },
    first_due_after_days: { kind: "number", least: 1, most: 366, isOptional: true },
    business_days: { kind: "yes" },
    month_end: { kind: "option", options: monthEnds },
    grace_on_principal: grace,
    grace_on_interest: grace,
    instalment_multiple: optionalMoney,
    rounding: { kind: "option", options: roundings },
  },
  charges: {
    late_rate: { kind: "rate", isOptional: true },
    late_fee: { kind: "charge", isOptional: true },
    upfront_fee: { kind: "charge", isOptional: true },
    instalment_fee: { kind: "charge", isOptional: true },
    collection: { kind: "order", options: components, isOptional: true },
  },
} as const satisfies Record<string, Fields>;

export type OfferTab = keyof typeof offerFields;
export const offerTabs = Object.keys(offerFields) as [OfferTab, ...OfferTab[]];

/** Nobody names a field of a product otherwise than the same one of an offer. */
export const allFields: Fields = { ...productFields, ...offerFields.general, ...offerFields.repayment, ...offerFields.charges };

/** The names under which a form sends a field. */
export function inputsOf(field: string, declared: CatalogueField): string[] {
  if (declared.kind === "charge") return [`${field}_kind`, field];
  if (declared.kind === "order") return declared.options.map((_, at) => `${field}_${at + 1}`);
  return [field];
}
