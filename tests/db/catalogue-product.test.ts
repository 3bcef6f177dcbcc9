import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findProduct } from "#db/read/product";
import { history } from "#db/schema/history";
import { products } from "#db/schema/product";
import { addProduct, editProduct } from "#db/write/product";
import { editNow, productForm, productOf, refusedBy } from "#tests/db/catalogue";
import { entriesOf, moveByTwo } from "#tests/db/moving";
import { addAccount, addCustomer, addOffer, addPreLoan, andres, bruno, carla, sofia } from "#tests/db/portfolio";

const typed = {
  name: " Libre ",
  kind: "credit",
  decimals: "0",
  amount_min: "1.000.000",
  amount_max: "5,000,000",
  tolerance: "0",
};

describe("adding a product", () => {
  test("makes it enabled, and keeps in the history what it says", async () => {
    const outcome = await addProduct(andres, { ...typed, instalments_max: "24" }, randomUUID());
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    expect(await findProduct(sofia, outcome.code)).toMatchObject({
      ...{ status: "enabled", name: "Libre", kind: "credit", decimals: 0, tolerance: 0n },
      ...{ amountMin: 1_000_000_00n, amountMax: 5_000_000_00n, instalmentsMin: null, instalmentsMax: 24, isUsed: false },
    });
    const [entry] = await entriesOf(outcome.code);
    expect(entry).toMatchObject({ action: "product.added", module: "products", subject: "andres" });
    expect(entry?.details).toEqual({
      ...{ name: ["", "Libre"], kind: ["", "credit"], decimals: ["", "0"], tolerance: ["", "0"] },
      ...{ amount_min: ["", "1000000"], amount_max: ["", "5000000"], instalments_max: ["", "24"] },
    });
  });

  test("acts once for its key, and says the same again, however often it is sent at once", async () => {
    const key = randomUUID();
    const before = await db.$count(products);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => addProduct(sofia, typed, key)));
    expect(new Set(outcomes.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ ok: true, did: "product.added" });
    expect(await db.$count(products)).toBe(before + 1);
    expect(refusedBy(await addProduct(sofia, { ...typed, name: "Other" }, key))).toEqual(["key_reused"]);
    expect(refusedBy(await addProduct(andres, typed, key))).toEqual(["key_reused"]);
  });

  test.each([bruno, carla])("is not for $role, and that they tried is kept", async (actor) => {
    const before = await db.$count(products);
    expect(refusedBy(await addProduct(actor, typed, randomUUID()))).toEqual(["permission"]);
    expect(await db.$count(products)).toBe(before);
    const last = (await db.select().from(history).orderBy(history.id)).at(-1);
    expect(last).toMatchObject({ action: "permission.refused", subject: actor.subject, module: "products" });
  });

  test.each([
    [{ name: "" }, "name missing"],
    [{ name: "x".repeat(10_000) }, "name too_long"],
    [{ name: "a\u0000b" }, "name unwritable"],
    [{ kind: "bond" }, "kind not_an_option"],
    [{ kind: "__proto__" }, "kind not_an_option"],
    [{ decimals: "3" }, "decimals not_a_number"],
    [{ decimals: "2", amount_min: "1,234" }, "amount_min amount_ambiguous"],
    [{ amount_min: "10.5" }, "amount_min amount_too_many_decimals"],
    [{ amount_min: "0" }, "amount_min zero"],
    [{ amount_min: "-1" }, "amount_min amount_negative"],
    [{ amount_min: "6000000" }, "amount_max least_above_most"],
    [{ instalments_min: "13", instalments_max: "12" }, "instalments_max least_above_most"],
    [{ instalments_min: "0" }, "instalments_min not_a_number"],
    [{ instalments_max: "1.5" }, "instalments_max not_a_number"],
    [{ max_active_credits: "99999999999" }, "max_active_credits not_a_number"],
    [{ tolerance: "" }, "tolerance missing"],
    [{ amount_max: "9".repeat(30) }, "amount_max amount_too_large"],
  ])("refuses %j", async (change, fault) => {
    expect(refusedBy(await addProduct(sofia, { ...typed, ...change } as Record<string, string>, randomUUID()))).toEqual([fault]);
  });

  test("tells all that is wrong at once", async () => {
    const outcome = await addProduct(sofia, { ...typed, name: "", kind: "", amount_min: "?" }, randomUUID());
    expect(refusedBy(outcome)).toEqual(["name missing", "kind missing", "amount_min amount_unreadable"]);
  });
});

describe("editing a product", () => {
  test("keeps before and after of what changed, and nothing else", async () => {
    const { code } = await productOf(await addOffer({ amountMax: 10_00n }));
    expect(await editNow(andres, code, { amount_max: "20,50", name: "Nuevo" })).toEqual({
      ok: true,
      did: "product.edited",
      code,
    });
    const [entry] = await entriesOf(code);
    expect(entry?.details).toEqual({ amount_max: ["10", "20.50"], name: ["Libre inversión", "Nuevo"] });
  });

  test("of nothing is refused, and so is one of another version, naming who edited", async () => {
    const { code } = await productOf(await addOffer());
    expect(refusedBy(await editNow(sofia, code, {}))).toEqual(["nothing_edited"]);
    const stale = await productForm(code, { name: "Mine" });
    await editNow(andres, code, { name: "Theirs" });
    expect(await editProduct(sofia, stale, randomUUID())).toMatchObject({
      refusals: [{ rule: "edited_by", values: { email: "andres@demo.example", at: expect.any(String) } }],
    });
    expect(await findProduct(sofia, code)).toMatchObject({ name: "Theirs" });
  });

  test("of many at once one is made", async () => {
    const { code } = await productOf(await addOffer());
    const forms = await Promise.all(["A", "B", "C", "D"].map((name) => productForm(code, { name })));
    const outcomes = await Promise.all(forms.map((form) => editProduct(sofia, form, randomUUID())));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await entriesOf(code)).toHaveLength(1);
  });

  test("changes the kind and the decimals only while nobody asked for it", async () => {
    const offer = await addOffer();
    const { code } = await productOf(offer);
    expect(await editNow(sofia, code, { kind: "card" })).toMatchObject({ ok: true });
    await addPreLoan((await addCustomer()).id, { offerId: offer.id });
    expect(refusedBy(await editNow(sofia, code, { kind: "credit", decimals: "1" }))).toEqual([
      "kind kind_in_use",
      "decimals decimals_in_use",
    ]);
    const card = await addOffer({ kind: "card" });
    await addAccount((await addCustomer()).id, { productId: card.productId });
    expect(refusedBy(await editNow(sofia, (await productOf(card)).code, { kind: "credit" }))).toEqual(["kind kind_in_use"]);
  });

  test("leaves no offer with amounts that its decimals cannot hold", async () => {
    const offer = await addOffer({}, { amountMin: 10_50n });
    expect(refusedBy(await editNow(sofia, (await productOf(offer)).code, { decimals: "0" }))).toEqual([
      "decimals decimals_of_offer",
    ]);
  });

  test("leaves no offer that inherits without a limit it needs, nor with a least above its most", async () => {
    const offer = await addOffer({ amountMin: 5_00n, amountMax: 100_00n }, { amountMin: null, amountMax: 50_00n });
    const { code } = await productOf(offer);
    expect(refusedBy(await editNow(sofia, code, { amount_min: "" }))).toEqual(["amount_min offer_needs"]);
    expect(refusedBy(await editNow(sofia, code, { amount_min: "60" }))).toEqual(["amount_min offer_least_above_most"]);
    expect(await editNow(sofia, code, { amount_max: "", amount_min: "50" })).toMatchObject({ ok: true });
  });

  test("is not possible while it is inactive, of none, or for a role that may not", async () => {
    const { code } = await productOf(await addOffer());
    expect(refusedBy(await editNow(bruno, code, { name: "B" }))).toEqual(["permission"]);
    await moveByTwo("product", code, "deactivate", { reason: "mistake", typed: code });
    expect(refusedBy(await editNow(sofia, code, { name: "B" }))).toEqual(["product_inactive"]);
    const form = await productForm(code, { name: "B" });
    expect(refusedBy(await editProduct(sofia, { ...form, code: "T-222222" }, randomUUID()))).toEqual(["unknown"]);
  });
});
