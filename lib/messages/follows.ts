import { bilingual } from "#lib/messages/bilingual";

/** What follows from an event as its form says it, where the machine's own words are not for whoever fills that in. */
export const followsWords = bilingual({
  en: {
    customer_register: "the person becomes a customer, registered as of now",
    product_deactivate:
      "{credits, plural, =0 {no credit stops with it} one {# credit, active or in dispute, stops with it} other {# credits, active or in dispute, stop with it}}. From that day its credits accrue nothing, age nothing, and neither disable a customer nor suspend an account",
  },
  es: {
    customer_register: "la persona pasa a ser cliente, registrado desde este momento",
    product_deactivate:
      "{credits, plural, =0 {ningún crédito se detiene con él} one {# crédito, activo o en disputa, se detiene con él} other {# créditos, activos o en disputa, se detienen con él}}. Desde ese día sus créditos no causan nada, no envejecen y no deshabilitan a un cliente ni suspenden una cuenta",
  },
});
