import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "#db/client";
import { offerVersion, productVersion } from "#db/read/catalogue";
import { findOffer } from "#db/read/offer";
import { findProduct } from "#db/read/product";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";
import type { CatalogueOutcome } from "#db/write/catalogue";
import { editOffer } from "#db/write/offer";
import { editProduct } from "#db/write/product";
import { type OfferTab, offerFields, productFields } from "#lib/catalogue/field";
import { offerValues } from "#lib/catalogue/offer";
import { productValues } from "#lib/catalogue/product";
import { typedOf } from "#lib/catalogue/value";
import type { Actor } from "#lib/domain/actor";
import { sofia } from "#tests/db/portfolio";

type Typed = Record<string, string>;

/** What the form of a product holds, and what is typed into it. */
export async function productForm(code: string, typed: Typed = {}) {
  const product = await findProduct(sofia, code);
  if (product === undefined) throw new Error(`no product ${code}`);
  return { code, version: productVersion(product), typed: { ...typedOf(productFields, productValues(product)), ...typed } };
}

export async function offerForm(code: string, tab: OfferTab, typed: Typed = {}) {
  const offer = await findOffer(sofia, code);
  if (offer === undefined) throw new Error(`no offer ${code}`);
  const held = typedOf(offerFields[tab], offerValues(offer)[tab] as never);
  return { code, tab, version: offerVersion(tab, offer), typed: { ...held, ...typed } };
}

/** Edits as somebody would who opened the page just now. */
export const edit = async (actor: Actor, code: string, tab: OfferTab, typed: Typed, key = randomUUID()) =>
  editOffer(actor, await offerForm(code, tab, typed), key);

export const editNow = async (actor: Actor, code: string, typed: Typed, key = randomUUID()) =>
  editProduct(actor, await productForm(code, typed), key);

export const productOf = async ({ productId }: { productId: string }) => {
  const [found] = await db.select().from(products).where(eq(products.id, productId));
  if (found === undefined) throw new Error("no product");
  return found;
};

export const offerNow = async (code: string) => (await db.select().from(offers).where(eq(offers.code, code)))[0];

/** The rules that refused, and of wrong fields which and why. */
export const refusedBy = (outcome: CatalogueOutcome): string[] =>
  outcome.ok
    ? []
    : outcome.refusals.map(({ rule, values = {} }) => (rule === "fault" ? `${values["field"]} ${values["word"]}` : rule));
