import { createTranslator } from "use-intl/core";
import type { Refusal } from "#lib/domain/machine";
import { bilingual } from "#lib/messages/bilingual";
import { type Language, locales } from "#lib/messages/catalogue";
import { shownValues } from "#lib/messages/refusal";

/** Why a purchase is declined, or what a processor tells cannot be done. */
export const cardRuleWords = bilingual({
  en: {
    not_reversed_before: "The merchant has taken this purchase back already.",
    not_settled_before: "This purchase has been settled already.",
    customer_enabled: "The customer is in the status “{customerState}”; only an enabled one may buy with a card.",
    account_overlays_card:
      "The account is in the status “{accountState}”, which stops all its cards; this card itself is “{cardState}” and stays so.",
    account_active: "The account is in the status “{accountState}”; only an active one allows purchases.",
    card_active: "The card is in the status “{cardState}”; only an active one can be bought with.",
    product_enabled: "The product is in the status “{productState}”; a Super Admin must reactivate it first.",
    offer_enabled: "The account’s product has no offer that is enabled, under which a purchase could be lent.",
    amount_positive: "The amount is not more than zero.",
    same_currency: "The amount is in {currency} and the account in {accountCurrency}.",
    amount_decimals:
      "The product computes {decimals, plural, =0 {without decimals} one {with # decimal} other {with # decimals}}, and the amount has more.",
    amount_available: "The amount {amount} is more than what is available, {available}.",
    card_unknown: "There is no such card.",
    external_id_reused: "External ID {externalId} was told before with other content.",
    no_offer: "The account’s product has no offer whose terms are set, under which the purchase could be booked.",
    settled_already: "It was settled already, as credit {credit}; only a refund gives it back.",
    reversal_differs: "It takes back {amount} and {held} are held; only all of it can be taken back.",
    external_id_wrong: "The external ID is missing, too long, or has characters other than plain ones.",
    purchase_wrong: "The external ID of the purchase is too long, or has characters other than plain ones.",
    amount_wrong: "The amount is not more than zero, or more than any purchase.",
    currency_wrong: "The currency is not a code of three capital letters, such as COP.",
    merchant_wrong: "The merchant is too long, or has characters that no keyboard has.",
    merchant_card_number: "The merchant holds what may be a whole card number, which is kept nowhere.",
    at_wrong: "The time is not one.",
  },
  es: {
    not_reversed_before: "El comercio ya se retractó de esta compra.",
    not_settled_before: "Esta compra ya se liquidó.",
    customer_enabled: "El cliente está en el estado “{customerState}”; solo uno habilitado puede comprar con tarjeta.",
    account_overlays_card:
      "La cuenta está en el estado “{accountState}”, lo que detiene todas sus tarjetas; esta tarjeta misma está “{cardState}” y sigue así.",
    account_active: "La cuenta está en el estado “{accountState}”; solo una activa permite compras.",
    card_active: "La tarjeta está en el estado “{cardState}”; solo se compra con una activa.",
    product_enabled: "El producto está en el estado “{productState}”; primero un Super Admin debe reactivarlo.",
    offer_enabled: "El producto de la cuenta no tiene una oferta habilitada con la que se pueda prestar una compra.",
    amount_positive: "El monto no es mayor que cero.",
    same_currency: "El monto está en {currency} y la cuenta en {accountCurrency}.",
    amount_decimals:
      "El producto calcula {decimals, plural, =0 {sin decimales} one {con # decimal} other {con # decimales}}, y el monto tiene más.",
    amount_available: "El monto {amount} es más que lo disponible, {available}.",
    card_unknown: "No existe esa tarjeta.",
    external_id_reused: "El ID externo {externalId} ya se informó con otro contenido.",
    no_offer: "El producto de la cuenta no tiene una oferta con condiciones definidas con la que se pueda registrar la compra.",
    settled_already: "Ya se liquidó, como crédito {credit}; solo un reembolso la devuelve.",
    reversal_differs: "Se retracta de {amount} y hay {held} retenidos; solo es posible de todo.",
    external_id_wrong: "Falta el ID externo, es muy largo o tiene caracteres que no son simples.",
    purchase_wrong: "El ID externo de la compra es muy largo o tiene caracteres que no son simples.",
    amount_wrong: "El monto no es mayor que cero, o es mayor que el de cualquier compra.",
    currency_wrong: "La moneda no es un código de tres letras mayúsculas, como COP.",
    merchant_wrong: "El comercio es muy largo o tiene caracteres que ningún teclado tiene.",
    merchant_card_number: "El comercio contiene lo que puede ser un número de tarjeta entero, que no se guarda en ninguna parte.",
    at_wrong: "La hora no es válida.",
  },
});

/** A refusal of a purchase, or of what a processor tells, as a sentence; `money` writes an amount in minor units. */
export function cardRefusalSentence(
  { rule, values = {} }: Refusal,
  language: Language,
  money: (minor: bigint) => string,
): string {
  return translators[language](rule as never, shownValues(values, "card", language, money) as never);
}

const translatorIn = (language: Language) => createTranslator({ locale: locales[language], messages: cardRuleWords[language] });
const translators = { en: translatorIn("en"), es: translatorIn("es") };
