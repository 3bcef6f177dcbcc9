import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Effect } from "#db/move/moving";
import { credits } from "#db/schema/credit";
import { offers } from "#db/schema/offer";
import { productStops } from "#db/schema/product";

const deactivate: Effect = async ({ db, businessDate }, { id }) => {
  await db.insert(productStops).values({ productId: id, from: businessDate });
  return undefined;
};

/** The days it was stopped are not charged: the close of day takes them off its credits. */
const reactivate: Effect = async ({ db, businessDate }, { id }) => {
  await db
    .update(productStops)
    .set({ until: businessDate })
    .where(and(eq(productStops.productId, id), isNull(productStops.until)));
  const itsOffers = db.select({ id: offers.id }).from(offers).where(eq(offers.productId, id));
  await db
    .update(credits)
    .set({ wakesOn: businessDate })
    .where(and(inArray(credits.offerId, itsOffers), inArray(credits.status, ["active", "in_dispute"])));
  return undefined;
};

export const productEffects = { deactivate, reactivate };
