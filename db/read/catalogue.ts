import "server-only";
import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client";
import { history } from "#db/schema/history";
import { type OfferTab, productFields } from "#lib/catalogue/field";
import { type OfferContents, textsOfTab } from "#lib/catalogue/offer";
import { type ProductContents, productValues } from "#lib/catalogue/product";
import { type Texts, textsOf } from "#lib/catalogue/value";

/** Names what some fields say: an edit that was begun with another version would undo somebody's. */
export const versionOf = (texts: Texts): string => createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 24);

export const productVersion = (product: ProductContents) => versionOf(textsOf(productFields, productValues(product)));

export const offerVersion = (tab: OfferTab, offer: OfferContents) => versionOf(textsOfTab(tab, offer));

/** Who edited a product or an offer last, and when. */
export async function findLastEdit(within: Db | Tx, code: string): Promise<{ email: string; at: string } | undefined> {
  const edited = code.startsWith("T-") ? "product.edited" : "offer.edited";
  const [last] = await within
    .select({ email: history.email, at: history.at })
    .from(history)
    .where(and(eq(history.record, code), eq(history.action, edited)))
    .orderBy(desc(history.id))
    .limit(1);
  return last;
}

/** Of an offer that was removed its name, and the ID of the product whose it was; undefined where none had the ID. */
export async function findRemoved(code: string): Promise<{ name: string; product: string } | undefined> {
  const [found] = await db
    .select({ details: history.details })
    .from(history)
    .where(and(eq(history.record, code), eq(history.action, "offer.remove")))
    .limit(1);
  return found && { name: String(found.details["name"]), product: String(found.details["product"]) };
}
