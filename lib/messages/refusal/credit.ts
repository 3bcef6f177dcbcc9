import { bilingual } from "#lib/messages/bilingual";

export const creditRefusalWords = bilingual({
  en: {
    within_tolerance: "{outstanding} are outstanding; payments must bring it to {tolerance} or less first.",
    paid_or_noted:
      "{outstanding} are outstanding: a credit note for exactly that is needed, or the customer must pay it off first.",
    nothing_outstanding:
      "{outstanding} are outstanding and the credit note is for {given}; it must be for exactly what is outstanding, or the customer must pay it off first.",
    successor_covers: "The new credit is for {amount} and this one owes {owed} today; make a request for at least that much.",
    amount_positive: "The disputed amount must be more than zero; type what the customer disputes.",
    amount_decimals:
      "This product’s amounts have {decimals, plural, =0 {no decimals} one {at most # decimal} other {at most # decimals}}; type the disputed amount so.",
    amount_within_original: "{given} are more than the original amount of the credit, {original}; type that or less.",
    no_open_dispute: "A dispute of this credit is already open; decide it first.",
    another_dispute:
      "This was asked for in an earlier dispute, which is decided; decline it, and ask again for the dispute that is open now.",
    disputed_whole:
      "{disputed} of {original} are disputed, not the whole; decide for the customer in part, or against the customer.",
    accepted_positive: "The accepted amount must be more than zero; to accept nothing, decide against the customer.",
    accepted_decimals:
      "This product’s amounts have {decimals, plural, =0 {no decimals} one {at most # decimal} other {at most # decimals}}; type the accepted amount so.",
    accepted_within_disputed: "{given} are more than what is disputed, {disputed}; type that or less.",
    accepted_below_original:
      "{given} are not less than the original amount of the credit, {original}; to accept all of it, decide for the customer.",
    over_tolerance: "{outstanding} are outstanding, within the tolerance of {tolerance}; the credit stays closed.",
    not_refinanced: "This credit was refinanced and stays closed; work on the credit that took its place.",
    not_closed_by_dispute: "This credit was closed by a dispute decided for the customer, and stays closed.",
    not_noted_whole: "A credit note for all of this credit closed it, and it stays closed.",
  },
  es: {
    within_tolerance: "Hay {outstanding} pendientes; primero los pagos deben dejarlo en {tolerance} o menos.",
    paid_or_noted:
      "Hay {outstanding} pendientes: hace falta una nota crédito exactamente por eso, o el cliente debe pagarlo primero.",
    nothing_outstanding:
      "Hay {outstanding} pendientes y la nota crédito es por {given}; debe ser exactamente por lo pendiente, o el cliente debe pagarlo primero.",
    successor_covers: "El crédito nuevo es por {amount} y este debe hoy {owed}; haga una solicitud al menos por eso.",
    amount_positive: "El monto disputado debe ser mayor que cero; escriba lo que el cliente disputa.",
    amount_decimals:
      "Los montos de este producto {decimals, plural, =0 {no tienen decimales} one {tienen un decimal como máximo} other {tienen # decimales como máximo}}; escriba así el monto disputado.",
    amount_within_original: "{given} son más que el monto original del crédito, {original}; escriba ese monto o menos.",
    no_open_dispute: "Ya hay una disputa abierta de este crédito; decídala primero.",
    another_dispute:
      "Esto se pidió en una disputa anterior, que ya se decidió; niéguelo y pídalo de nuevo para la disputa que está abierta ahora.",
    disputed_whole: "Se disputan {disputed} de {original}, no todo; decida a favor del cliente en parte, o contra el cliente.",
    accepted_positive: "El monto aceptado debe ser mayor que cero; para no aceptar nada, decida contra el cliente.",
    accepted_decimals:
      "Los montos de este producto {decimals, plural, =0 {no tienen decimales} one {tienen un decimal como máximo} other {tienen # decimales como máximo}}; escriba así el monto aceptado.",
    accepted_within_disputed: "{given} son más que lo disputado, {disputed}; escriba ese monto o menos.",
    accepted_below_original:
      "{given} no son menos que el monto original del crédito, {original}; para aceptarlo todo, decida a favor del cliente.",
    over_tolerance: "Hay {outstanding} pendientes, dentro de la tolerancia de {tolerance}; el crédito sigue cerrado.",
    not_refinanced: "Este crédito se refinanció y sigue cerrado; trabaje en el crédito que tomó su lugar.",
    not_closed_by_dispute: "Este crédito se cerró por una disputa decidida a favor del cliente, y sigue cerrado.",
    not_noted_whole: "Una nota crédito por todo este crédito lo cerró, y sigue cerrado.",
  },
});
