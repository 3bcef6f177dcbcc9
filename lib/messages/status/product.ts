import { productMachine } from "#lib/domain/product";
import { machineWordsOf } from "#lib/messages/machine";

export const productMachineWords = machineWordsOf(productMachine, {
  states: {
    enabled: { label: "Habilitado-Activo", meaning: "creado; se le pueden agregar ofertas", allows: ["ofertas", "créditos"] },
    inactive: {
      label: "Inactivo",
      meaning: "retirado de la plataforma, con sus datos conservados; se detienen cargos, pagos y promesas de pago",
      allows: ["nada nuevo"],
    },
  },
  events: {
    deactivate: {
      label: "Desactivar",
      effects:
        "se dice antes: cuántos créditos activos se detienen. Desde ese día sus créditos no causan nada, no envejecen y no deshabilitan a un cliente ni suspenden una cuenta",
    },
    reactivate: { label: "Reactivar", effects: "todo continúa; los días detenidos no se cobran" },
  },
  guards: {},
});
