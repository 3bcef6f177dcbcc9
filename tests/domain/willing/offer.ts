import { type OfferFacts, offerSettings } from "#lib/domain/offer";
import type { ProductFacts } from "#lib/domain/product";
import type { Willing } from "#tests/domain/willing/facts";

export const willingProduct: Willing<ProductFacts> = { facts: { openCredits: 3 }, events: {} };

const activation = {
  flips: {
    ...Object.fromEntries(offerSettings.map((setting) => [`setting_${setting}`, { missing: [setting] }])),
    rate_within_max: { annualRate: "28.500000000001" },
    product_enabled: { productStatus: "inactive" },
  },
} as const;

export const willingOffer: Willing<OfferFacts> = {
  facts: { missing: [], annualRate: "28.50", maxAnnualRate: "28.5", productStatus: "enabled" },
  events: { activate: activation, enable: activation },
};
