import { cardMachine } from "#lib/domain/card";
import { machineWordsOf } from "#lib/messages/machine";

const afterwards = ["pagos", "cargos", "promesas"];

export const cardMachineWords = machineWordsOf(cardMachine, {
  states: {
    default: { label: "Predeterminada", meaning: "inactiva, guardada", allows: [] },
    active: { label: "Activa", meaning: "activada", allows: ["transacciones, mientras su cuenta esté activa"] },
    suspended: { label: "Suspendida", meaning: "suspendida en la plataforma", allows: afterwards },
    blocked: { label: "Bloqueada", meaning: "bloqueada desde la aplicación o el servicio", allows: afterwards },
    stolen: { label: "Robada", meaning: "reportada como robada", allows: afterwards },
    lost: { label: "Perdida", meaning: "reportada como perdida", allows: afterwards },
    canceled: { label: "Cancelada", meaning: "cancelada; sin intereses ni más cargos", allows: [] },
  },
  events: {
    activate: { label: "Activar" },
    suspend: { label: "Suspender" },
    resume: { label: "Reanudar" },
    block: { label: "Bloquear" },
    unblock: { label: "Desbloquear" },
    report_lost: { label: "Reportar pérdida" },
    report_stolen: { label: "Reportar robo" },
    cancel: { label: "Cancelar", system: "con su cuenta" },
  },
  guards: {
    account_active: "cuenta activa",
    no_debt: "sin deuda en ella",
    no_credit_balance: "sin saldo a favor",
  },
});
