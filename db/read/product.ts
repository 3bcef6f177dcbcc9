import "server-only";
import { and, asc, count, eq, sql } from "drizzle-orm";
import { db } from "#db/client";
import { annualRateOf, limitsOf } from "#db/read/offer";
import { basicsOf } from "#db/read/related";
import { credits } from "#db/schema/credit";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";
import type { Actor } from "#lib/domain/actor";
import type { ProductRecord } from "#lib/records";

/** A product by ID, with all its offers. */
export async function findProduct(_actor: Actor, code: string): Promise<ProductRecord | undefined> {
  const [found] = await db
    .select({
      id: products.id,
      ...basicsOf(products),
      ...productContents,
      isUsed: isProductUsed,
    })
    .from(products)
    .where(eq(products.code, code));
  if (found === undefined) return undefined;
  const { id, ...product } = found;
  const [offersOf, active] = await Promise.all([listOffers(id), countActive(id)]);
  return { ...product, offers: offersOf, activeCredits: active };
}

/** What a product says. */
export const productContents = {
  name: products.name,
  kind: products.kind,
  decimals: products.decimals,
  tolerance: products.toleranceMinor,
  closingDay: products.closingDay,
  dueDay: products.dueDay,
  minimumPercent: products.minimumPercent,
  minimumFixed: products.minimumFixed,
  ...limitsOf(products),
};

/** Whether anybody ever asked for something of it, or has an account under it. */
export const isProductUsed = sql<boolean>`(exists (select from accounts it where it.product_id = ${products}.id)
  or exists (select from offers o join pre_loans it on it.offer_id = o.id where o.product_id = ${products}.id)
  or exists (select from offers o join credits it on it.offer_id = o.id where o.product_id = ${products}.id))`;

const listOffers = (productId: string) =>
  db
    .select({ code: offers.code, status: offers.status, name: offers.name, annualRate: annualRateOf, isInUse })
    .from(offers)
    .where(eq(offers.productId, productId))
    .orderBy(asc(offers.number));

const isInUse = sql<boolean>`exists (select from credits it where it.offer_id = offers.id and it.status = 'active')`;

async function countActive(productId: string): Promise<number> {
  const [found] = await db
    .select({ records: count() })
    .from(credits)
    .innerJoin(offers, eq(offers.id, credits.offerId))
    .where(and(eq(offers.productId, productId), eq(credits.status, "active")));
  return found?.records ?? 0;
}
