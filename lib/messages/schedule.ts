import { bilingual } from "#lib/messages/bilingual";

export const scheduleWords = bilingual({
  en: {
    title: "Schedule",
    amounts_in: "Amounts in {currency}",
    scale: "{name} ({currency})",
    number: "No.",
    due_on: "Due",
    principal: "Principal",
    interest: "Interest",
    fees: "Fees",
    payment: "Instalment",
    balance: "Balance",
    total: "Total",
    sentence:
      "{count, plural, one {# instalment} other {# instalments}}, the highest of {highest}: {principal} of principal, {interest} of interest and {fees} of fees come to {payment}. The balance is paid off on {last}.",
  },
  es: {
    title: "Plan de pagos",
    amounts_in: "Montos en {currency}",
    scale: "{name} ({currency})",
    number: "N.º",
    due_on: "Vence",
    principal: "Capital",
    interest: "Interés",
    fees: "Cargos",
    payment: "Cuota",
    balance: "Saldo",
    total: "Total",
    sentence:
      "{count, plural, one {# cuota} other {# cuotas}}, la más alta de {highest}: {principal} de capital, {interest} de interés y {fees} de cargos suman {payment}. El saldo queda pagado el {last}.",
  },
});
