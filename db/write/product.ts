import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { findLastEdit, versionOf } from "#db/read/catalogue";
import { offerContents } from "#db/read/offer";
import { isProductUsed, productContents } from "#db/read/product";
import { Refused } from "#db/refused";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";
import { type CatalogueOutcome, changesBetween, orRefuse, refuseFaults, writeCatalogue } from "#db/write/catalogue";
import { faultsInProduct, faultsWithOffer } from "#lib/catalogue/coherence";
import { productFields } from "#lib/catalogue/field";
import { effectiveLimits, type ProductContents, productFrom, productValues } from "#lib/catalogue/product";
import { type Fault, readFields, type Typed } from "#lib/catalogue/read";
import { type Texts, textsOf } from "#lib/catalogue/value";
import type { Actor } from "#lib/domain/actor";
import { allows, type Refusal } from "#lib/domain/machine";
import { productMachine } from "#lib/domain/product";

/** Adds a product, which is enabled at once; its offers are what is lent. */
export function addProduct(actor: Actor, typed: Typed, key: string): Promise<CatalogueOutcome> {
  return writeCatalogue(actor, { did: "product.added", said: typed, key }, async (tx) => {
    const product = productIn(typed);
    const [made] = await tx.insert(products).values(rowOf(product)).returning({ code: products.code });
    if (made === undefined) throw new Error("no product was made");
    return { record: made.code, details: changesBetween({}, textsIn(product)) };
  });
}

/** What somebody typed of a product, on a form that showed it in a version. */
type Edit = { code: string; version: string; typed: Typed };

/** Edits a product: what its offers inherit is theirs from now on, what credits were agreed on stays. */
export function editProduct(actor: Actor, { code, ...said }: Edit, key: string): Promise<CatalogueOutcome> {
  return writeCatalogue(actor, { did: "product.edited", said, key, record: code }, async (tx) => {
    const { id, isUsed, before, others } = await lockProduct(tx, code);
    if (versionOf(textsIn(before)) !== said.version) throw new Refused([await namingEditor(tx, code)]);
    const after = productIn(said.typed);
    const changes = changesBetween(textsIn(before), textsIn(after));
    if (Object.keys(changes).length === 0) throw new Refused([{ rule: "nothing_edited" }]);
    refuseFaults([
      ...(isUsed ? faultsOfUse(before, after) : []),
      ...others.flatMap((offer) => faultsWithOffer(after, offer.code, offer)),
    ]);
    for (const offer of others) if (offer.status === "enabled") refuseIncomplete(offer, before, after);
    await tx.update(products).set(rowOf(after)).where(eq(products.id, id));
    return { record: code, details: changes };
  });
}

/** The refusal of an edit of what another edited meanwhile. */
export async function namingEditor(tx: Tx, code: string): Promise<Refusal> {
  const last = await findLastEdit(tx, code);
  return last === undefined ? { rule: "edited" } : { rule: "edited_by", values: last };
}

const textsIn = (product: ProductContents): Texts => textsOf(productFields, productValues(product));
const rowOf = ({ tolerance: toleranceMinor, ...product }: ProductContents) => ({ ...product, toleranceMinor });

function productIn(typed: Typed): ProductContents {
  // Amounts are read in as many decimals as are typed beside them.
  const { decimals } = productFields;
  const asked = readFields({ decimals }, typed, 0);
  const read = readFields(productFields, typed, asked.ok ? asked.values.decimals : decimals.most);
  const product = productFrom(orRefuse(read).values);
  refuseFaults(faultsInProduct(product));
  return product;
}

/** Locks its offers before it, as whoever edits or lends one of them does. */
async function lockProduct(tx: Tx, code: string) {
  await tx.execute(sql`select from offers o join products p on p.id = o.product_id where p.code = ${code}
    order by o.id for share of o`);
  await tx.execute(sql`select from products where code = ${code} for no key update`);
  const [found] = await tx
    .select({ id: products.id, status: products.status, isUsed: isProductUsed, before: productContents })
    .from(products)
    .where(eq(products.code, code));
  if (found === undefined) throw new Refused([{ rule: "unknown" }]);
  if (!allows(productMachine, found.status, "offers")) throw new Refused([{ rule: "product_inactive" }]);
  const others = await tx
    .select({ code: offers.code, status: offers.status, ...offerContents })
    .from(offers)
    .where(eq(offers.productId, found.id));
  return { ...found, others };
}

/** Of what was asked for already the kind and the decimals stay. */
function faultsOfUse(before: ProductContents, after: ProductContents): Fault[] {
  return [
    ...(before.kind === after.kind ? [] : [{ field: "kind", word: "kind_in_use" } as const]),
    ...(before.decimals === after.decimals ? [] : [{ field: "decimals", word: "decimals_in_use" } as const]),
  ];
}

/** What lends already keeps every limit that it needs. */
function refuseIncomplete(offer: InheritingOffer, before: ProductContents, after: ProductContents): void {
  const [had, has] = [effectiveLimits(offer, before), effectiveLimits(offer, after)];
  const lost = needed.filter(([limit]) => had[limit] !== null && has[limit] === null);
  refuseFaults(lost.map(([, field]) => ({ field, word: "offer_needs", values: { offer: offer.code } })));
}

type InheritingOffer = { code: string } & Parameters<typeof effectiveLimits>[0];
const needed = [
  ["amountMin", "amount_min"],
  ["amountMax", "amount_max"],
  ["instalmentsMin", "instalments_min"],
  ["instalmentsMax", "instalments_max"],
] as const;
