import { createTranslator } from "use-intl/core";
import { agreedWords } from "#lib/messages/agreed";
import { amountWords } from "#lib/messages/amount";
import { approvalsWords } from "#lib/messages/approval";
import { cardDetailWords, cardFlagWords, cardRuleLabels } from "#lib/messages/card-detail";
import { cardDeskWords, cardFormRefusalWords } from "#lib/messages/card-form";
import { closeDayWords } from "#lib/messages/close-day";
import { creditPageWords } from "#lib/messages/credit-page";
import { creditRequestFaultWords, creditRequestWords } from "#lib/messages/credit-request";
import { customersWords, idTypeWords, personWords, preCustomersWords, requirementWords, roleWords } from "#lib/messages/customer";
import { followsWords } from "#lib/messages/follows";
import { historyWords } from "#lib/messages/history";
import { importReasonWords, importRefusalWords, importWords } from "#lib/messages/import";
import { listWords } from "#lib/messages/list";
import { statusesIn } from "#lib/messages/machines";
import { moveWords } from "#lib/messages/move";
import { offeringDidWords, offeringRefusalWords, offeringWords } from "#lib/messages/offering";
import { offeringFaultWords, offeringFieldWords, offeringOptionWords, offeringWhyWords } from "#lib/messages/offering-field";
import { payingRefusalWords, payingWords } from "#lib/messages/paying";
import { profileDidWords, profileRefusalWords, profileWords, violationRuleWords } from "#lib/messages/profile";
import { recordWords } from "#lib/messages/record";
import { scheduleWords } from "#lib/messages/schedule";
import {
  accountsWords,
  cardsWords,
  creditsWords,
  offersWords,
  paymentsWords,
  preLoansWords,
  prePaymentsWords,
  productsWords,
  promisesWords,
} from "#lib/messages/section";
import { settingsWords } from "#lib/messages/settings";
import { shellWords } from "#lib/messages/shell";
import { signInWords } from "#lib/messages/sign-in";
import { simulationWords } from "#lib/messages/simulation";
import { statusesWords } from "#lib/messages/statuses";
import { timelineWords } from "#lib/messages/timeline";
import { tokenFaultWords, tokenRefusalWords, tokenWords } from "#lib/messages/token";

export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

const messagesIn = <const L extends Language>(language: L) => ({
  shell: shellWords[language],
  sign_in: signInWords[language],
  list: listWords[language],
  amount: amountWords[language],
  "pre-customers": preCustomersWords[language],
  customers: customersWords[language],
  "pre-loans": preLoansWords[language],
  credits: creditsWords[language],
  "pre-payments": prePaymentsWords[language],
  payments: paymentsWords[language],
  products: productsWords[language],
  offers: offersWords[language],
  accounts: accountsWords[language],
  cards: cardsWords[language],
  promises: promisesWords[language],
  person: personWords[language],
  requirement: requirementWords[language],
  id_type: idTypeWords[language],
  role: roleWords[language],
  import: importWords[language],
  import_refusal: importRefusalWords[language],
  import_reason: importReasonWords[language],
  statuses: statusesWords[language],
  profile: profileWords[language],
  profile_did: profileDidWords[language],
  profile_refusal: profileRefusalWords[language],
  paying: payingWords[language],
  paying_refusal: payingRefusalWords[language],
  violation_rule: violationRuleWords[language],
  move: moveWords[language],
  follows: followsWords[language],
  record: recordWords[language],
  card_desk: cardDeskWords[language],
  card_form: cardFormRefusalWords[language],
  card_detail: cardDetailWords[language],
  card_rule: cardRuleLabels[language],
  card_flag: cardFlagWords[language],
  timeline: timelineWords[language],
  history: historyWords[language],
  approvals: approvalsWords[language],
  agreed: agreedWords[language],
  credit_page: creditPageWords[language],
  credit_request: creditRequestWords[language],
  credit_request_fault: creditRequestFaultWords[language],
  schedule: scheduleWords[language],
  close_day: closeDayWords[language],
  settings: settingsWords[language],
  token: tokenWords[language],
  token_refusal: tokenRefusalWords[language],
  token_fault: tokenFaultWords[language],
  simulation: simulationWords[language],
  offering: offeringWords[language],
  offering_did: offeringDidWords[language],
  offering_refusal: offeringRefusalWords[language],
  offering_field: offeringFieldWords[language],
  offering_why: offeringWhyWords[language],
  offering_option: offeringOptionWords[language],
  offering_fault: offeringFaultWords[language],
});

export const messages = { en: messagesIn("en"), es: messagesIn("es") };
export const statusWords = { en: statusesIn("en"), es: statusesIn("es") };

/** Plain `es` does not group 1234. */
export const locales: Record<Language, string> = { en: "en-US", es: "es-CO" };

const translatorIn = (language: Language) =>
  createTranslator({ locale: locales[language], messages: messages[language], onError: fail });

export const translators = { en: translatorIn("en"), es: translatorIn("es") };
export type Translate = (typeof translators)["en"];

function fail(error: Error): never {
  throw error;
}
