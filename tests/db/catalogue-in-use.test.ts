import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findRemoved } from "#db/read/catalogue";
import { findOffer } from "#db/read/offer";
import { credits } from "#db/schema/credit";
import { offers } from "#db/schema/offer";
import { terms } from "#db/schema/terms";
import { removeOffer } from "#db/write/offer";
import { edit, editNow, offerNow, productOf, refusedBy } from "#tests/db/catalogue";
import { ask, entriesOf, useRules } from "#tests/db/moving";
import { addCustomer, addOffer, addPreLoan, andres, bruno, carla, moveNow, sofia } from "#tests/db/portfolio";

beforeEach(() => useRules());

const remove = (actor: typeof sofia, code: string, typed = code, key = randomUUID()) => removeOffer(actor, { code, typed }, key);

describe("an offer that is enabled or disabled", () => {
  test("may be edited only where the project's rules say so", async () => {
    for (const status of ["enabled", "disabled"] as const) {
      const { code } = await addOffer({}, { status });
      await useRules({ mayModifyOffers: false });
      expect(refusedBy(await edit(sofia, code, "general", { name: "Other" }))).toEqual(["modification_not_allowed"]);
      await useRules({ mayModifyOffers: true });
      expect(await edit(sofia, code, "general", { name: "Other" })).toMatchObject({ ok: true });
    }
  });

  test("stays what it could be enabled as, while it lends", async () => {
    await useRules({ mayModifyOffers: true, maxAnnualRate: "26" });
    const { code } = await addOffer();
    expect(refusedBy(await edit(sofia, code, "repayment", { annual_rate: "" }))).toEqual(["setting_annual_rate"]);
    expect(refusedBy(await edit(sofia, code, "repayment", { annual_rate: "27" }))).toEqual(["rate_within_max"]);
    expect(refusedBy(await edit(sofia, code, "general", { amount_min: "", valid_from: "" }))).toEqual([
      "setting_amount_min",
      "setting_valid_from",
    ]);
    expect(await offerNow(code)).toMatchObject({ terms: { annualRate: "24.5" }, validFrom: "2026-01-01" });
    await useRules({ mayModifyOffers: true, maxAnnualRate: "20" });
    // What stood against it before does not stand against an edit of something else.
    expect(await edit(sofia, code, "general", { name: "Other" })).toMatchObject({ ok: true });
    expect(await moveNow(sofia, "offer", code, "disable", { reason: "risk" })).toMatchObject({ ok: true });
    expect(await edit(sofia, code, "general", { valid_from: "" })).toMatchObject({ ok: true });
  });

  test.each([bruno, carla])("is not edited by $role", async (actor) => {
    await useRules({ mayModifyOffers: true });
    const { code } = await addOffer();
    expect(refusedBy(await edit(actor, code, "general", { name: "Other" }))).toEqual(["permission"]);
    expect((await entriesOf(code)).map(({ action }) => action)).toEqual(["permission.refused"]);
  });
});

test("a change to an offer, or to its product, never changes credits already made", async () => {
  await useRules({ mayModifyOffers: true });
  const { id: customerId } = await addCustomer();
  const offer = await addOffer();
  const lend = async () => {
    const { id, code } = await addPreLoan(customerId, { offerId: offer.id, instalments: 12 });
    expect(await moveNow(sofia, "pre_loan", code, "confirm")).toMatchObject({ ok: true });
    const made = await db.select().from(credits).where(eq(credits.offerId, offer.id)).orderBy(credits.number);
    return { id, credit: made.at(-1) };
  };
  const { credit: first } = await lend();
  const termsOf = async (id = "") => (await db.select().from(terms).where(eq(terms.id, id)))[0];
  const before = await termsOf(first?.termsId);

  const order = { collection_1: "principal", collection_2: "interest", collection_3: "fee", collection_4: "penalty" };
  expect(await edit(sofia, offer.code, "charges", { ...order, late_rate: "40" })).toMatchObject({ ok: true });
  expect(await edit(sofia, offer.code, "repayment", { annual_rate: "30", method: "flat", every: "2" })).toMatchObject({
    ok: true,
  });
  expect(await edit(sofia, offer.code, "general", { amount_max: "600000" })).toMatchObject({ ok: true });
  expect(await editNow(sofia, (await productOf(offer)).code, { tolerance: "5", amount_max: "700000" })).toMatchObject({
    ok: true,
  });

  expect(
    (
      await db
        .select()
        .from(credits)
        .where(eq(credits.id, first?.id ?? ""))
    )[0],
  ).toEqual(first);
  expect(await termsOf(first?.termsId)).toEqual(before);
  expect(before?.settings).toMatchObject({ annualRate: "24.5", method: "equal_instalments", every: 1, lateRate: null });

  const { credit: second } = await lend();
  expect(second?.termsId).not.toBe(first?.termsId);
  expect(second?.collection).toEqual(["principal", "interest", "fee", "penalty"]);
  expect((await termsOf(second?.termsId))?.settings).toMatchObject({
    annualRate: "30",
    method: "flat",
    every: 2,
    lateRate: "40",
  });
});

describe("removing an offer", () => {
  test("that nobody asked for takes it away; the history keeps that it was, and its address leads to its product", async () => {
    const offer = await addOffer({}, { name: "Never" });
    const { code: product } = await productOf(offer);
    expect(refusedBy(await remove(andres, offer.code, "F-222222"))).toEqual(["id_not_typed"]);
    const key = randomUUID();
    const outcomes = await Promise.all([1, 2].map(() => remove(andres, offer.code, offer.code, key)));
    for (const outcome of outcomes) expect(outcome).toEqual({ ok: true, did: "offer.remove", code: product });
    expect(await offerNow(offer.code)).toBeUndefined();
    expect(await findOffer(sofia, offer.code)).toBeUndefined();
    expect(await findRemoved(offer.code)).toEqual({ name: "Never", product });
    expect((await entriesOf(offer.code)).map(({ action, module, details }) => [action, module, details])).toEqual([
      ["offer.remove", "offers", { name: "Never", product }],
    ]);
    expect(refusedBy(await remove(andres, offer.code))).toEqual(["unknown"]);
  });

  test("that was activated and disabled takes it away too, its moves stay in the history", async () => {
    const { code } = await addOffer({}, { status: "draft" });
    await moveNow(sofia, "offer", code, "activate");
    await moveNow(sofia, "offer", code, "disable", { reason: "risk" });
    expect(await remove(sofia, code)).toMatchObject({ ok: true });
    expect((await entriesOf(code)).map(({ action }) => action)).toEqual(["offer.activate", "offer.disable", "offer.remove"]);
  });

  test("that somebody asked for is refused, whatever came of the request", async () => {
    const { id, code } = await addOffer();
    const { code: request } = await addPreLoan((await addCustomer()).id, { offerId: id });
    expect(refusedBy(await remove(sofia, code))).toEqual(["offer_used"]);
    await moveNow(sofia, "pre_loan", request, "reject", { reason: "policy" });
    expect(refusedBy(await remove(sofia, code))).toEqual(["offer_used"]);
    expect(await offerNow(code)).toBeDefined();
  });

  test("and a request for it at the same time: one of the two is made", async () => {
    const { id: customerId } = await addCustomer();
    for (let round = 0; round < 8; round++) {
      const { id, code } = await addOffer();
      const [asked, removed] = await Promise.allSettled([addPreLoan(customerId, { offerId: id }), remove(sofia, code)]);
      const isRemoved = removed.status === "fulfilled" && removed.value.ok;
      expect(isRemoved).toBe(asked.status === "rejected");
      expect(await db.$count(offers, eq(offers.id, id))).toBe(isRemoved ? 0 : 1);
    }
  });

  test("waits for an approval of it, and is not for every role", async () => {
    await useRules({ fourEyes: ["offer.disable"] });
    const { code } = await addOffer();
    for (const actor of [bruno, carla]) expect(refusedBy(await remove(actor, code))).toEqual(["permission"]);
    await ask("offer", code, "disable", { reason: "risk" });
    expect(refusedBy(await remove(sofia, code))).toEqual(["approval_pending"]);
  });
});
