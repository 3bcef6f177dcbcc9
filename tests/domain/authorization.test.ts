import { inspect } from "node:util";
import { expect, test } from "vitest";
import { accountStatuses } from "#lib/domain/account";
import { type AuthorizationFacts, authorizationGuards, authorizationRefusals } from "#lib/domain/authorization";
import { cardStatuses } from "#lib/domain/card";
import { type CardMessage, holdsCardNumber, messageFaults } from "#lib/domain/card-message";
import { customerStatuses } from "#lib/domain/customer";
import { cardRefusalSentence, cardRuleWords } from "#lib/messages/card-desk";
import { languages } from "#lib/messages/catalogue";

const willing: AuthorizationFacts = {
  amountMinor: 100_00n,
  currency: "COP",
  accountCurrency: "COP",
  availableMinor: 100_00n,
  customerStatus: "enabled",
  accountStatus: "active",
  cardStatus: "active",
  productStatus: "enabled",
  decimals: 0,
  hasOffer: true,
  before: null,
};
const rulesOf = (change: Partial<AuthorizationFacts>) => authorizationRefusals({ ...willing, ...change }).map(({ rule }) => rule);

const cases: [Partial<AuthorizationFacts>, string[]][] = [
  [{}, []],
  [{ amountMinor: 99_00n }, []],
  [{ amountMinor: 101_00n }, ["amount_available"]],
  [{ amountMinor: 100_01n, availableMinor: 200_00n }, ["amount_decimals"]],
  [{ amountMinor: 99_01n, decimals: 2 }, []],
  [{ amountMinor: 0n }, ["amount_positive"]],
  [{ currency: "USD" }, ["same_currency"]],
  // What is asked in another currency cannot be compared.
  [{ currency: "USD", amountMinor: 900_01n }, ["same_currency"]],
  [{ accountStatus: "suspended" }, ["account_overlays_card"]],
  [{ accountStatus: "canceled" }, ["account_overlays_card"]],
  [{ accountStatus: "suspended", cardStatus: "lost" }, ["account_active", "card_active"]],
  [{ accountStatus: "canceled", cardStatus: "canceled" }, ["account_active", "card_active"]],
  [{ productStatus: "inactive" }, ["product_enabled"]],
  [{ hasOffer: false }, ["offer_enabled"]],
  [{ before: "reversed" }, ["not_reversed_before"]],
  [{ before: "settled" }, ["not_settled_before"]],
  [
    { customerStatus: "blocked", cardStatus: "stolen", amountMinor: 500_00n },
    ["customer_enabled", "card_active", "amount_available"],
  ],
  ...customerStatuses.map((customerStatus): (typeof cases)[number] => [
    { customerStatus },
    customerStatus === "enabled" ? [] : ["customer_enabled"],
  ]),
  ...cardStatuses.map((cardStatus): (typeof cases)[number] => [{ cardStatus }, cardStatus === "active" ? [] : ["card_active"]]),
];

const named = <Change, Rules>(each: readonly (readonly [Change, Rules])[]) =>
  each.map(([change, rules]) => [inspect(change), change, rules] as const);

test.each(named(cases))("of a purchase with %s what stands in the way is known", (_, change, rules) => {
  expect(rulesOf(change)).toEqual(rules);
});

test("of account and card, the one that is in the way is named, and always one", () => {
  for (const accountStatus of accountStatuses)
    for (const cardStatus of cardStatuses) {
      const rules = rulesOf({ accountStatus, cardStatus });
      expect(rules.length === 0).toBe(accountStatus === "active" && cardStatus === "active");
      expect(rules.includes("card_active")).toBe(cardStatus !== "active");
      expect(rules.some((rule) => rule.startsWith("account_"))).toBe(accountStatus !== "active");
    }
});

const seen = new Map(authorizationGuards.map(({ rule, values }) => [rule, values?.(willing) ?? {}]));

test.each(languages)("every rule has its sentence in %s", (language) => {
  for (const [rule, values] of seen) {
    const sentence = cardRefusalSentence({ rule, values }, language, (minor) => `${minor}`);
    expect(sentence).toMatch(/^[^a-zñáéíóú{].*\.$/);
    expect(sentence).not.toMatch(/[{}]|undefined|\b[a-z]+_[a-z]+\b/);
  }
  expect(Object.keys(cardRuleWords[language])).toEqual(expect.arrayContaining([...seen.keys()]));
});

test("a suspension says that it overlays a card that is active", () => {
  const [refusal] = authorizationRefusals({ ...willing, accountStatus: "suspended" });
  const sentence = cardRefusalSentence(refusal ?? expect.fail(), "en", String);
  expect(sentence).toBe(
    "The account is in the status “Suspended”, which stops all its cards; this card itself is “Active” and stays so.",
  );
});

test.each([
  ["4111 1111 1111 1111", true],
  ["TIENDA 4111-1111-1111-1111 BOGOTA", true],
  ["378282246310005", true],
  ["4111 1111 1111 1112", false],
  ["PAYU*998877 BOGOTA 110111", false],
  ["", false],
])("%j holds a card number: %s", (text, holds) => {
  expect(holdsCardNumber(text)).toBe(holds);
});

const message = {
  card: "D-7F3K2M",
  externalId: "x1",
  amountMinor: 1n,
  currency: "COP",
  merchant: "Éxito",
  at: "2026-03-15T10:00:00Z",
};

const wrong: [Partial<CardMessage>, string[]][] = [
  [{}, []],
  [{ externalId: "" }, ["external_id_wrong", "purchase_wrong"]],
  [{ externalId: "a b", purchase: "a" }, ["external_id_wrong"]],
  [{ externalId: "a".repeat(101), purchase: "a" }, ["external_id_wrong"]],
  [{ purchase: "á" }, ["purchase_wrong"]],
  [{ amountMinor: 0n }, ["amount_wrong"]],
  [{ amountMinor: -1n }, ["amount_wrong"]],
  [{ amountMinor: 10n ** 17n + 1n }, ["amount_wrong"]],
  [{ currency: "cop" }, ["currency_wrong"]],
  [{ merchant: "x".repeat(121) }, ["merchant_wrong"]],
  [{ merchant: "a\u0000b" }, ["merchant_wrong"]],
  [{ merchant: "5555555555554444" }, ["merchant_card_number"]],
  [{ at: "yesterday" }, ["at_wrong"]],
];

test.each(named(wrong))("what is wrong with a message with %s is named", (_, change, faults) => {
  expect(messageFaults({ ...message, ...change })).toEqual(faults);
});
