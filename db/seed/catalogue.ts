import { randomFrom } from "#db/seed/random";
import { uuidFrom } from "#db/seed/uuid";
import type { OfferStatus } from "#lib/domain/offer";
import type { OfferSettings } from "#lib/domain/offer-terms";
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

/** Terms of a product; without any it cannot be activated. */
export type Offer = {
  id: string;
  name: string;
  product: Product;
  status: OfferStatus;
  amount: Range;
  instalments: Range;
  terms: Partial<OfferSettings>;
  maxActiveCredits: number | null;
};

// Credits name their offers by these IDs, so they are the same in every database.
const random = randomFrom(0);

export const products = {
  personal: product("Libre inversión", [500_000, 30_000_000], [6, 60], { tolerance: 500 }),
  shopping: product("Compra a cuotas", [100_000, 6_000_000], [2, 24], { tolerance: 200 }),
  business: product("Microcrédito productivo", [300_000, 12_000_000], [3, 36]),
  express: product("Crédito exprés", [100_000, 1_000_000], [1, 3], { status: "inactive" }),
  card: product("Tarjeta Cartera", [5000, 15_000_000], [1, 36], { kind: "card" }),
};

const monthly = { every: 1, unit: "month" } as const;
const weekly = { every: 1, unit: "week" } as const;
const effective = (annualRate: string) => ({ annualRate, rateKind: "effective", ...monthly }) as const;
const fixed = (pesos: number) => ({ kind: "fixed", minor: `${cop(pesos)}` }) as const;
const percent = (percent: string) => ({ kind: "percent", percent }) as const;

export const offers = {
  classic: offer(products.personal, "Libre inversión clásica", {
    terms: { ...effective("23.9"), method: "equal_instalments", instalmentMultiple: `${cop(100)}` },
    amount: [1_000_000, 30_000_000],
  }),
  former: offer(products.personal, "Libre inversión 2024", {
    terms: {
      ...{ annualRate: "22.5", ...monthly, method: "equal_instalments" },
      ...{ interest: "daily", dayCount: "actual/365", businessDays: true },
    },
    status: "disabled",
  }),
  consolidation: offer(products.personal, "Consolidación de deudas", {
    terms: { ...effective("21"), method: "equal_principal", upfrontFee: percent("1"), graceOnPrincipal: 1 },
    maxActiveCredits: 1,
  }),
  three: offer(products.shopping, "Tres cuotas sin interés", {
    terms: { ...effective("0"), method: "equal_instalments" },
    amount: [100_000, 1_500_000],
    instalments: [2, 3],
  }),
  twelve: offer(products.shopping, "Hasta doce cuotas", {
    terms: { ...effective("23.4"), method: "equal_instalments", lateFee: fixed(9000) },
    amount: [240_000, 6_000_000],
    instalments: [4, 12],
  }),
  school: offer(products.shopping, "Temporada escolar", {
    terms: { ...effective("19.8"), method: "equal_instalments", graceOnInterest: 2 },
    status: "draft",
  }),
  business: offer(products.business, "Microcrédito emprendedor", {
    terms: { ...effective("22.8"), method: "equal_principal", instalmentFee: fixed(4500), lateRate: "24" },
  }),
  rural: offer(products.business, "Microcrédito rural", { terms: {}, status: "draft" }),
  express: offer(products.express, "Exprés de 30 días", {
    terms: { ...effective("23.9"), method: "equal_instalments" },
    status: "disabled",
  }),
  card: offer(products.card, "Compras con tarjeta", {
    terms: { annualRate: "23.7", ...monthly, method: "equal_instalments" },
  }),
  weekly: offer(products.business, "Microcrédito semanal", {
    terms: { annualRate: "18.6", ...weekly, method: "flat", lateFee: percent("2") },
    amount: [300_000, 3_000_000],
    instalments: [4, 26],
  }),
};
export type OfferName = keyof typeof offers;

function product(name: string, amount: Range, instalments: Range, more: Partial<Product> = {}): Product {
  return { id: uuidFrom(random), name, kind: "credit", status: "enabled", amount, instalments, tolerance: 0, ...more };
}

/** Within its product's limits, but for what is said. */
function offer(of: Product, name: string, more: Partial<Offer>): Offer {
  const { amount, instalments } = of;
  const terms = { status: "enabled" as const, amount, instalments, terms: {}, maxActiveCredits: null };
  return { id: uuidFrom(random), name, product: of, ...terms, ...more };
}
