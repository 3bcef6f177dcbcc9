import { creditMachine } from "#lib/domain/credit";
import { machineWordsOf, sameWords } from "#lib/messages/machine";

export const creditMachineWords = machineWordsOf(creditMachine, {
  states: {
    active: { label: "Activo", meaning: "desembolsado", allows: ["pagos automáticos y voluntarios"] },
    in_dispute: { label: "En disputa", meaning: "el cliente disputa una transacción o un cargo", allows: [] },
    paid: { label: "Pagado", meaning: "el plan de pagos se completó", allows: [] },
    cancelled: { label: "Cancelado", meaning: "pagado del todo; ya no causa intereses ni cargos", allows: [] },
  },
  events: {
    settle: { label: "Saldar", effects: "una nota crédito por el resto" },
    cancel: {
      label: "Cancelar",
      fourEyes: "cuando hace falta una nota crédito",
      effects: "se eliminan los intereses y cargos posteriores",
    },
    refinance: {
      label: "Refinanciar",
      system: "con la confirmación de la solicitud que lo refinancia",
      effects:
        "enlazados en ambos sentidos; si estaba en mora, el nuevo cuenta como en mora para pedir crédito hasta que se pague su primera cuota",
    },
    dispute: {
      label: "Abrir disputa",
      effects: "intereses, cargos y días de mora se detienen; mientras está abierta, uno en mora sigue impidiendo pedir crédito",
    },
    lose_dispute: {
      label: "Decidir contra el cliente",
      effects: "lo detenido vuelve a aplicarse; un crédito sin nada pendiente se salda de inmediato",
    },
    win_dispute: {
      label: "Decidir a favor del cliente",
      effects:
        "se anula el saldo pendiente; los pagos a este crédito se reversan con dispute_won (de un pago a la cuenta, solo la parte de este crédito; pasa a saldo a favor)",
    },
    win_dispute_in_part: {
      label: "Decidir a favor del cliente en parte",
      effects: "el capital baja ese día; se conservan el número y los días de vencimiento; lo pagado de más pasa a saldo a favor",
    },
    reopen: { label: "Reabrir", effects: "se retira la nota crédito de cierre" },
  },
  guards: {
    within_tolerance: "saldo pendiente ≤ la tolerancia de cierre del producto",
    ...sameWords(
      ["paid_or_noted", "nothing_outstanding"],
      "nada pendiente después: pagado del todo hasta el día, o una nota crédito por todo lo pendiente",
    ),
    successor_covers: "el monto del crédito nuevo cubre lo que este debe ese día",
    ...sameWords(["amount_positive", "amount_decimals", "amount_within_original"], "0 < monto ≤ el monto original del crédito"),
    no_open_dispute: "ninguna disputa abierta",
    disputed_whole: "monto disputado = monto original",
    ...sameWords(["accepted_positive", "accepted_decimals", "accepted_within_disputed"], "0 < aceptado ≤ disputado"),
    accepted_below_original: "aceptado < original",
    over_tolerance: "una reversión deja un saldo pendiente > tolerancia",
    ...sameWords(
      ["not_refinanced", "not_closed_by_dispute", "not_noted_whole"],
      "no después de una refinanciación, una disputa o una nota crédito por todo",
    ),
  },
});
