import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findMissing } from "#db/read/completeness";
import { findOffer } from "#db/read/offer";
import { findSight } from "#db/read/rules";
import { addOffer as addDraft, editOffer } from "#db/write/offer";
import { edit, editNow, offerForm, offerNow, productOf, refusedBy } from "#tests/db/catalogue";
import { entriesOf, moveByTwo, useRules } from "#tests/db/moving";
import { addOffer, andres, bruno, moveNow, offered, sofia } from "#tests/db/portfolio";

const draft = async (product: Parameters<typeof addOffer>[0] = {}) =>
  addOffer(product, { status: "draft", terms: {}, validFrom: null, amountMin: null, amountMax: null });
const missing = async (code: string) => (await findMissing(await findSight(db), code)).map(({ rule }) => rule);

describe("a new offer", () => {
  test("is a draft with a name, without which there is none", async () => {
    const { code: product } = await productOf(await addOffer({ amountMin: 1_00n }));
    const outcome = await addDraft(andres, { product, typed: { name: "Navidad" } }, randomUUID());
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    expect(await findOffer(sofia, outcome.code)).toMatchObject({
      ...{ status: "draft", name: "Navidad", type: "cash", terms: {}, amountMin: null, inherited: { amountMin: 1_00n } },
    });
    expect((await entriesOf(outcome.code)).map(({ action, details }) => [action, details])).toEqual([
      ["offer.added", { product, name: ["", "Navidad"] }],
    ]);
    for (const name of ["", "  ", "x".repeat(81)])
      expect(refusedBy(await addDraft(andres, { product, typed: { name } }, randomUUID()))).toHaveLength(1);
  });

  test("is of an enabled product, by a role that may, once for its key", async () => {
    const { code: product } = await productOf(await addOffer());
    const said = { product, typed: { name: "A" } };
    expect(refusedBy(await addDraft(bruno, said, randomUUID()))).toEqual(["permission"]);
    expect(refusedBy(await addDraft(sofia, { ...said, product: "T-222222" }, randomUUID()))).toEqual(["unknown"]);
    const key = randomUUID();
    const outcomes = await Promise.all([1, 2, 3].map(() => addDraft(sofia, said, key)));
    expect(new Set(outcomes.map((each) => JSON.stringify(each))).size).toBe(1);
    await moveByTwo("product", product, "deactivate", { reason: "mistake", typed: product });
    expect(refusedBy(await addDraft(sofia, said, randomUUID()))).toEqual(["product_inactive"]);
  });
});

describe("a draft", () => {
  test("is set tab by tab until nothing is missing, and then it can be activated", async () => {
    const { code } = await draft({ amountMin: 100_00n });
    expect(await missing(code)).toEqual([
      ...["setting_amount_max", "setting_annual_rate", "setting_method", "setting_periodicity", "setting_valid_from"],
    ]);
    expect(await edit(andres, code, "general", { amount_max: "9.000,50", valid_from: "2026-01-01" })).toMatchObject({ ok: true });
    const repayment = { method: "flat", annual_rate: "28,50 %", rate_kind: "effective", every: "2", unit: "week" };
    expect(await edit(andres, code, "repayment", { ...repayment, business_days: "yes" })).toMatchObject({ ok: true });
    const charges = { upfront_fee_kind: "percent", upfront_fee: "2,5", late_fee_kind: "fixed", late_fee: "10" };
    const order = { collection_1: "principal", collection_2: "interest", collection_3: "fee", collection_4: "penalty" };
    expect(await edit(andres, code, "charges", { ...charges, ...order, late_rate: "30" })).toMatchObject({ ok: true });
    expect(await missing(code)).toEqual([]);
    expect(await offerNow(code)).toMatchObject({
      ...{ amountMax: 9_000_50n, validFrom: "2026-01-01" },
      terms: {
        ...{ annualRate: "28.5", rateKind: "effective", method: "flat", every: 2, unit: "week", businessDays: true },
        ...{ upfrontFee: { kind: "percent", percent: "2.5" }, lateFee: { kind: "fixed", minor: "1000" }, instalmentFee: null },
        ...{ lateRate: "30", collection: ["principal", "interest", "fee", "penalty"] },
      },
    });
    expect(await moveNow(andres, "offer", code, "activate")).toMatchObject({ ok: true });
    const told = (await entriesOf(code)).map(({ action, details }) => [action, details]);
    expect(told).toEqual([
      ["offer.edited", { amount_max: ["", "9000.50"], valid_from: ["", "2026-01-01"] }],
      [
        "offer.edited",
        {
          ...{ method: ["", "flat"], annual_rate: ["", "28.5"], rate_kind: ["nominal", "effective"] },
          ...{ every: ["", "2"], unit: ["", "week"], business_days: ["", "yes"] },
        },
      ],
      [
        "offer.edited",
        {
          ...{ upfront_fee: ["", "2.5 %"], late_fee: ["", "10"], late_rate: ["", "30"] },
          collection: ["", "principal, interest, fee, penalty"],
        },
      ],
      ["offer.activate", { from: "draft", to: "enabled" }],
    ]);
  });

  test("may have a rate above the most, which then stands in the way of activation", async () => {
    await useRules({ maxAnnualRate: "25" });
    const { code } = await addOffer({}, { status: "draft" });
    expect(await edit(sofia, code, "repayment", { annual_rate: "25.000001" })).toMatchObject({ ok: true });
    expect(await missing(code)).toEqual(["rate_within_max"]);
    await useRules();
  });

  test.each([
    ["general", { valid_from: "2026-12-01", valid_until: "2026-11-30" }, "valid_until until_before_from"],
    ["general", { valid_from: "31/12/2026" }, "valid_from not_a_day"],
    ["general", { valid_from: "2026-02-30" }, "valid_from not_a_day"],
    ["general", { amount_min: "10", amount_max: "9" }, "amount_max least_above_most"],
    ["general", { amount_min: "20000000" }, "amount_max least_above_most"],
    ["general", { downpayment: "10" }, "downpayment only_of_purchases"],
    ["general", { type: "purchase", downpayment: "100" }, "downpayment not_a_share"],
    ["general", { type: "purchase", downpayment: "1.234" }, "downpayment not_a_share"],
    ["general", { type: "gift" }, "type not_an_option"],
    ["general", { name: "x".repeat(10_000) }, "name too_long"],
    ["repayment", { annual_rate: "0.285" }, "annual_rate rate_as_fraction"],
    ["repayment", { annual_rate: "57/2" }, "annual_rate not_a_rate"],
    ["repayment", { annual_rate: "-3" }, "annual_rate not_a_rate"],
    ["repayment", { annual_rate: "1000.01" }, "annual_rate not_a_rate"],
    ["repayment", { annual_rate: "NaN" }, "annual_rate not_a_rate"],
    ["repayment", { every: "", unit: "month" }, "every every_without_unit"],
    ["repayment", { every: "3", unit: "" }, "every every_without_unit"],
    ["repayment", { every: "13", unit: "month" }, "every every_too_many"],
    ["repayment", { method: "balloon" }, "method not_an_option"],
    ["repayment", { rate_kind: "" }, "rate_kind missing"],
    ["repayment", { grace_on_principal: "36" }, "grace_on_principal grace_too_long"],
    ["repayment", { first_due_after_days: "0" }, "first_due_after_days not_a_number"],
    ["repayment", { instalment_multiple: "0" }, "instalment_multiple zero"],
    ["repayment", { business_days: "on" }, "business_days not_an_option"],
    ["charges", { late_fee: "10" }, "late_fee charge_unasked"],
    ["charges", { late_fee_kind: "fixed" }, "late_fee charge_missing"],
    ["charges", { late_fee_kind: "percent", late_fee: "100" }, "late_fee not_a_share"],
    ["charges", { late_fee_kind: "barter", late_fee: "1" }, "late_fee not_an_option"],
    ["charges", { late_fee_kind: "fixed", late_fee: "1.234" }, "late_fee amount_ambiguous"],
    ["charges", { late_rate: "0.3" }, "late_rate rate_as_fraction"],
    ["charges", { collection_1: "fee" }, "collection not_an_order"],
    [
      "charges",
      { collection_1: "fee", collection_2: "fee", collection_3: "interest", collection_4: "principal" },
      "collection not_an_order",
    ],
  ] as const)("%s: %j is refused", async (tab, typed, fault) => {
    const { code } = await addOffer({}, { status: "draft" });
    const before = await offerNow(code);
    expect(refusedBy(await edit(sofia, code, tab, typed))).toEqual([fault]);
    expect(await offerNow(code)).toEqual(before);
  });

  test("cannot have fewer instalments at most than its grace", async () => {
    const { code } = await addOffer({}, { status: "draft", terms: { ...offered, graceOnInterest: 6 } });
    expect(refusedBy(await edit(sofia, code, "general", { instalments_max: "6" }))).toEqual(["instalments_max grace_too_long"]);
  });

  test("takes the product's limits where it sets none, and its own beat them", async () => {
    const offer = await draft({ amountMin: 50_00n, amountMax: 100_00n });
    const { code: product } = await productOf(offer);
    expect(refusedBy(await edit(sofia, offer.code, "general", { amount_max: "40" }))).toEqual(["amount_max least_above_most"]);
    expect(await edit(sofia, offer.code, "general", { amount_min: "10", amount_max: "40" })).toMatchObject({ ok: true });
    expect(await editNow(sofia, product, { amount_min: "90" })).toMatchObject({ ok: true });
  });
});

describe("versions", () => {
  test("of two editors of one tab the second is told who was first, whatever else is wrong with what they typed", async () => {
    const { code } = await draft();
    const stale = await offerForm(code, "general", { name: "Mine" });
    await edit(andres, code, "general", { name: "Theirs" });
    for (const typed of [stale.typed, { ...stale.typed, name: "" }])
      expect(await editOffer(sofia, { ...stale, typed }, randomUUID())).toMatchObject({
        refusals: [{ rule: "edited_by", values: { email: "andres@demo.example" } }],
      });
    expect(await offerNow(code)).toMatchObject({ name: "Theirs" });
  });

  test("two editors of different tabs undo nothing of each other's", async () => {
    const { code } = await draft();
    const [general, charges] = [
      await offerForm(code, "general", { name: "Mine" }),
      await offerForm(code, "charges", { late_rate: "30" }),
    ];
    const outcomes = await Promise.all([editOffer(sofia, general, randomUUID()), editOffer(andres, charges, randomUUID())]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await offerNow(code)).toMatchObject({ name: "Mine", terms: { lateRate: "30" } });
  });

  test("of many at once one is made; the same form twice acts once", async () => {
    const { code } = await draft();
    const forms = await Promise.all(["A", "B", "C"].map((name) => offerForm(code, "general", { name })));
    const outcomes = await Promise.all(forms.map((form) => editOffer(sofia, form, randomUUID())));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const [form, key] = [await offerForm(code, "general", { name: "D" }), randomUUID()];
    const twice = await Promise.all([editOffer(sofia, form, key), editOffer(sofia, form, key)]);
    expect(twice[0]).toEqual(twice[1]);
    expect(await entriesOf(code)).toHaveLength(2);
    expect(refusedBy(await editOffer(sofia, { ...form, typed: { ...form.typed, name: "E" } }, key))).toEqual(["key_reused"]);
  });
});
