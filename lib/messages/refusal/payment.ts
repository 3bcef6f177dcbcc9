import { bilingual } from "#lib/messages/bilingual";

export const prePaymentRefusalWords = bilingual({
  en: {
    credit_active:
      "The credit is in the status “{creditState}”; only an active one takes payments, so wait until it is, or reject this.",
    account_not_canceled: "The account is canceled and takes no payments; reject this and return the money.",
    product_not_inactive: "The product is inactive, so its payments stop; a Super Admin must reactivate it first.",
    channel_allowed:
      "The customer's status, “{customerState}”, allows no payments {channel, select, platform {through the platform} other {from outside the platform}}; wait until it does, or reject this.",
    amount_positive: "The amount is not more than zero; reject this.",
    amount_within_owed:
      "The amount {amount} is more than is taken, {limit}: {owed} are owed; reject this and ask for the right amount.",
    not_dated_ahead: "It is dated {datedOn} and the business date is {businessDate}; confirm it when that day comes.",
  },
  es: {
    credit_active:
      "El crédito está en el estado “{creditState}”; solo uno activo recibe pagos, así que espere a que lo esté o rechace este prepago.",
    account_not_canceled: "La cuenta está cancelada y no recibe pagos; rechace este prepago y devuelva el dinero.",
    product_not_inactive: "El producto está inactivo y sus pagos se detienen; primero un Super Admin debe reactivarlo.",
    channel_allowed:
      "El estado del cliente, “{customerState}”, no permite pagos {channel, select, platform {por la plataforma} other {por fuera de la plataforma}}; espere a que los permita o rechace este prepago.",
    amount_positive: "El monto no es mayor que cero; rechace este prepago.",
    amount_within_owed:
      "El monto {amount} es más de lo que se recibe, {limit}: se deben {owed}; rechace este prepago y pida el monto correcto.",
    not_dated_ahead: "Tiene fecha del {datedOn} y la fecha de negocio es {businessDate}; confírmelo cuando llegue ese día.",
  },
});

export const paymentRefusalWords = bilingual({
  en: {
    no_refinanced_credit:
      "Credit {credit}, which this payment touched, was refinanced; put it right on the credit that took its place.",
    no_disputed_credit: "Credit {credit}, which this payment touched, is in dispute; decide the dispute first.",
    product_not_inactive: "The product is inactive, so its payments stop; a Super Admin must reactivate it first.",
    account_not_canceled: "The account is canceled; its payments can no longer be reversed.",
    customer_not_deleted: "The customer is deleted; their payments can no longer be reversed.",
  },
  es: {
    no_refinanced_credit: "El crédito {credit}, que este pago tocó, se refinanció; corríjalo en el crédito que tomó su lugar.",
    no_disputed_credit: "El crédito {credit}, que este pago tocó, está en disputa; decida primero la disputa.",
    product_not_inactive: "El producto está inactivo y sus pagos se detienen; primero un Super Admin debe reactivarlo.",
    account_not_canceled: "La cuenta está cancelada; sus pagos ya no se pueden reversar.",
    customer_not_deleted: "El cliente está eliminado; sus pagos ya no se pueden reversar.",
  },
});

export const promiseRefusalWords = bilingual({
  en: {
    amount_reached: "{paid} of the promised {amount} are paid; the promise is kept once all of it is.",
    day_passed: "It is due on {dueOn} and the business date is {businessDate}; it is broken only after its day.",
    product_not_inactive: "The product is inactive, so its promises stop; a Super Admin must reactivate it first.",
  },
  es: {
    amount_reached: "Se han pagado {paid} de los {amount} prometidos; la promesa se cumple cuando se pague todo.",
    day_passed: "Vence el {dueOn} y la fecha de negocio es {businessDate}; solo se incumple después de su día.",
    product_not_inactive: "El producto está inactivo y sus promesas se detienen; primero un Super Admin debe reactivarlo.",
  },
});
