import "server-only";
import { and, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "#db/client";
import type { Effect } from "#db/move/moving";
import { credits } from "#db/schema/credit";
import { offers } from "#db/schema/offer";
import { productStops } from "#db/schema/product";
import { openCreditStatuses } from "#lib/domain/credit";
import type { Day } from "#lib/domain/day";

/** The day itself bears no late interest any more: the close of day takes it off what is past due. */
const deactivate: Effect = async ({ db, businessDate }, { id }) => {
  await db.insert(productStops).values({ productId: id, from: businessDate });
  await wake(db, id, businessDate, isNotNull(credits.pastDueSince));
  return undefined;
};

/** The days it was stopped are not charged: the close of day takes them off its credits. */
const reactivate: Effect = async ({ db, businessDate }, { id }) => {
  await db
    .update(productStops)
    .set({ until: businessDate })
    .where(and(eq(productStops.productId, id), isNull(productStops.until)));
  await wake(db, id, businessDate);
  return undefined;
};

/** Has the next close of day replay the open credits of a product, or those of them of which something holds. */
async function wake(db: Tx, productId: string, wakesOn: Day, more?: SQL): Promise<void> {
  const itsOffers = db.select({ id: offers.id }).from(offers).where(eq(offers.productId, productId));
  const isOpen = inArray(credits.status, openCreditStatuses);
  await db
    .update(credits)
    .set({ wakesOn })
    .where(and(inArray(credits.offerId, itsOffers), isOpen, more));
}

export const productEffects = { deactivate, reactivate };
