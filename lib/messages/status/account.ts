import { accountMachine } from "#lib/domain/account";
import { machineWordsOf } from "#lib/messages/machine";

export const accountMachineWords = machineWordsOf(accountMachine, {
  states: {
    active: { label: "Activa", meaning: "creada y habilitada", allows: ["transacciones", "pagos", "cargos", "promesas"] },
    suspended: {
      label: "Suspendida",
      meaning: "no se cumplió el pago mínimo de un ciclo",
      allows: ["pagos", "cargos", "promesas"],
    },
    canceled: { label: "Cancelada", meaning: "cancelada, con sus datos conservados", allows: [] },
  },
  events: {
    suspend: {
      label: "Suspender",
      system: "un pago mínimo sin cumplir suspend_grace_days después de su vencimiento",
      effects: "por un operador: una retención",
    },
    reinstate: {
      label: "Restablecer",
      system: "cuando se cumple todo mínimo vencido",
      effects: "se levanta la retención",
    },
    cancel: { label: "Cancelar", effects: "se cancelan sus tarjetas" },
  },
  guards: {
    no_unmet_minimum: "ningún mínimo sin cumplir",
    no_hold: "por el sistema: ninguna retención",
    no_debt: "sin deuda",
    no_credit_balance: "sin saldo a favor (Reembolsar, 4E con una referencia, lo deja en cero)",
    no_pending_authorization: "ninguna autorización pendiente",
    no_open_dispute: "ninguna disputa abierta",
  },
});
