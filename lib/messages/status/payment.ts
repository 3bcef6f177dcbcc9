import { paymentMachine } from "#lib/domain/payment";
import { machineWordsOf, sameWords } from "#lib/messages/machine";

export const paymentMachineWords = machineWordsOf(paymentMachine, {
  states: {
    accepted: { label: "Aceptado", meaning: "hecho y aplicado al saldo pendiente", allows: [] },
    reversed: { label: "Reversado", meaning: "devuelto al usuario", allows: [] },
  },
  events: {
    reverse: {
      label: "Reversar",
      effects: "se recalcula cada crédito que tocó; se revisan de nuevo el crédito, la cuenta y el cliente",
    },
  },
  guards: {
    ...sameWords(
      ["no_refinanced_credit", "no_disputed_credit"],
      "ningún crédito que tocó se refinanció ni está en disputa (salvo por win_dispute)",
    ),
    product_not_inactive: "producto no inactivo",
    account_not_canceled: "cuenta no cancelada",
    customer_not_deleted: "cliente no eliminado",
  },
});
