import "server-only";
import { randomUUID } from "node:crypto";
import { answerWith } from "#app/answer";
import { savedIn } from "#app/catalogue";
import type { Search } from "#app/list";
import { sendCharges, sendGeneral, sendNewOffer, sendRemoval, sendRepayment } from "#app/offers/actions";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { db } from "#db/client";
import { offerVersion } from "#db/read/catalogue";
import { findMissing } from "#db/read/completeness";
import { findProduct } from "#db/read/product";
import { findSight } from "#db/read/rules";
import { type OfferTab, offerFields, offerTabs } from "#lib/catalogue/field";
import { newOfferGroups, type OfferWay, offerFacts, offerGroups, removalGroups } from "#lib/catalogue/groups";
import { offerValues } from "#lib/catalogue/offer";
import type { Missing, ShownForm, ShownOffer } from "#lib/catalogue/shown";
import { typedOf } from "#lib/catalogue/value";
import { can } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import { allows, type Refusal } from "#lib/domain/machine";
import { isEditable } from "#lib/domain/offer";
import { productMachine } from "#lib/domain/product";
import { refusalSentence } from "#lib/messages/refusal";
import type { OfferRecord } from "#lib/records";
import { notYours } from "#lib/roles";
import type { Way } from "#lib/way";

const actions = { general: sendGeneral, repayment: sendRepayment, charges: sendCharges } as const;

/** What an offer's page shows beside the record, for whoever is signed in. */
export async function openOffer(offer: OfferRecord, search: Search): Promise<ShownOffer> {
  const [actor, ways, saved, sight] = await Promise.all([requireActor(), currentWay(), savedIn(search), findSight(db)]);
  const { code, status } = offer;
  const tab = offerTabs.find((each) => each === search["tab"]) ?? "general";
  const notTheirs = can(actor, "offer:operate") ? undefined : { because: notYours("offer:operate", ways) };
  const fixed = isEditable(status, sight.rules) ? undefined : { because: ways.t("offering.modification_not_allowed") };
  const whyNot = notTheirs ?? fixed;
  const way: OfferWay = { ...ways, typed: typedIn(tab, offer), inherited: offer.inherited, rules: sight.rules };
  const form = { action: actions[tab], sent: { code, version: offerVersion(tab, offer), key: randomUUID() } };
  return {
    tabs: offerTabs.map((each) => ({
      href: `/offers/${code}?tab=${each}#settings`,
      label: way.t(`offering.tab_${each}`),
      isOpen: each === tab,
    })),
    edit: whyNot ?? { ...form, groups: offerGroups(tab, way) },
    said: whyNot === undefined ? [] : offerFacts(tab, offer, way),
    saved,
    missing: status === "enabled" ? undefined : (await findMissing(sight, code)).map((each) => wordMissing(each, offer, way)),
    removal: notTheirs ?? removalOf(offer, way),
    simulate: `/offers/${code}/simulate`,
  };
}

/** The form of a new offer of a product; undefined where there is no such product. */
export async function openNewOffer({ product: asked }: Search) {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  const product = typeof asked === "string" && isCode("product", asked) ? await findProduct(actor, asked) : undefined;
  if (product === undefined) return undefined;
  const sent = { product: product.code, key: randomUUID() };
  const isOpen = allows(productMachine, product.status, "offers");
  const form: ShownForm = { action: sendNewOffer, sent, groups: newOfferGroups({ ...way, typed: {} }) };
  const isAllowed = can(actor, "offer:operate");
  if (!isAllowed) answerWith(403);
  else if (!isOpen) answerWith(409);
  return { ...way, product, role: actor.role, isAllowed, form: isOpen ? form : undefined };
}

/** The charges also say the rate, which another tab sets. */
function typedIn(tab: OfferTab, offer: OfferRecord) {
  const values = offerValues(offer);
  return { ...typedOf(offerFields.repayment, values.repayment), ...typedOf(offerFields[tab], values[tab] as never) };
}

function removalOf({ code, status, isUsed }: OfferRecord, way: OfferWay): ShownOffer["removal"] {
  if (isUsed) return { because: way.t(status === "enabled" ? "offering.remove_used" : "offering.remove_used_disabled") };
  return { action: sendRemoval, sent: { code, key: randomUUID() }, groups: removalGroups(code, way) };
}

const ofRepayment = ["setting_annual_rate", "setting_method", "setting_periodicity", "rate_within_max"];

/** What is missing, in a sentence, with the place where it is set. */
export function wordMissing(refusal: Refusal, { code, product }: OfferRecord, { language, t, format }: Way): Missing {
  const sentence = refusalSentence(refusal, "offer", language, format.money);
  if (refusal.rule === "product_enabled") return { sentence, href: `/products/${product.code}`, label: product.name };
  const tab = ofRepayment.includes(refusal.rule) ? "repayment" : "general";
  return { sentence, href: `/offers/${code}?tab=${tab}#settings`, label: t(`offering.tab_${tab}`) };
}
