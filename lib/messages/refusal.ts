import { createTranslator } from "use-intl/core";
import { percent } from "#lib/amount/percent";
import type { Refusal, Values } from "#lib/domain/machine";
import type { Entity } from "#lib/domain/machines";
import type { Requirement } from "#lib/domain/requirement";
import { type Language, locales, statusWords } from "#lib/messages/catalogue";
import { requirementWords } from "#lib/messages/customer";
import { accountRefusalWords, cardRefusalWords } from "#lib/messages/refusal/account";
import { creditRefusalWords } from "#lib/messages/refusal/credit";
import { customerRefusalWords } from "#lib/messages/refusal/customer";
import { generalRefusalWords } from "#lib/messages/refusal/general";
import { offerRefusalWords } from "#lib/messages/refusal/offer";
import { paymentRefusalWords, prePaymentRefusalWords, promiseRefusalWords } from "#lib/messages/refusal/payment";
import { preLoanRefusalWords } from "#lib/messages/refusal/pre-loan";

const wordsIn = (language: Language) => ({
  general: generalRefusalWords[language],
  customer: customerRefusalWords[language],
  pre_loan: preLoanRefusalWords[language],
  credit: creditRefusalWords[language],
  pre_payment: prePaymentRefusalWords[language],
  payment: paymentRefusalWords[language],
  product: {},
  offer: offerRefusalWords[language],
  account: accountRefusalWords[language],
  card: cardRefusalWords[language],
  promise: promiseRefusalWords[language],
});

/** The sentence of each rule that can say no, by the entity whose machine asks it, or `general`. */
export const refusalWords = { en: wordsIn("en"), es: wordsIn("es") };

/** Says a refusal of an event of an entity as a sentence, behind the ID of another record whose it is; `money` writes minor units. */
export function refusalSentence(
  { rule, values = {}, of }: Refusal,
  entity: Entity,
  language: Language,
  money: (minor: bigint) => string,
): string {
  if (of !== undefined) return `${of.code}: ${refusalSentence({ rule, values }, of.entity as Entity, language, money)}`;
  const key = `${Object.hasOwn(refusalWords[language][entity], rule) ? entity : "general"}.${rule}`;
  return translators[language](key as never, shownValues(values, entity, language, money) as never);
}

/** What a refusal saw, as it is shown: amounts as money, days and rates as they are written, and states and requirements by their names. */
export function shownValues(
  values: Values,
  entity: Entity,
  language: Language,
  money: (minor: bigint) => string,
): Record<string, string | number> {
  const shown = Object.entries(values).map(([name, value]) => {
    if (typeof value === "bigint") return [name, money(value)];
    return [name, typeof value === "string" ? shownText(name, value, entity, language) : value];
  });
  return Object.fromEntries(shown);
}

/** A value by its name: states of this or of another entity, a day, a rate, a requirement; else the text itself. */
function shownText(name: string, value: string, entity: Entity, language: Language): string {
  if (name === "state") return labelOf(statusWords[language][entity], value);
  if (name === "fromStates")
    return listOf(
      value.split(" ").map((state) => labelOf(statusWords[language][entity], state)),
      language,
    );
  const [, owner] = /^(\w+)State$/.exec(name) ?? [];
  if (owner !== undefined) return labelOf(statusWords[language][entityOf(owner)], value);
  if (/(On|Date)$/.test(name)) return days[language].format(new Date(`${value}T00:00:00Z`));
  if (name.endsWith("Rate")) return percent(value, language);
  if (name === "requirement") return requirementWords[language][value as Requirement];
  return value;
}

const listOf = (labels: string[], language: Language) =>
  new Intl.ListFormat(locales[language], { type: "disjunction" }).format(labels);

const daysIn = (language: Language) => new Intl.DateTimeFormat(locales[language], { dateStyle: "medium", timeZone: "UTC" });
const days = { en: daysIn("en"), es: daysIn("es") };

const entityOf = (owner: string) => owner.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as Entity;

function labelOf(words: Readonly<Record<string, { label: string }>>, word: string): string {
  const found = words[word];
  if (found === undefined) throw new Error(`"${word}" has no label`);
  return found.label;
}

const translatorIn = (language: Language) =>
  createTranslator({ locale: locales[language], messages: refusalWords[language], onError: fail });

const translators = { en: translatorIn("en"), es: translatorIn("es") };

function fail(error: Error): never {
  throw error;
}
