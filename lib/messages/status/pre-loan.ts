import { preLoanMachine, termsRules } from "#lib/domain/pre-loan";
import { machineWordsOf, sameWords } from "#lib/messages/machine";

export const preLoanMachineWords = machineWordsOf(preLoanMachine, {
  states: {
    pending: { label: "Pendiente", meaning: "solicitada, sin confirmar", allows: [] },
    rejected: { label: "Rechazada", meaning: "no se aprobó; el proceso termina", allows: [] },
    completed: { label: "Completada", meaning: "confirmada: se convirtió en un crédito activo", allows: [] },
  },
  events: {
    confirm: {
      label: "Confirmar",
      system: "con una liquidación",
      fourEyes: "por encima de confirm_limit, o si está deshabilitado y esta refinancia un crédito suyo",
      effects: "se crea el crédito, activo, con su plan de pagos, desembolsado en la fecha de negocio o en el día indicado",
    },
    reject: { label: "Rechazar", effects: "se libera la retención sobre la cuenta" },
  },
  guards: {
    ...sameWords(
      ["customer_may_borrow", "refinances_their_own", "refinances_active", "successor_covers"],
      "cliente habilitado, o deshabilitado y esta refinancia un crédito suyo (entonces 4E)",
    ),
    ...sameWords(["offer_enabled", "product_enabled"], "oferta habilitada, producto habilitado"),
    ...sameWords(
      [
        ...(["amount_at_least", "amount_at_most", "instalments_at_least", "instalments_at_most"] as const),
        ...Object.values(termsRules),
      ],
      "monto y cuotas dentro de los límites de la oferta o, si no los tiene, del producto",
    ),
    ...sameWords(
      ["below_limit_of_offer", "below_limit_of_product", "below_limit_of_project"],
      "créditos activos por debajo de los límites de la oferta, el producto y el proyecto",
    ),
    pending_too_long: "por el sistema: más antigua que days_to_close_pending, motivo vencimiento",
  },
});
