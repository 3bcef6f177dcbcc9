import { describe, expect, test } from "vitest";
import type { AnyMachine, Values } from "#lib/domain/machine";
import { type Entity, entities, machines } from "#lib/domain/machines";
import { languages } from "#lib/messages/catalogue";
import { refusalSentence, refusalWords } from "#lib/messages/refusal";
import { flippedGuards } from "#tests/domain/willing";

const money = (minor: bigint) => `${minor} COP`;

/** The rules that any event may be refused by, and what they put in. */
const general: Record<keyof (typeof refusalWords)["en"]["general"], string[]> = {
  automatic: [],
  permission: [],
  status: ["fromStates", "state"],
  event_unknown: [],
  reason_missing: [],
  reason_unknown: [],
  comment_missing: [],
  comment_too_long: ["limit"],
  amount_missing: [],
  id_not_typed: [],
  approval_pending: [],
  approval_above: [],
  approval_own: [],
  approval_over: [],
  scope: [],
  operators_only: [],
  four_eyes: [],
  key_reused: [],
};

/**
 * What is refused besides by the guards: an approval may be of another dispute than the open one, and a credit balance may be
 * less than what is to be paid out of it.
 */
const besides: Partial<Record<Entity, string[]>> = {
  credit: ["another_dispute"],
  account: ["balance_empty", "balance_less"],
};

const every = entities.flatMap((entity) =>
  flippedGuards(entity, machines[entity]).map(({ event, guard, facts }) => ({
    entity,
    event,
    rule: guard.rule,
    values: guard.values?.(facts) ?? ({} as Values),
  })),
);

describe.each(languages)("in %s", (language) => {
  test("the general rules have a sentence each", () => {
    const words: Record<string, string> = refusalWords[language].general;
    expect(Object.fromEntries(Object.entries(words).map(([rule, text]) => [rule, namesIn(text)]))).toEqual(general);
  });

  test.each(entities)("every rule of %s has a sentence, and nothing else has", (entity) => {
    const rules = [...every.filter((each) => each.entity === entity).map(({ rule }) => rule), ...(besides[entity] ?? [])];
    expect(Object.keys(refusalWords[language][entity]).toSorted()).toEqual([...new Set(rules)].toSorted());
  });

  test("no rule of a machine is called as a general one", () => {
    expect(every.filter(({ rule }) => rule in general)).toEqual([]);
  });

  test.each(every)("$entity: $event: $rule puts in all that the guard saw", ({ entity, rule, values }) => {
    const words: Record<string, string> = refusalWords[language][entity];
    expect(namesIn(words[rule])).toEqual(Object.keys(values).toSorted());
  });

  test.each(every)("$entity: $event: $rule is a sentence", ({ entity, rule, values }) => {
    const sentence = refusalSentence({ rule, values }, entity, language, money);
    expect(sentence).toMatch(/^[^a-zñáéíóú].*\.$/);
    expect(sentence).not.toMatch(/[{}#]|\b[a-z]+_[a-z]+\b|undefined|NaN/);
  });

  test.each(entities)("every event of %s in every status has a sentence", (entity) => {
    const machine: AnyMachine = machines[entity];
    for (const event of Object.keys(machine.events)) {
      for (const state of Object.keys(machine.states)) {
        const fromStates = machine.events[event]?.from.join(" ") ?? "";
        const sentence = refusalSentence({ rule: "status", values: { state, fromStates } }, entity, language, money);
        expect(sentence).toMatch(/^N.+: .+\.$/);
      }
    }
  });
});

test.each<[Entity, string, Values, en: string, es: string]>([
  [
    "customer",
    "no_delinquent_credit",
    { days: 1, credit: "K-7F3K2M" },
    "Credit K-7F3K2M is 1 day delinquent; payments must bring it to date first.",
    "El crédito K-7F3K2M tiene 1 día de mora; primero los pagos deben ponerlo al día.",
  ],
  [
    "customer",
    "no_delinquent_credit",
    { days: 1234, credit: "K-7F3K2M" },
    "Credit K-7F3K2M is 1,234 days delinquent; payments must bring it to date first.",
    "El crédito K-7F3K2M tiene 1.234 días de mora; primero los pagos deben ponerlo al día.",
  ],
  [
    "customer",
    "below_block_after_days",
    { days: 91, limit: 90, credit: "K-7F3K2M" },
    "Credit K-7F3K2M is 91 days delinquent; payments must bring it below 90 days first.",
    "El crédito K-7F3K2M tiene 91 días de mora; primero los pagos deben dejarlo por debajo de 90 días.",
  ],
  [
    "customer",
    "below_block_after_days",
    { days: 1, limit: 1, credit: "K-7F3K2M" },
    "Credit K-7F3K2M is 1 day delinquent; payments must bring it to date first.",
    "El crédito K-7F3K2M tiene 1 día de mora; primero los pagos deben ponerlo al día.",
  ],
  [
    "account",
    "no_debt",
    { debt: 120000n },
    "120000 COP are owed on this account; they must be paid first.",
    "Se deben 120000 COP en esta cuenta; deben pagarse primero.",
  ],
  [
    "pre_loan",
    "status",
    { state: "rejected", fromStates: "pending" },
    "Not possible while Rejected: only from Pending.",
    "No es posible mientras está Rechazada: solo desde Pendiente.",
  ],
  [
    "card",
    "account_active",
    { accountState: "suspended" },
    "The account is in the status “Suspended”; it must be active first.",
    "La cuenta está en el estado “Suspendida”; primero debe estar activa.",
  ],
  [
    "pre_payment",
    "channel_allowed",
    { customerState: "blocked", channel: "platform" },
    "The customer's status, “Blocked”, allows no payments through the platform; wait until it does, or reject this.",
    "El estado del cliente, “Bloqueado”, no permite pagos por la plataforma; espere a que los permita o rechace este prepago.",
  ],
  [
    "pre_payment",
    "not_dated_ahead",
    { datedOn: "2026-11-23", businessDate: "2026-11-22" },
    "It is dated Nov 23, 2026 and the business date is Nov 22, 2026; confirm it when that day comes.",
    "Tiene fecha del 23/11/2026 y la fecha de negocio es 22/11/2026; confírmelo cuando llegue ese día.",
  ],
  [
    "offer",
    "rate_within_max",
    { annualRate: "28.51", maxRate: "28.5000" },
    "The annual rate of 28.51\u00a0% is above the most that the business rules allow, 28.5\u00a0%; lower it first.",
    "La tasa anual de 28,51\u00a0% supera el máximo que permiten las reglas de negocio, 28,5\u00a0%; bájela primero.",
  ],
])("%s: %s with %o", (entity, rule, values, en, es) => {
  expect(refusalSentence({ rule, values }, entity, "en", money)).toBe(en);
  expect(refusalSentence({ rule, values }, entity, "es", money)).toBe(es);
});

test("what another record says no to is said in its own words, behind its ID", () => {
  const values = { state: "reversed", fromStates: "accepted" };
  const refusal = { rule: "status", values, of: { entity: "payment", code: "P-7F3K2M" } };
  expect(refusalSentence(refusal, "credit", "en", money)).toBe("P-7F3K2M: Not possible while Reversed: only from Accepted.");
  expect(refusalSentence(refusal, "credit", "es", money)).toMatch(/^P-7F3K2M: No es posible mientras está Revers/);
});

describe("a bug is thrown", () => {
  test.each<[string, Values]>([
    ["unheard_of", {}],
    ["toString", {}],
    ["no_debt", {}],
    ["status", { state: "gone", fromStates: "active" }],
    ["status", { state: "active", fromStates: "gone" }],
  ])("%s with %o", (rule, values) => {
    expect(() => refusalSentence({ rule, values }, "account", "en", money)).toThrow();
  });
});

/** The names of the values of an ICU message: `{name}` and `{name, plural, …}`. */
function namesIn(text = ""): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = ""]) => name))].toSorted();
}
