import { prePaymentMachine } from "#lib/domain/pre-payment";
import { machineWordsOf, sameWords } from "#lib/messages/machine";

export const prePaymentMachineWords = machineWordsOf(prePaymentMachine, {
  states: {
    pending: { label: "Pendiente", meaning: "anunciado, sin confirmar", allows: [] },
    rejected: { label: "Rechazado", meaning: "no se aprobó; el proceso termina", allows: [] },
    completed: { label: "Completado", meaning: "confirmado: se convirtió en un pago aceptado", allows: [] },
  },
  events: {
    confirm: { label: "Confirmar", system: "por un archivo del banco", effects: "se acepta y se aplica un pago" },
    reject: { label: "Rechazar" },
  },
  guards: {
    ...sameWords(["credit_active", "account_not_canceled"], "el crédito activo, o la cuenta activa o suspendida"),
    product_not_inactive: "producto no inactivo",
    channel_allowed: "el estado del cliente permite el canal",
    ...sameWords(["amount_positive", "amount_within_owed"], "monto > 0 y ≤ lo que se debe más overpayment_limit"),
    not_dated_ahead: "sin fecha posterior a la fecha de negocio",
  },
});
