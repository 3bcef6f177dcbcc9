import { bilingual } from "#lib/messages/bilingual";

/** What follows from each event that an operator may ask for, as its form and its approval say it; `/statuses` keeps the contract's words. */
export const followsWords = bilingual({
  en: {
    customer_register: "the person becomes a customer, registered as of now",
    customer_disable:
      "the customer may not ask for a new credit, and goes on paying. It opens a hold: no rule enables them again, only an operator with Enable",
    customer_enable: "the customer may ask for credit again. The hold, if an operator opened one, is lifted",
    customer_block:
      "the customer may not ask for credit, scheduled debits stop, and only payments made outside the platform are taken. No rule takes it back, only Unblock",
    customer_unblock:
      "the customer is Disabled, and it is asked at once whether they may ask for credit: if nothing stands in the way, they end Enabled",
    customer_delete:
      "names and surnames, phone, e-mail, address and national ID are overwritten everywhere, and the key to all that history, notes, comments and approvals say of the person is destroyed, so that nobody can read it any more. Money, dates, IDs and statuses stay",
    pre_loan_confirm:
      "{account, select, yes {the purchase becomes an active credit of the account, with its schedule, and the hold of its authorization ends} other {an active credit is made, with its schedule, disbursed on the business date or on the day that the request gives}}{refinances, select, none {} other {. The new credit pays off credit {refinances}, which is closed, as Cancelled}}",
    pre_loan_reject:
      "{account, select, yes {the hold that this authorization put on the account is released, and nothing of it is charged} other {no credit is made of this request, and the process ends}}",
    credit_cancel:
      "the credit is closed, and no interest or fee accrues on it any more. If anything is still outstanding, a credit note writes it off",
    credit_dispute:
      "until it is decided no payment to this credit is taken, and its interest, fees and delinquent days stand still. If it is delinquent, it still keeps the customer from a new credit",
    credit_lose_dispute:
      "the credit is active again: its interest, fees and delinquent days run on. If nothing is left to pay, it is Paid at once",
    credit_win_dispute:
      "what is outstanding is written off, and the credit is closed, as Cancelled. Every payment to it is reversed with the reason “Dispute won”; of a payment to its account only the part on this credit, which becomes credit balance of the account",
    credit_win_dispute_in_part:
      "from this day the principal is lower by the amount accepted, which is not taken back. The number of instalments and their due days stay, and what is paid too much becomes credit balance",
    pre_payment_confirm:
      "a payment is made of it, and applied to what is owed: a credit of which nothing is left is Paid, or Cancelled if this pays it off early. It is only taken back by reversing that payment",
    pre_payment_reject: "no payment is made of it: what is owed stays owed",
    payment_reverse:
      "every credit that it paid is reckoned again without it: one may be in arrears, a paid one active again. Then the account and the customer are asked again, and may be suspended or disabled",
    product_deactivate:
      "{credits, plural, =0 {no credit stops with it} one {# credit, active or in dispute, stops with it} other {# credits, active or in dispute, stop with it}}. From that day its credits accrue nothing, age nothing, and neither disable a customer nor suspend an account",
    product_reactivate:
      "its credits accrue and age again, and new ones may be made. The days on which the product was inactive are not charged",
    offer_activate: "credits may be made under this offer. It cannot be a draft again; Disable stops new credits",
    offer_disable: "no new credit is made under this offer. Those already made go on and are paid as agreed",
    offer_enable: "credits may be made under this offer again",
    account_suspend:
      "its cards authorize no purchase; payments, charges and promises go on. It opens a hold: no rule reinstates the account, only an operator with Reinstate",
    account_reinstate: "its active cards authorize purchases again. The hold, if an operator opened one, is lifted",
    account_cancel: "all its cards are canceled with it, and nothing can be bought, charged or paid any more. Its data is kept",
    card_activate: "the card authorizes purchases while its account is active",
    card_suspend: "the card authorizes no purchase until it is resumed. What is owed on it stays owed and can be paid",
    card_resume: "the card authorizes purchases again while its account is active",
    card_block: "the card authorizes no purchase until it is unblocked. What is owed on it stays owed and can be paid",
    card_unblock: "the card authorizes purchases again while its account is active",
    card_report_lost:
      "the card authorizes no purchase any more, not even if it is found: it can only be reported stolen or canceled. What is owed on it stays owed and can be paid",
    card_report_stolen:
      "the card authorizes no purchase any more, not even if it is found: it can only be canceled. What is owed on it stays owed and can be paid",
    card_cancel: "the card is closed: nothing can be bought with it, and nothing is charged to it any more",
    promise_withdraw: "the promise counts no more, neither as kept nor as broken. What is owed stays owed",
  },
  es: {
    customer_register: "la persona pasa a ser cliente, registrado desde este momento",
    customer_disable:
      "el cliente no puede pedir un crédito nuevo y sigue pagando. Abre una retención: ninguna regla lo habilita de nuevo, solo un operador con Habilitar",
    customer_enable: "el cliente puede pedir crédito de nuevo. La retención, si un operador abrió una, se levanta",
    customer_block:
      "el cliente no puede pedir crédito, se detienen los débitos programados y solo se reciben pagos hechos fuera de la plataforma. Ninguna regla lo revierte, solo Desbloquear",
    customer_unblock:
      "el cliente queda Deshabilitado y se revisa de inmediato si puede pedir crédito: si nada lo impide, termina Habilitado",
    customer_delete:
      "nombres y apellidos, teléfono, correo, dirección y documento se sobrescriben en todas partes, y se destruye la clave de todo lo que el historial, las notas, los comentarios y las aprobaciones dicen de la persona, así que nadie puede leerlo más. El dinero, las fechas, los ID y los estados quedan",
    pre_loan_confirm:
      "{account, select, yes {la compra pasa a ser un crédito activo de la cuenta, con su plan de pagos, y termina la retención de su autorización} other {se crea un crédito activo, con su plan de pagos, desembolsado en la fecha de negocio o en el día que da la solicitud}}{refinances, select, none {} other {. El crédito nuevo paga del todo el crédito {refinances}, que se cierra, como Cancelado}}",
    pre_loan_reject:
      "{account, select, yes {se libera la retención que esta autorización puso en la cuenta, y nada de ella se cobra} other {de esta solicitud no se crea ningún crédito, y el proceso termina}}",
    credit_cancel:
      "el crédito se cierra y ya no causa intereses ni cargos. Si aún queda algo pendiente, una nota crédito lo anula",
    credit_dispute:
      "mientras no se decida no se reciben pagos a este crédito, y sus intereses, cargos y días de mora se detienen. Si está en mora, sigue impidiendo que el cliente pida un crédito nuevo",
    credit_lose_dispute:
      "el crédito vuelve a estar activo: sus intereses, cargos y días de mora siguen corriendo. Si no queda nada por pagar, queda Pagado de inmediato",
    credit_win_dispute:
      "se anula lo pendiente y el crédito se cierra, como Cancelado. Todo pago a este crédito se reversa con el motivo «Disputa ganada»; de un pago a su cuenta, solo la parte de este crédito, que pasa a saldo a favor de la cuenta",
    credit_win_dispute_in_part:
      "desde este día el capital baja en el monto aceptado, lo que no se revierte. El número de cuotas y sus días de vencimiento se conservan, y lo pagado de más pasa a saldo a favor",
    pre_payment_confirm:
      "se hace de él un pago y se aplica a lo que se debe: un crédito del que no queda nada queda Pagado, o Cancelado si con esto se paga del todo antes de tiempo. Solo se revierte reversando ese pago",
    pre_payment_reject: "no se hace de él ningún pago: lo que se debe se sigue debiendo",
    payment_reverse:
      "cada crédito que pagó se recalcula sin él: alguno puede quedar vencido, y uno pagado, activo de nuevo. Luego se revisan la cuenta y el cliente, que pueden quedar suspendida o deshabilitado",
    product_deactivate:
      "{credits, plural, =0 {ningún crédito se detiene con él} one {# crédito, activo o en disputa, se detiene con él} other {# créditos, activos o en disputa, se detienen con él}}. Desde ese día sus créditos no causan nada, no envejecen y no deshabilitan a un cliente ni suspenden una cuenta",
    product_reactivate:
      "sus créditos vuelven a causar y a envejecer, y se pueden otorgar nuevos. Los días en que el producto estuvo inactivo no se cobran",
    offer_activate:
      "se pueden otorgar créditos con esta oferta. No puede volver a ser un borrador; Deshabilitar detiene los créditos nuevos",
    offer_disable: "no se otorga ningún crédito nuevo con esta oferta. Los ya otorgados siguen y se pagan como se acordó",
    offer_enable: "se pueden otorgar créditos con esta oferta de nuevo",
    account_suspend:
      "sus tarjetas no autorizan compras; los pagos, cargos y promesas siguen. Abre una retención: ninguna regla restablece la cuenta, solo un operador con Restablecer",
    account_reinstate: "sus tarjetas activas autorizan compras de nuevo. La retención, si un operador abrió una, se levanta",
    account_cancel:
      "todas sus tarjetas se cancelan con ella, y ya no se puede comprar, cargar ni pagar nada. Sus datos se conservan",
    card_activate: "la tarjeta autoriza compras mientras su cuenta esté activa",
    card_suspend:
      "la tarjeta no autoriza compras hasta que se reanude. Lo que se debe de ella se sigue debiendo y se puede pagar",
    card_resume: "la tarjeta autoriza compras de nuevo mientras su cuenta esté activa",
    card_block:
      "la tarjeta no autoriza compras hasta que se desbloquee. Lo que se debe de ella se sigue debiendo y se puede pagar",
    card_unblock: "la tarjeta autoriza compras de nuevo mientras su cuenta esté activa",
    card_report_lost:
      "la tarjeta no autoriza más compras, ni siquiera si aparece: solo se puede reportar robada o cancelar. Lo que se debe de ella se sigue debiendo y se puede pagar",
    card_report_stolen:
      "la tarjeta no autoriza más compras, ni siquiera si aparece: solo se puede cancelar. Lo que se debe de ella se sigue debiendo y se puede pagar",
    card_cancel: "la tarjeta se cierra: con ella no se puede comprar nada, y nada se le carga ya",
    promise_withdraw: "la promesa ya no cuenta, ni como cumplida ni como incumplida. Lo que se debe se sigue debiendo",
  },
});
