import { offerMachine, offerSettings } from "#lib/domain/offer";
import { machineWordsOf, sameWords } from "#lib/messages/machine";

export const offerMachineWords = machineWordsOf(offerMachine, {
  states: {
    draft: { label: "Borrador", meaning: "por configurar y activar a mano", allows: ["activación"] },
    enabled: {
      label: "Habilitada-Activa",
      meaning: "lista para otorgar créditos",
      allows: ["créditos", "modificación, si el proyecto la permite", "eliminación mientras no se haya usado"],
    },
    disabled: {
      label: "Deshabilitada-Inactiva",
      meaning: "sin créditos nuevos",
      allows: ["pagos de sus créditos, automáticos y voluntarios"],
    },
  },
  events: {
    activate: { label: "Activar" },
    disable: { label: "Deshabilitar" },
    enable: { label: "Habilitar" },
  },
  guards: {
    ...sameWords(
      offerSettings.map((setting) => `setting_${setting}`),
      "están todos los ajustes requeridos, cada uno que falte nombrado",
    ),
    rate_within_max: "tasa ≤ max_annual_rate",
    product_enabled: "producto habilitado",
  },
});
