import { bilingual } from "#lib/messages/bilingual";

export const accountRefusalWords = bilingual({
  en: {
    no_unmet_minimum: "A minimum payment that fell due is not met; payments must meet it first.",
    no_hold: "An operator suspended this account, which holds it so; only an operator can reinstate it.",
    no_debt: "{debt} are owed on this account; they must be paid first.",
    no_credit_balance: "The account has a credit balance of {balance}; empty it with Refund first.",
    balance_empty: "The account has no credit balance.",
    balance_less: "{amount} were asked for and the credit balance is {balance} now; ask for it again.",
    no_pending_authorization:
      "{count, plural, one {# authorization is pending; reject it, or wait for it to settle.} other {# authorizations are pending; reject them, or wait for them to settle.}}",
    no_open_dispute: "{count, plural, one {# dispute is open; decide it first.} other {# disputes are open; decide them first.}}",
  },
  es: {
    no_unmet_minimum: "Un pago mínimo vencido no se ha cumplido; primero los pagos deben cumplirlo.",
    no_hold: "Un operador suspendió esta cuenta y así la retiene; solo un operador puede restablecerla.",
    no_debt: "Se deben {debt} en esta cuenta; deben pagarse primero.",
    no_credit_balance: "La cuenta tiene un saldo a favor de {balance}; déjelo en cero primero con Reembolsar.",
    balance_empty: "La cuenta no tiene saldo a favor.",
    balance_less: "Se pidieron {amount} y el saldo a favor es ahora {balance}; pídalo de nuevo.",
    no_pending_authorization:
      "Hay {count, plural, one {# autorización pendiente; rechácela, o espere a que se liquide.} other {# autorizaciones pendientes; rechácelas, o espere a que se liquiden.}}",
    no_open_dispute:
      "Hay {count, plural, one {# disputa abierta; decídala primero.} other {# disputas abiertas; decídalas primero.}}",
  },
});

export const cardRefusalWords = bilingual({
  en: {
    account_active: "The account is in the status “{accountState}”; it must be active first.",
    no_debt: "{debt} are owed on this card; they must be paid, or moved with Issue replacement, first.",
    no_credit_balance: "The card has a credit balance of {balance}; empty it with Refund on its account first.",
  },
  es: {
    account_active: "La cuenta está en el estado “{accountState}”; primero debe estar activa.",
    no_debt: "Se deben {debt} en esta tarjeta; primero deben pagarse, o pasarse a otra con Emitir reposición.",
    no_credit_balance: "La tarjeta tiene un saldo a favor de {balance}; déjelo en cero primero con Reembolsar en su cuenta.",
  },
});
