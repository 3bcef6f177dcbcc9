import { randomFrom } from "#db/seed/random";
import { uuidFrom } from "#db/seed/uuid";
import type { OfferStatus } from "#lib/domain/offer";
import type { ProductStatus } from "#lib/domain/product";

/** Minor units of whole pesos. */
export const cop = (pesos: number): bigint => BigInt(pesos) * 100n;

type Range = readonly [least: number, most: number];

/** What is lent under one name; amounts are whole pesos. */
export type Product = {
  id: string;
  name: string;
  kind: "credit" | "card";
  status: ProductStatus;
  amount: Range;
  instalments: Range;
  tolerance: number;
};

/** Terms of a product; without a rate, percent a year, it cannot be activated. */
export type Offer = {
  id: string;
  name: string;
  product: Product;
  status: OfferStatus;
  amount: Range;
  instalments: Range;
  annualRate: string | null;
  maxActiveCredits: number | null;
  /** The terms of its credits, by which the rows of `terms` are known. */
  termsId: string;
};

// Credits name their offers by these IDs, so they are the same in every database.
const random = randomFrom(0);
const termsRandom = randomFrom(1);

export const products = {
  personal: product("Libre inversión", [500_000, 30_000_000], [6, 60], { tolerance: 500 }),
  shopping: product("Compra a cuotas", [100_000, 6_000_000], [2, 24], { tolerance: 200 }),
  business: product("Microcrédito productivo", [300_000, 12_000_000], [3, 36]),
  express: product("Crédito exprés", [100_000, 1_000_000], [1, 3], { status: "inactive" }),
  card: product("Tarjeta Cartera", [5000, 15_000_000], [1, 36], { kind: "card" }),
};

export const offers = {
  classic: offer(products.personal, "Libre inversión clásica", { annualRate: "23.9", amount: [1_000_000, 30_000_000] }),
  former: offer(products.personal, "Libre inversión 2024", { annualRate: "22.5", status: "disabled" }),
  consolidation: offer(products.personal, "Consolidación de deudas", { annualRate: "21", maxActiveCredits: 1 }),
  three: offer(products.shopping, "Tres cuotas sin interés", {
    annualRate: "0",
    amount: [100_000, 1_500_000],
    instalments: [2, 3],
  }),
  twelve: offer(products.shopping, "Hasta doce cuotas", {
    annualRate: "23.4",
    amount: [240_000, 6_000_000],
    instalments: [4, 12],
  }),
  school: offer(products.shopping, "Temporada escolar", { annualRate: "19.8", status: "draft" }),
  business: offer(products.business, "Microcrédito emprendedor", { annualRate: "22.8" }),
  rural: offer(products.business, "Microcrédito rural", { annualRate: null, status: "draft" }),
  express: offer(products.express, "Exprés de 30 días", { annualRate: "23.9", status: "disabled" }),
  card: offer(products.card, "Compras con tarjeta", { annualRate: "23.7" }),
};
export type OfferName = keyof typeof offers;

function product(name: string, amount: Range, instalments: Range, more: Partial<Product> = {}): Product {
  return { id: uuidFrom(random), name, kind: "credit", status: "enabled", amount, instalments, tolerance: 0, ...more };
}

/** Within its product's limits, but for what is said. */
function offer(of: Product, name: string, more: Partial<Offer>): Offer {
  const { amount, instalments } = of;
  const terms = { status: "enabled" as const, amount, instalments, annualRate: null, maxActiveCredits: null };
  return { id: uuidFrom(random), termsId: uuidFrom(termsRandom), name, product: of, ...terms, ...more };
}
