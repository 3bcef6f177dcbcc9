import { customerMachine } from "#lib/domain/customer";
import { alwaysRequired, requirements } from "#lib/domain/requirement";
import { machineWordsOf, sameWords } from "#lib/messages/machine";

const chosen = requirements.filter((each) => !alwaysRequired.includes(each)).map((each) => `requirement_${each}`);

export const customerMachineWords = machineWordsOf(customerMachine, {
  states: {
    unregistered: {
      label: "Sin registrar",
      meaning: "no ha completado el registro: es un precliente",
      allows: ["terminar el registro"],
    },
    enabled: {
      label: "Habilitado",
      meaning: "puede pedir crédito: sin mora y sin infracciones a las reglas de negocio",
      allows: ["pagos automáticos y voluntarios", "solicitar crédito"],
    },
    disabled: {
      label: "Deshabilitado",
      meaning: "al menos un crédito en mora, o una infracción a una regla de negocio",
      allows: ["pagos automáticos y voluntarios"],
    },
    blocked: {
      label: "Bloqueado",
      meaning: "no puede solicitar crédito; sus datos se conservan y se pueden consultar",
      allows: ["solo pagos fuera de la plataforma"],
    },
    deleted: {
      label: "Eliminado",
      meaning: "nombres y apellidos, teléfono, correo, dirección y documento ocultos para siempre",
      allows: [],
    },
  },
  events: {
    register: { label: "Completar el registro", system: "al cumplirse el último requisito", effects: "registered_at" },
    disable: {
      label: "Deshabilitar",
      system: "días de mora de un crédito ≥ disable_after_days, o una infracción abierta",
      effects: "por un operador: una retención",
    },
    enable: { label: "Habilitar", system: "al ponerse al día, si enable_on_cure", effects: "se levanta la retención" },
    block: {
      label: "Bloquear",
      system: "días de mora ≥ block_after_days, o una infracción abierta marcada como fraude",
      effects: "se detienen los débitos programados",
    },
    unblock: {
      label: "Desbloquear",
      effects: "se revisa de inmediato si puede pedir crédito: si puede, queda habilitado",
    },
    delete: { label: "Eliminar", effects: "borrado de los datos, en la misma transacción" },
  },
  guards: {
    requirement_personal_data_accepted: "datos personales aceptados",
    requirement_account_activated: "cuenta activada",
    ...sameWords(chosen, "cualquier otro requisito del proyecto, cada uno que falte nombrado"),
    ...sameWords(["no_delinquent_credit", "no_inherited_delinquency"], "ningún crédito en mora"),
    no_open_violation: "ninguna infracción abierta",
    no_hold: "por el sistema: ninguna retención",
    ...sameWords(["below_block_after_days", "inherited_below_block_after_days"], "días de mora por debajo de block_after_days"),
    no_open_fraud: "ninguna infracción por fraude abierta",
    ...sameWords(["no_active_credit", "no_disputed_credit"], "ningún crédito activo o en disputa"),
    no_pending_pre_loan: "ninguna solicitud pendiente",
    no_pending_pre_payment: "ningún prepago pendiente",
    every_account_canceled: "todas las cuentas canceladas",
  },
});
