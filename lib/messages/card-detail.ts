import { bilingual } from "#lib/messages/bilingual";

/** What the history and the timeline say of a purchase, a card or a card account. */
export const cardDetailWords = bilingual({
  en: {
    amount: "{value}",
    line: "credit line {value}",
    note: "credit note {value}",
    surplus: "to the credit balance {value}",
    authorized: "authorized {value}",
    settled: "settled {value}",
    held: "held {value}",
    card: "card {value}",
    credit: "credit {value}",
    request: "request {value}",
    account: "account {value}",
    product: "product {value}",
    replaces: "in place of {value}",
    last_four: "•••• {value}",
    reference: "reference {value}",
    closing_day: "closing day {value}",
    due_day: "due day {value}",
    moved: "credits moved: {value}",
  },
  es: {
    amount: "{value}",
    line: "cupo {value}",
    note: "nota crédito {value}",
    surplus: "al saldo a favor {value}",
    authorized: "autorizado {value}",
    settled: "liquidado {value}",
    held: "retenido {value}",
    card: "tarjeta {value}",
    credit: "crédito {value}",
    request: "solicitud {value}",
    account: "cuenta {value}",
    product: "producto {value}",
    replaces: "en lugar de {value}",
    last_four: "•••• {value}",
    reference: "referencia {value}",
    closing_day: "día de corte {value}",
    due_day: "día de pago {value}",
    moved: "créditos pasados: {value}",
  },
});

/** Why a purchase was declined, in few words: what stood in its way, without what was seen. */
export const cardRuleLabels = bilingual({
  en: {
    not_reversed_before: "taken back before",
    not_settled_before: "settled before",
    customer_enabled: "customer not enabled",
    account_overlays_card: "account not active",
    account_active: "account not active",
    card_active: "card not active",
    product_enabled: "product inactive",
    offer_enabled: "no enabled offer",
    amount_positive: "no amount",
    same_currency: "another currency",
    amount_decimals: "too many decimals",
    amount_available: "more than available",
  },
  es: {
    not_reversed_before: "retractada antes",
    not_settled_before: "liquidada antes",
    customer_enabled: "cliente no habilitado",
    account_overlays_card: "cuenta no activa",
    account_active: "cuenta no activa",
    card_active: "tarjeta no activa",
    product_enabled: "producto inactivo",
    offer_enabled: "sin oferta habilitada",
    amount_positive: "sin monto",
    same_currency: "otra moneda",
    amount_decimals: "demasiados decimales",
    amount_available: "más de lo disponible",
  },
});

/** Why an operator should look at a settlement. */
export const cardFlagWords = bilingual({
  en: {
    no_authorization: "Settled without an authorization",
    amount_differs: "Settled for another amount than authorized",
    reversed_late: "Taken back by the merchant after it was settled",
    refund_above: "Refunded with more than was bought",
    refund_of_closed: "Refunded after the credit was closed",
    refund_in_dispute: "Refunded while in dispute",
  },
  es: {
    no_authorization: "Liquidada sin autorización",
    amount_differs: "Liquidada por otro monto que el autorizado",
    reversed_late: "Retractada por el comercio después de liquidada",
    refund_above: "Reembolsada con más de lo comprado",
    refund_of_closed: "Reembolsada después de cerrado el crédito",
    refund_in_dispute: "Reembolsada mientras está en disputa",
  },
});
