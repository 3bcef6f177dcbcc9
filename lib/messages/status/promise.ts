import { promiseMachine } from "#lib/domain/promise";
import { machineWordsOf } from "#lib/messages/machine";

export const promiseMachineWords = machineWordsOf(promiseMachine, {
  states: {
    open: { label: "Abierta", meaning: "prometida", allows: [] },
    kept: { label: "Cumplida", meaning: "pagada del todo a más tardar en su día", allows: [] },
    broken: { label: "Incumplida", meaning: "su día pasó sin pago", allows: [] },
    withdrawn: { label: "Retirada", meaning: "se retiró", allows: [] },
  },
  events: {
    keep: { label: "Cumplir" },
    break: { label: "Incumplir" },
    withdraw: { label: "Retirar" },
  },
  guards: {
    amount_reached: "los pagos aceptados desde que se hizo alcanzan su monto",
    day_passed: "su día es anterior a la fecha de negocio",
    product_not_inactive: "el producto no inactivo",
  },
});
