import { expect, test } from "vitest";
import type { AnyMachine } from "#lib/domain/machine";
import { type Entity, machines } from "#lib/domain/machines";
import { requirements } from "#lib/domain/requirement";
import { defaultRules } from "#lib/domain/rules";
import { willingFacts } from "#tests/domain/willing";

/** The rules that say no to an event, whoever it is. */
function refusing(entity: Entity, event: string, change: object): string[] {
  const { guards = [] } = (machines[entity] as AnyMachine).events[event] ?? expect.fail(`no ${event}`);
  const facts = willingFacts(entity, event, change);
  return guards.filter(({ holds }) => !holds(facts)).map(({ rule }) => rule);
}

const account = { creditStatus: null, accountStatus: "active" };
const theirs = { code: "K-7F3K2M", status: "active", isTheirs: true };
const anyTerms = { amountMinMinor: null, amountMaxMinor: null, instalmentsMin: null, instalmentsMax: null };

test.each<[what: string, Entity, string, object]>([
  ["what the project does not ask", "customer", "register", { rules: defaultRules, missing: ["address"] }],
  ["a disabled customer refinances", "pre_loan", "confirm", { customerStatus: "disabled", refinances: theirs }],
  ["an enabled customer refinances", "pre_loan", "confirm", { refinances: theirs }],
  ["no limit of amount or instalments", "pre_loan", "confirm", { ...anyTerms, amountMinor: 1n, instalments: 999 }],
  [
    "no limit of active credits",
    "pre_loan",
    "confirm",
    { activeCredits: { offer: 99, product: 99, project: 99 }, maxActiveCredits: { offer: null, product: null, project: null } },
  ],
  [
    "a settlement, whatever changed since it was authorized",
    "pre_loan",
    "confirm",
    {
      isOnAccount: true,
      customerStatus: "blocked",
      refinances: { code: "K-7F3K2M", status: "paid", isTheirs: false },
      offerStatus: "draft",
      productStatus: "inactive",
      amountMinor: 0n,
      lentMinor: 0n,
      instalments: 0,
      termsFault: "graceOnPrincipal",
      activeCredits: { offer: 9, product: 9, project: 9 },
    },
  ],
  ["a cancellation not typed yet", "credit", "cancel", { givenMinor: undefined }],
  ["a credit paid off to the day", "credit", "cancel", { outstandingMinor: 0n, givenMinor: 0n }],
  ["a dispute not typed yet", "credit", "dispute", { givenMinor: undefined }],
  ["a dispute of all", "credit", "dispute", { givenMinor: 1000n }],
  ["a part not typed yet", "credit", "win_dispute_in_part", { givenMinor: undefined, disputedMinor: 0n }],
  ["a part of all that is disputed", "credit", "win_dispute_in_part", { givenMinor: 600n, disputedMinor: 600n }],
  ["a credit canceled by hand", "credit", "reopen", { closedBy: "cancel" }],
  ["to an active account", "pre_payment", "confirm", account],
  ["to a suspended account", "pre_payment", "confirm", { ...account, accountStatus: "suspended" }],
  ["from outside, of a blocked customer", "pre_payment", "confirm", { channel: "external", customerStatus: "blocked" }],
  ["from outside, of an enabled customer", "pre_payment", "confirm", { channel: "external", customerStatus: "enabled" }],
  ["dated before the business date", "pre_payment", "confirm", { datedOn: "2026-11-21" }],
  ["by the dispute it is about", "payment", "reverse", { disputedCredit: "K-7F3K2M", isByWinDispute: true }],
  ["without an account", "payment", "reverse", { accountStatus: null }],
  ["no limit of the rate", "offer", "activate", { annualRate: "999.9", maxAnnualRate: null }],
  ["a rate with fewer digits", "offer", "enable", { annualRate: "9.75", maxAnnualRate: "28.5" }],
  ["more paid than promised", "promise", "keep", { paidMinor: 101n }],
])("nothing refuses %s", (_, entity, event, change) => expect(refusing(entity, event, change)).toEqual([]));

test.each<[what: string, Entity, string, object, string[]]>([
  ["a new customer's loan", "pre_loan", "confirm", { customerStatus: "unregistered" }, ["customer_may_borrow"]],
  [
    "a blocked one's refinancing",
    "pre_loan",
    "confirm",
    { customerStatus: "blocked", refinances: theirs },
    ["customer_may_borrow"],
  ],
  ["an offer in draft", "pre_loan", "confirm", { offerStatus: "draft" }, ["offer_enabled"]],
  ["a refinancing without a new credit", "credit", "refinance", { successorMinor: undefined }, ["successor_covers"]],
  ["more than a credit note for all", "credit", "cancel", { givenMinor: 501n }, ["nothing_outstanding"]],
  ["a dispute of less than nothing", "credit", "dispute", { givenMinor: -1n }, ["amount_positive"]],
  ["a payment of less than nothing", "pre_payment", "confirm", { amountMinor: -1n }, ["amount_positive"]],
  ["a paid credit's payment", "pre_payment", "confirm", { creditStatus: "paid" }, ["credit_active"]],
  [
    "one from outside, of nobody yet",
    "pre_payment",
    "confirm",
    { channel: "external", customerStatus: "unregistered" },
    ["channel_allowed"],
  ],
  [
    "one from outside, of one deleted",
    "pre_payment",
    "confirm",
    { channel: "external", customerStatus: "deleted" },
    ["channel_allowed"],
  ],
  ["a rate with one digit more", "offer", "activate", { annualRate: "100.1", maxAnnualRate: "28.5" }, ["rate_within_max"]],
  ["an offer without its rate", "offer", "activate", { annualRate: null, missing: ["annual_rate"] }, ["setting_annual_rate"]],
  ["a card of a canceled account", "card", "activate", { accountStatus: "canceled" }, ["account_active"]],
  ["a promise due later", "promise", "break", { dueOn: "2026-12-01" }, ["day_passed"]],
])("something refuses %s", (_, entity, event, change, rules) => expect(refusing(entity, event, change)).toEqual(rules));

test("every requirement a project asks is named at once", () => {
  const rules = requirements.map((requirement) => `requirement_${requirement}`);
  expect(refusing("customer", "register", { missing: requirements })).toEqual(rules);
});

test("a rate that is no number is a bug", () => {
  expect(() => refusing("offer", "activate", { annualRate: "28,5" })).toThrow("28,5");
});
