import type { offers as offerTable } from "#db/schema/offer";
import type { products as productTable } from "#db/schema/product";
import type { terms as termsTable } from "#db/schema/terms";
import { cop, type Offer, offers, type Product, products } from "#db/seed/catalogue";
import { day, instant } from "#db/seed/instant";
import { addDays, type Day } from "#lib/domain/day";
import { defaultTerms, type OfferSettings, type OfferTerms } from "#lib/domain/offer-terms";

/** So many days before the business date most of the catalogue was made, and what is not lent any more was stopped. */
const made = 1200;
export const stopped = 140;
const drafted = 12;

/** The catalogue as its tables hold it; `until` is when the business date begins, in microseconds. */
export function catalogueRows(today: Day, until: number) {
  const at = (daysAgo: number) => instant(until - Math.round((daysAgo - 0.4) * day));
  return {
    products: Object.values(products).map((product): typeof productTable.$inferInsert => ({
      ...recordOf(product, at),
      ...limitsOf(product),
      status: product.status,
      kind: product.kind,
      toleranceMinor: cop(product.tolerance),
    })),
    offers: Object.values(offers).map((offer): typeof offerTable.$inferInsert => ({
      ...recordOf(offer, at),
      ...(offer.amount !== offer.product.amount && limitsOf(offer)),
      status: offer.status,
      productId: offer.product.id,
      terms: settingsOf(offer),
      maxActiveCredits: offer.maxActiveCredits,
      validFrom: offer.annualRate === null ? null : addDays(today, offer.status === "draft" ? 30 : -made),
      validUntil: offer.status === "disabled" ? addDays(today, -stopped) : null,
    })),
    terms: Object.values(offers)
      .filter(({ annualRate }) => annualRate !== null)
      .map((offer): typeof termsTable.$inferInsert => ({
        id: offer.termsId,
        hash: `seed ${offer.termsId}`,
        settings: { ...defaultTerms, ...settingsOf(offer), decimals: 0 } as OfferTerms,
        at: at(made),
      })),
  };
}

function settingsOf({ annualRate }: Offer): Partial<OfferSettings> {
  if (annualRate === null) return {};
  return { annualRate, rateKind: "effective", method: "equal_instalments", every: 1, unit: "month" };
}

function recordOf({ id, name, status }: Product | Offer, at: (daysAgo: number) => string) {
  const createdAt = at(status === "draft" ? drafted : made);
  const isStopped = status === "disabled" || status === "inactive";
  return { id, name, createdAt, statusChangedAt: isStopped ? at(stopped) : createdAt };
}

function limitsOf({ amount: [least, most], instalments: [fewest, longest] }: Product | Offer) {
  return { amountMin: cop(least), amountMax: cop(most), instalmentsMin: fewest, instalmentsMax: longest };
}
