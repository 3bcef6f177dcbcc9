import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allFields, inputsOf, offerFields, offerTabs, productFields } from "#lib/catalogue/field";
import { offerFrom, offerValues } from "#lib/catalogue/offer";
import { faultWords, readFields } from "#lib/catalogue/read";
import { textsOf, typedOf } from "#lib/catalogue/value";
import { fieldLabel, wordFault, wordValue } from "#lib/catalogue/words";
import { formatOf } from "#lib/list/format";
import { translators } from "#lib/messages/catalogue";

const day = fc.date({ min: new Date("1950-01-01"), max: new Date("2150-01-01"), noInvalidDate: true });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const cents = fc.bigInt({ min: 1n, max: 10n ** 15n });
const percent = fc.integer({ min: 1_000_000, max: 99_000_000 }).map((parts) => `${parts / 1_000_000}`);
const charge = maybe(
  fc.oneof(
    cents.map((minor) => ({ kind: "fixed" as const, minor: `${minor}` })),
    percent.map((each) => ({ kind: "percent" as const, percent: each })),
  ),
);
const { repayment, charges } = offerFields;
const downpayment = maybe(fc.integer({ min: 1, max: 9_999 }).map((each) => `${each / 100}`));
const values = {
  general: fc.record({
    name: fc.constantFrom("Libre", "Niño & Cía. <b>", "a".repeat(80)),
    type: fc.constantFrom("cash", "purchase"),
    valid_from: maybe(day.map((each) => each.toISOString().slice(0, 10))),
    valid_until: fc.constant(null),
    amount_min: maybe(cents),
    amount_max: maybe(cents),
    instalments_min: maybe(fc.integer({ min: 1, max: 600 })),
    instalments_max: maybe(fc.integer({ min: 1, max: 600 })),
    max_active_credits: maybe(fc.integer({ min: 1, max: 1_000 })),
    downpayment,
  }),
  repayment: fc.record({
    method: maybe(fc.constantFrom(...repayment.method.options)),
    annual_rate: maybe(percent),
    rate_kind: fc.constantFrom(...repayment.rate_kind.options),
    every: maybe(fc.integer({ min: 1, max: 366 })),
    unit: maybe(fc.constantFrom(...repayment.unit.options)),
    interest: fc.constantFrom(...repayment.interest.options),
    day_count: fc.constantFrom(...repayment.day_count.options),
    first_due_after_days: maybe(fc.integer({ min: 1, max: 366 })),
    business_days: fc.boolean(),
    month_end: fc.constantFrom(...repayment.month_end.options),
    grace_on_principal: fc.integer({ min: 0, max: 120 }),
    grace_on_interest: fc.integer({ min: 0, max: 120 }),
    instalment_multiple: maybe(cents),
    rounding: fc.constantFrom(...repayment.rounding.options),
  }),
  charges: fc.record({
    late_rate: maybe(percent),
    late_fee: charge,
    upfront_fee: charge,
    instalment_fee: charge,
    collection: maybe(fc.shuffledSubarray([...charges.collection.options], { minLength: 4, maxLength: 4 })),
  }),
};

describe("what a form holds", () => {
  test.each(offerTabs)("of the tab %s is read as what it was made of", (tab) => {
    fc.assert(
      fc.property(values[tab] as fc.Arbitrary<never>, (given) => {
        const fields = offerFields[tab];
        expect(readFields(fields, typedOf(fields, given), 2)).toEqual({ ok: true, values: given });
      }),
    );
  });

  test("of an offer is stored and comes back as it was", () => {
    fc.assert(
      fc.property(fc.record(values) as fc.Arbitrary<never>, (given) => {
        expect(offerValues(offerFrom(given))).toEqual(given);
      }),
    );
  });

  test("of a product too", () => {
    const product = fc.record({
      ...{ name: fc.constant("Libre"), kind: fc.constantFrom("credit", "card"), decimals: fc.integer({ min: 0, max: 2 }) },
      ...{ amount_min: maybe(cents), amount_max: maybe(cents), instalments_min: fc.constant(null) },
      ...{ instalments_max: fc.constant(36), max_active_credits: fc.constant(null), tolerance: fc.constantFrom(0n, 5n) },
      ...{ closing_day: maybe(fc.integer({ min: 1, max: 31 })), due_day: fc.constant(5), minimum_fixed: maybe(cents) },
      minimum_percent: downpayment,
    }) as fc.Arbitrary<never>;
    fc.assert(
      fc.property(product, (given) => {
        expect(readFields(productFields, typedOf(productFields, given), 2)).toEqual({ ok: true, values: given });
      }),
    );
  });
});

test("whatever is typed is read or refused field by field, and never thrown", () => {
  const fields = { ...offerFields.general, ...repayment, ...charges };
  const names = Object.entries(fields).flatMap(([name, field]) => inputsOf(name, field));
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom("fixed", "percent", "1.234", "-1", "__proto__"),
  );
  fc.assert(
    fc.property(fc.record(Object.fromEntries(names.map((name) => [name, text]))), fc.constantFrom(0, 1, 2), (typed, decimals) => {
      const read = readFields(fields, typed, decimals);
      const faults = read.ok ? [] : read.faults;
      expect(faults.filter(({ field, word }) => !Object.hasOwn(fields, field) || !faultWords.includes(word))).toEqual([]);
    }),
  );
});

describe.each(["en", "es"] as const)("in %s", (language) => {
  const way = { language, t: translators[language], format: formatOf(language, { timeZone: "UTC", currency: "COP" }) };

  test("every field, every fault and every value has words", () => {
    const numbers = { least: 1, most: 2, decimals: 2, offer: "F-222222" };
    for (const word of faultWords) expect(wordFault({ word, values: numbers }, way.t)).not.toContain("{");
    for (const name of Object.keys(allFields)) expect(fieldLabel(name, way.t)).not.toBe("");
    fc.assert(
      fc.property(fc.constantFrom(...offerTabs), (tab) => {
        const [given] = fc.sample(values[tab] as fc.Arbitrary<never>, 1);
        const texts = textsOf(offerFields[tab], given as never);
        for (const [name, text] of Object.entries(texts)) expect(wordValue(name, text, way)).not.toBe("");
      }),
    );
  });

  test("a charge says whether it is an amount or percent", () => {
    expect(wordValue("late_fee", "2.5 %", way)).toBe(language === "en" ? "2.5\u00a0%" : "2,5\u00a0%");
    expect(wordValue("late_fee", "2500", way)).toMatch(/COP/);
    expect(wordValue("collection", "fee, penalty", way)).toBe(language === "en" ? "Fee, Penalty" : "Comisión, Penalidad");
    expect(wordValue("business_days", "yes", way)).toBe(language === "en" ? "yes" : "sí");
  });
});
