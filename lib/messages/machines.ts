import type { Entity } from "#lib/domain/machines";
import { accountMachineWords } from "#lib/messages/status/account";
import { cardMachineWords } from "#lib/messages/status/card";
import { creditMachineWords } from "#lib/messages/status/credit";
import { customerMachineWords } from "#lib/messages/status/customer";
import { offerMachineWords } from "#lib/messages/status/offer";
import { paymentMachineWords } from "#lib/messages/status/payment";
import { preLoanMachineWords } from "#lib/messages/status/pre-loan";
import { prePaymentMachineWords } from "#lib/messages/status/pre-payment";
import { productMachineWords } from "#lib/messages/status/product";
import { promiseMachineWords } from "#lib/messages/status/promise";

const wordsIn = (language: "en" | "es") => ({
  customer: customerMachineWords[language],
  pre_loan: preLoanMachineWords[language],
  credit: creditMachineWords[language],
  pre_payment: prePaymentMachineWords[language],
  payment: paymentMachineWords[language],
  product: productMachineWords[language],
  offer: offerMachineWords[language],
  account: accountMachineWords[language],
  card: cardMachineWords[language],
  promise: promiseMachineWords[language],
});
type Words = ReturnType<typeof wordsIn>;

/** The words of every machine: of its statuses, events and guards. */
export const machineWords = { en: wordsIn("en"), es: wordsIn("es") };

/** The words of every status alone. */
export function statusesIn(language: "en" | "es"): { [Each in Entity]: Words[Each]["states"] } {
  const statuses = Object.entries(machineWords[language]).map(([entity, { states }]) => [entity, states]);
  return Object.fromEntries(statuses) as ReturnType<typeof statusesIn>;
}
