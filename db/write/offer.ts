import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { isWaiting } from "#db/move/expired-approvals";
import { lockMoved } from "#db/move/record";
import { versionOf } from "#db/read/catalogue";
import { missingIn } from "#db/read/completeness";
import { isOfferUsed, limitsOf, offerContents } from "#db/read/offer";
import { findSight } from "#db/read/rules";
import { Refused, refuseIf } from "#db/refused";
import { approvals } from "#db/schema/approval";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";
import { type CatalogueOutcome, changesBetween, orRefuse, refuseFaults, writeCatalogue } from "#db/write/catalogue";
import { namingEditor } from "#db/write/product";
import { faultsInOffer } from "#lib/catalogue/coherence";
import { newOfferFields, type OfferTab, offerFields } from "#lib/catalogue/field";
import { textsOfTab, withTab } from "#lib/catalogue/offer";
import { type Fault, readFields, type Typed } from "#lib/catalogue/read";
import type { Actor } from "#lib/domain/actor";
import { allows, type Refusal } from "#lib/domain/machine";
import { isEditable, type OfferStatus } from "#lib/domain/offer";
import { productMachine } from "#lib/domain/product";

/** Adds an offer to a product: a draft, which has a name and all else to be set. */
export function addOffer(actor: Actor, { product, typed }: { product: string; typed: Typed }, key: string) {
  return writeCatalogue(actor, { did: "offer.added", said: { product, typed }, key, record: product }, async (tx) => {
    const owner = await lockMoved(tx, "product", product);
    if (owner === undefined) throw new Refused([{ rule: "unknown" }]);
    if (!allows(productMachine, owner.status as "enabled", "offers")) throw new Refused([{ rule: "product_inactive" }]);
    const { name } = orRefuse(readFields(newOfferFields, typed, 0)).values;
    const [made] = await tx.insert(offers).values({ productId: owner.id, name }).returning({ code: offers.code });
    if (made === undefined) throw new Error("no offer was made");
    return { record: made.code, details: { product, name: ["", name] } };
  });
}

/** What somebody typed on a tab of an offer, which showed it in a version. */
type Edit = { code: string; tab: OfferTab; version: string; typed: Typed };

/** Edits an offer: what is lent from now on. Credits keep the terms that they were made under. */
export function editOffer(actor: Actor, { code, ...said }: Edit, key: string): Promise<CatalogueOutcome> {
  return writeCatalogue(actor, { did: "offer.edited", said, key, record: code }, async (tx) => {
    const { moved, inherited, decimals, ...before } = await lockOffer(tx, code);
    const { tab, version, typed } = said;
    const sight = await findSight(tx);
    if (!isEditable(moved.status as OfferStatus, sight.rules)) throw new Refused([{ rule: "modification_not_allowed" }]);
    const texts = textsOfTab(tab, before);
    if (versionOf(texts) !== version) throw new Refused([await namingEditor(tx, code)]);
    const { offer: after } = orRefuse(withTab(before, tab, typed, decimals));
    const changes = changesBetween(texts, textsOfTab(tab, after));
    if (Object.keys(changes).length === 0) throw new Refused([{ rule: "nothing_edited" }]);
    refuseFaults(onTab(tab, faultsInOffer(after, inherited)));
    const stood = await missingIn(sight, moved);
    await tx.update(offers).set(after).where(eq(offers.id, moved.id));
    // What lends already stays what it could be enabled as.
    if (moved.status === "enabled") refuseIf(othersThan(stood, await missingIn(sight, moved)));
    return { record: code, details: changes };
  });
}

/** Removes an offer that nobody ever asked for; the history keeps that it was. */
export function removeOffer(actor: Actor, { code, typed }: { code: string; typed: string }, key: string) {
  return writeCatalogue(actor, { did: "offer.remove", said: typed, key, record: code }, async (tx) => {
    const [found] = await tx
      .select({ id: offers.id, name: offers.name, product: products.code })
      .from(offers)
      .innerJoin(products, eq(products.id, offers.productId))
      .where(eq(offers.code, code))
      .for("update", { of: offers });
    if (found === undefined) throw new Refused([{ rule: "unknown" }]);
    await refuseUsed(tx, found.id);
    if (typed !== code) throw new Refused([{ rule: "id_not_typed" }]);
    await tx.delete(offers).where(eq(offers.id, found.id));
    const { name, product } = found;
    return { record: code, details: { name, product }, leadsTo: product };
  });
}

/** The product is only kept from being changed meanwhile; whoever lends locks in the same order. */
async function lockOffer(tx: Tx, code: string) {
  const moved = await lockMoved(tx, "offer", code);
  if (moved === undefined) throw new Refused([{ rule: "unknown" }]);
  await tx.execute(sql`select from products p join offers o on o.product_id = p.id where o.id = ${moved.id} for share of p`);
  const [found] = await tx
    .select({ ...offerContents, inherited: limitsOf(products), decimals: products.decimals })
    .from(offers)
    .innerJoin(products, eq(products.id, offers.productId))
    .where(eq(offers.id, moved.id));
  if (found === undefined) throw new Error(`no offer ${code}`);
  return { moved, ...found };
}

/** The faults as one tab can mend them; those of other tabs were there before. */
const onTab = (tab: OfferTab, faults: readonly Fault[]): Fault[] =>
  faults.flatMap((fault) => {
    if (fault.field in offerFields[tab]) return [fault];
    return tab === "general" && fault.word === "grace_too_long" ? [{ ...fault, field: "instalments_max" }] : [];
  });

const othersThan = (before: readonly Refusal[], after: readonly Refusal[]): Refusal[] =>
  after.filter(({ rule }) => !before.some((each) => each.rule === rule));

async function refuseUsed(tx: Tx, id: string): Promise<void> {
  const [found] = await tx.select({ isUsed: isOfferUsed }).from(offers).where(eq(offers.id, id));
  if (found?.isUsed) throw new Refused([{ rule: "offer_used" }]);
  if ((await tx.$count(approvals, and(eq(approvals.record, id), isWaiting))) > 0)
    throw new Refused([{ rule: "approval_pending" }]);
}
