import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { consequencesOf, type Situation } from "#lib/domain/consequences";
import type { Day } from "#lib/domain/day";
import type { Values } from "#lib/domain/machine";
import { defaultRules } from "#lib/domain/rules";
import { languages } from "#lib/messages/catalogue";
import { causeClause, causeWords } from "#lib/messages/cause";

const format = { money: (minor: bigint) => `COP ${minor / 100n}`, plainDay: (day: string) => `<${day}>` };

const customer: Situation["customer"] = {
  code: "C-7F3K2M",
  status: "enabled",
  missing: [],
  isHeld: false,
  openViolations: 0,
  openFraud: 0,
};
const credit: Situation["credits"][number] = {
  code: "K-7F3K2M",
  status: "active",
  outstandingMinor: 100_00n,
  toleranceMinor: 0n,
  delinquentDays: 0,
  isOnlyInherited: false,
  closedBy: null,
  wasNotedWhole: false,
  isProductActive: true,
};
const promise: Situation["promises"][number] = {
  code: "M-7F3K2M",
  status: "open",
  amountMinor: 50_00n,
  paidMinor: 0n,
  dueOn: "2026-11-20" as Day,
  isProductActive: true,
};
const account = { code: "A-7F3K2M", status: "active", isHeld: false, unmetDays: undefined, isProductActive: true } as const;

/** What follows from a situation that has no more than is said of it, by rule. */
function followFrom(more: Partial<Situation>): [string, Values][] {
  const calm = { businessDate: "2026-11-22" as Day, rules: defaultRules, customer, credits: [], promises: [], accounts: [] };
  return consequencesOf({ ...calm, ...more }).map(({ rule, values }) => [rule, values]);
}

/** Every rule by which the system moves a record, with what it saw. */
const seen: Readonly<Record<string, Values>> = Object.fromEntries([
  ...followFrom({ credits: [{ ...credit, outstandingMinor: 0n }] }),
  ...followFrom({ credits: [{ ...credit, status: "paid", closedBy: "settle" }] }),
  ...followFrom({ promises: [promise, { ...promise, paidMinor: 50_00n }] }),
  ...followFrom({ accounts: [{ ...account, unmetDays: 3 }] }),
  ...followFrom({ accounts: [{ ...account, status: "suspended" }] }),
  ...followFrom({ customer: { ...customer, status: "unregistered" } }),
  ...followFrom({ credits: [{ ...credit, delinquentDays: 31 }] }),
  ...followFrom({ credits: [{ ...credit, delinquentDays: 1, isOnlyInherited: true }] }),
  ...followFrom({ customer: { ...customer, openViolations: 1 } }),
  ...followFrom({ customer: { ...customer, openViolations: 2, openFraud: 2 } }),
  ...followFrom({ customer: { ...customer, status: "disabled" } }),
  ["refinanced", { request: "R-7F3K2M" }],
  ["dispute_won", { credit: "K-7F3K2M" }],
  ["account_canceled", { account: "A-7F3K2M" }],
  ["settled", { amount: 50_00n }],
  ["reversed_by_merchant", { amount: 50_00n }],
  ["paid_off", { amount: 500_00n }],
  ["bank_file", {}],
  ["pending_too_long", { days: 16, limit: 15 }],
]);

/** The rules that the code of consequences and effects names. */
const named = [readFileSync("lib/domain/consequences.ts", "utf8"), ...filesIn("db/effects")].flatMap((source) =>
  [...source.matchAll(/\brule: "(\w+)"|\bthen\("\w+", "(\w+)"/g)].map(([, one, other]) => one ?? other ?? ""),
);

test("every rule that the code names is among those that are tried here", () => {
  expect(new Set(named).size).toBeGreaterThan(12);
  expect(named.filter((rule) => !Object.hasOwn(seen, rule))).toEqual([]);
});

describe.each(languages)("in %s", (language) => {
  const words: Readonly<Record<string, string>> = causeWords[language];

  test("every rule has words, and nothing else has", () => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(seen).toSorted());
  });

  test.each(Object.entries(seen))("%s puts in all that it saw", (rule, values) => {
    expect(namesIn(words[rule])).toEqual(Object.keys(values).toSorted());
  });

  test.each(Object.entries(seen))("%s is a clause", (rule, values) => {
    expect(causeClause(rule, values, language, format)).not.toMatch(/[{}#.]|\b[a-z]+_[a-z]+\b|undefined|NaN/);
  });

  test.each(["sun_in_the_eyes", "toString", "", "a.b"])("the unknown rule %j is shown as it is", (rule) => {
    expect(causeClause(rule, { days: 1 }, language, format)).toBe(rule);
  });

  test("a rule whose values are lost is shown by its name", () => {
    expect(causeClause("delinquent_days", {}, language, format)).toBe("delinquent_days");
  });
});

test.each([
  ["delinquent_days", "credit K-7F3K2M is 31 days delinquent", "el crédito K-7F3K2M tiene 31 días de mora"],
  [
    "inherited_delinquency",
    "credit K-7F3K2M counts as delinquent until its first instalment is paid, for the one it refinanced was",
    "el crédito K-7F3K2M cuenta como en mora hasta que se pague su primera cuota, pues el que refinanció estaba en mora",
  ],
  ["promise_day_passed", "its day, <2026-11-20>, passed with COP 0 paid", "su día, <2026-11-20>, pasó con COP 0 pagados"],
  ["open_violation", "a violation of a business rule is open", "hay una infracción abierta a una regla de negocio"],
  ["open_fraud", "2 violations marked as fraud are open", "hay 2 infracciones abiertas marcadas como fraude"],
])("%s", (rule, en, es) => {
  expect(causeClause(rule, seen[rule] ?? {}, "en", format)).toBe(en);
  expect(causeClause(rule, seen[rule] ?? {}, "es", format)).toBe(es);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
}

/** The names of the values of an ICU message: `{name}` and `{name, plural, …}`. */
function namesIn(text = ""): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = ""]) => name))].toSorted();
}
