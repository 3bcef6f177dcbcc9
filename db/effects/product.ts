import "server-only";
import { and, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import { restate } from "#db/books/post";
import type { Tx } from "#db/client";
import type { Effect, Moving } from "#db/move/moving";
import { credits } from "#db/schema/credit";
import { offers } from "#db/schema/offer";
import { productStops } from "#db/schema/product";
import { openCreditStatuses } from "#lib/domain/credit";
import type { Day } from "#lib/domain/day";

/** The day itself bears no late interest any more: the close of day takes it off what is past due. */
const deactivate: Effect = async (moving, { id }) => {
  const { db, businessDate } = moving;
  await db.insert(productStops).values({ productId: id, from: businessDate });
  await wake(db, id, businessDate, isNotNull(credits.pastDueSince));
  await restateClosed(moving, id);
  return undefined;
};

/** The days it was stopped are not charged: the close of day takes them off its credits. */
const reactivate: Effect = async (moving, { id }) => {
  const { db, businessDate } = moving;
  await db
    .update(productStops)
    .set({ until: businessDate })
    .where(and(eq(productStops.productId, id), isNull(productStops.until)));
  await wake(db, id, businessDate);
  await restateClosed(moving, id);
  return undefined;
};

/** Has the next close of day replay the open credits of a product, or those of them of which something holds. */
async function wake(db: Tx, productId: string, wakesOn: Day, more?: SQL): Promise<void> {
  const isOpen = inArray(credits.status, openCreditStatuses);
  await db
    .update(credits)
    .set({ wakesOn })
    .where(and(isOf(db, productId), isOpen, more));
}

/** The close of day comes to no closed credit: what those that were closed this very day come to is made out at once. */
async function restateClosed(moving: Moving, productId: string): Promise<void> {
  const { db, businessDate } = moving;
  const closedToday = await db
    .select({ id: credits.id })
    .from(credits)
    .where(and(isOf(db, productId), eq(credits.closedOn, businessDate)));
  await restate(
    moving,
    closedToday.map(({ id }) => id),
  );
}

const isOf = (db: Tx, productId: string) =>
  inArray(credits.offerId, db.select({ id: offers.id }).from(offers).where(eq(offers.productId, productId)));

export const productEffects = { deactivate, reactivate };
