import { allows, defineMachine, type Guard, statesOf } from "#lib/domain/machine";
import { type ProductStatus, productMachine } from "#lib/domain/product";
import { parseRate } from "#lib/domain/rate";
import type { Rules } from "#lib/domain/rules";

/** What an offer must say before it can issue loans. */
export const offerSettings = [
  "amount_min",
  "amount_max",
  "instalments_min",
  "instalments_max",
  "annual_rate",
  "method",
  "periodicity",
  "valid_from",
] as const;
/** Whether the amount goes to the customer or to where they buy, who may ask them to pay a part of it down. */
export const offerTypes = ["cash", "purchase"] as const;
export type OfferSetting = (typeof offerSettings)[number];
export type OfferType = (typeof offerTypes)[number];

/** Rates are percent as decimal text, `28.5`. */
export type OfferFacts = {
  missing: readonly OfferSetting[];
  annualRate: string | null;
  /** Of the project; null is no limit. */
  maxAnnualRate: string | null;
  productStatus: ProductStatus;
};

const settingGuard = (setting: OfferSetting): Guard<OfferFacts> => ({
  rule: `setting_${setting}`,
  says: "every required setting is there, each missing one named",
  holds: ({ missing }) => !missing.includes(setting),
});

const activationGuards: readonly Guard<OfferFacts>[] = [
  ...offerSettings.map(settingGuard),
  {
    rule: "rate_within_max",
    says: "rate ≤ max_annual_rate",
    holds: ({ annualRate, maxAnnualRate }) =>
      annualRate === null || maxAnnualRate === null || rateOf(annualRate) <= rateOf(maxAnnualRate),
    values: ({ annualRate, maxAnnualRate }) => ({ annualRate: annualRate ?? "", maxRate: maxAnnualRate ?? "" }),
  },
  {
    rule: "product_enabled",
    says: "product enabled",
    holds: ({ productStatus }) => allows(productMachine, productStatus, "offers"),
    values: ({ productStatus }) => ({ productState: productStatus }),
  },
];

export const offerMachine = defineMachine<OfferFacts>()({
  entity: "offer",
  first: "draft",
  states: {
    draft: { label: "Draft", set: "automatic", meaning: "to be configured and activated by hand", allows: ["activation"] },
    enabled: {
      label: "Enabled-Active",
      set: "automatic",
      meaning: "ready to issue loans",
      allows: ["loans", "modification, if the project allows", "removal while never used"],
    },
    disabled: {
      label: "Disabled-Inactive",
      set: "proactive",
      meaning: "no new loans",
      allows: ["payments of its loans, automatic and voluntary"],
    },
  },
  events: {
    activate: {
      label: "Activate",
      from: ["draft"],
      to: "enabled",
      by: { permission: "offer:operate" },
      guards: activationGuards,
    },
    disable: {
      label: "Disable",
      from: ["enabled"],
      to: "disabled",
      by: { permission: "offer:operate" },
      reasons: ["replaced", "risk", "other"],
    },
    enable: {
      label: "Enable",
      from: ["disabled"],
      to: "enabled",
      by: { permission: "offer:operate" },
      guards: activationGuards,
    },
  },
});

/** Whether what an offer says may be edited: while it is a draft always, then as the project's rules say. */
export const isEditable = (status: OfferStatus, { mayModifyOffers }: Pick<Rules, "mayModifyOffers">) =>
  status === "draft" || mayModifyOffers;

export type OfferStatus = keyof (typeof offerMachine)["states"];
export const offerStatuses = statesOf(offerMachine);

function rateOf(percent: string): bigint {
  const rate = parseRate(percent);
  if (rate === undefined) throw new Error(`"${percent}" is no rate in percent`);
  return rate;
}
