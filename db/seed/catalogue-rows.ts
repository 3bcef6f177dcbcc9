import type { offers as offerTable } from "#db/schema/offer";
import type { products as productTable, productStops as stopTable } from "#db/schema/product";
import type { terms as termsTable } from "#db/schema/terms";
import { cop, type Offer, offers, type Product, products } from "#db/seed/catalogue";
import { day, instant } from "#db/seed/instant";
import { agreedUnder } from "#db/seed/terms";
import { addDays, type Day } from "#lib/domain/day";

/** So many days before the business date most of the catalogue was made, and what is not lent any more was stopped. */
const made = 1200;
const stopped = 140;
const drafted = 12;

/** What the cycles of cards ask at least: five percent of the debt, and thirty thousand pesos. */
export const cardCycles = { closingDay: 15, dueDay: 5, minimumPercent: "5", minimumFixed: cop(30_000) };

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
      ...(product.kind === "card" && cardCycles),
    })),
    offers: Object.values(offers).map((offer): typeof offerTable.$inferInsert => ({
      ...recordOf(offer, at),
      ...(offer.amount !== offer.product.amount && limitsOf(offer)),
      status: offer.status,
      productId: offer.product.id,
      terms: offer.terms,
      maxActiveCredits: offer.maxActiveCredits,
      validFrom: offer.terms.annualRate === undefined ? null : addDays(today, offer.status === "draft" ? 30 : -made),
      validUntil: offer.status === "disabled" ? addDays(today, -stopped) : null,
    })),
    stops: Object.values(products)
      .filter(({ status }) => status === "inactive")
      .map(({ id }): typeof stopTable.$inferInsert => ({ id, productId: id, from: addDays(today, -stopped) })),
    terms: Object.values(offers)
      .filter(({ terms }) => terms.annualRate !== undefined)
      .map((offer): typeof termsTable.$inferInsert => {
        const { id, settings } = agreedUnder(offer);
        return { id, hash: `seed ${id}`, settings, at: at(made) };
      }),
  };
}

function recordOf({ id, name, status }: Product | Offer, at: (daysAgo: number) => string) {
  const createdAt = at(status === "draft" ? drafted : made);
  const isStopped = status === "disabled" || status === "inactive";
  return { id, name, createdAt, statusChangedAt: isStopped ? at(stopped) : createdAt };
}

function limitsOf({ amount: [least, most], instalments: [fewest, longest] }: Product | Offer) {
  return { amountMin: cop(least), amountMax: cop(most), instalmentsMin: fewest, instalmentsMax: longest };
}
