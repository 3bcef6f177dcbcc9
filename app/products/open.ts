import "server-only";
import { randomUUID } from "node:crypto";
import { answerWith } from "#app/answer";
import { savedIn } from "#app/catalogue";
import { openList, type Search } from "#app/list";
import { sendNewProduct, sendProduct } from "#app/products/actions";
import { productList } from "#app/products/list";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { findRemoved, productVersion } from "#db/read/catalogue";
import { productFields } from "#lib/catalogue/field";
import { productGroups } from "#lib/catalogue/groups";
import { productValues } from "#lib/catalogue/product";
import type { ShownForm, ShownProduct } from "#lib/catalogue/shown";
import { typedOf } from "#lib/catalogue/value";
import { can, type Permission } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import { allows } from "#lib/domain/machine";
import { productMachine } from "#lib/domain/product";
import type { ProductRecord } from "#lib/records";
import { notYours } from "#lib/roles";

/** The list of products, and why the role may not add one, if so. */
export async function openProducts(search: Search) {
  const [actor, shown] = await Promise.all([requireActor(), openList(productList, search)]);
  return { because: can(actor, "product:operate") ? undefined : notYours("product:operate", shown), shown };
}

/** What a product's page shows beside the record, for whoever is signed in. */
export async function openProduct(product: ProductRecord, search: Search): Promise<ShownProduct> {
  const [actor, way, done, removed] = await Promise.all([
    requireActor(),
    currentWay(),
    savedIn(search),
    removedIn(search, product),
  ]);
  const { t } = way;
  const { code } = product;
  const isOpen = allows(productMachine, product.status, "offers");
  const typed = typedOf(productFields, productValues(product));
  const fixed = product.isUsed ? ["kind", "decimals"] : [];
  const whyNot = (permission: Permission) => {
    if (!can(actor, permission)) return { because: notYours(permission, way) };
    return isOpen ? undefined : { because: t("offering.product_inactive") };
  };
  return {
    edit: whyNot("product:operate") ?? {
      action: sendProduct,
      sent: { code, version: productVersion(product), key: randomUUID() },
      groups: productGroups({ ...way, typed, fixed }),
    },
    saved: removed === undefined ? done : t("offering.removed", removed),
    addOffer: whyNot("offer:operate") ?? { href: `/offers/new?product=${code}` },
  };
}

/** The form of a new product; undefined where the role may not add one. */
export async function openNewProduct() {
  const [{ role }, way] = await Promise.all([requireActor(), currentWay()]);
  const typed = { kind: "credit", decimals: "0", tolerance: "0" };
  const form: ShownForm = { action: sendNewProduct, sent: { key: randomUUID() }, groups: productGroups({ ...way, typed }) };
  if (can({ role }, "product:operate")) return { ...way, role, form };
  answerWith(403);
  return { ...way, role, form: undefined };
}

/** The offer of this product that was removed, whose address led here. */
async function removedIn({ removed }: Search, product: ProductRecord) {
  const found = typeof removed === "string" && isCode("offer", removed) ? await findRemoved(removed) : undefined;
  return found?.product === product.code ? { code: String(removed), name: found.name } : undefined;
}
