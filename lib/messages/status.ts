import { type CustomerStatus, customerStates } from "#lib/domain/customer";

type StatusWords<Status extends string> = Record<Status, { label: string; meaning: string; allows: readonly string[] }>;

/** English comes from the machines; Spanish says the same of each state. */
export const customerStatusWords: { en: StatusWords<CustomerStatus>; es: StatusWords<CustomerStatus> } = {
  en: customerStates,
  es: {
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
};
