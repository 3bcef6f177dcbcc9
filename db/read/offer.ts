import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client";
import { basicsOf, productSeen } from "#db/read/related";
import { credits } from "#db/schema/credit";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";
import type { Actor } from "#lib/domain/actor";
import type { OfferRecord } from "#lib/records";

/** An offer by ID, with the limits of its product, which hold where it sets none itself. */
export async function findOffer(_actor: Actor, code: string): Promise<OfferRecord | undefined> {
  const [found] = await db
    .select({
      id: offers.id,
      ...basicsOf(offers),
      ...offerContents,
      product: productSeen,
      productStatus: products.status,
      inherited: limitsOf(products),
      decimals: products.decimals,
      isUsed: isOfferUsed,
    })
    .from(offers)
    .innerJoin(products, eq(products.id, offers.productId))
    .where(eq(offers.code, code));
  if (found === undefined) return undefined;
  const { id, ...offer } = found;
  return { ...offer, activeCredits: await db.$count(credits, and(eq(credits.offerId, id), eq(credits.status, "active"))) };
}

/** In percent, as it is set; null where it is not. */
export const annualRateOf = sql<string | null>`${offers.terms} ->> 'annualRate'`;

export const limitsOf = <Table extends typeof offers | typeof products>(table: Table) => ({
  amountMin: table.amountMin,
  amountMax: table.amountMax,
  instalmentsMin: table.instalmentsMin,
  instalmentsMax: table.instalmentsMax,
  maxActiveCredits: table.maxActiveCredits,
});

/** What an offer itself says. */
export const offerContents = {
  name: offers.name,
  type: offers.type,
  terms: offers.terms,
  downpayment: offers.downpayment,
  validFrom: offers.validFrom,
  validUntil: offers.validUntil,
  ...limitsOf(offers),
};

/** Whether anybody ever asked for it. */
export const isOfferUsed = sql<boolean>`(exists (select from pre_loans it where it.offer_id = ${offers}.id)
  or exists (select from credits it where it.offer_id = ${offers}.id))`;
