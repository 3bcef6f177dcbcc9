import { createTranslator } from "use-intl/core";
import { customersWords, idTypeWords, personWords, preCustomersWords, requirementWords, roleWords } from "#lib/messages/customer";
import { importReasonWords, importRefusalWords, importWords } from "#lib/messages/import";
import { listWords } from "#lib/messages/list";
import { shellWords } from "#lib/messages/shell";
import { signInWords } from "#lib/messages/sign-in";
import { customerStatusWords } from "#lib/messages/status";

export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

const messagesIn = <const L extends Language>(language: L) => ({
  shell: shellWords[language],
  sign_in: signInWords[language],
  list: listWords[language],
  "pre-customers": preCustomersWords[language],
  customers: customersWords[language],
  person: personWords[language],
  requirement: requirementWords[language],
  id_type: idTypeWords[language],
  role: roleWords[language],
  import: importWords[language],
  import_refusal: importRefusalWords[language],
  import_reason: importReasonWords[language],
});

export const messages = { en: messagesIn("en"), es: messagesIn("es") };
export const statusWords = { en: { customer: customerStatusWords.en }, es: { customer: customerStatusWords.es } };

/** Plain `es` does not group 1234. */
export const locales: Record<Language, string> = { en: "en-US", es: "es-CO" };

const translatorIn = (language: Language) =>
  createTranslator({ locale: locales[language], messages: messages[language], onError: fail });

export const translators = { en: translatorIn("en"), es: translatorIn("es") };
export type Translate = (typeof translators)["en"];

function fail(error: Error): never {
  throw error;
}
