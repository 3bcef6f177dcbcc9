import { bilingual } from "#lib/messages/bilingual";

/** Why any event of any record may be refused. */
export const generalRefusalWords = bilingual({
  en: {
    automatic: "The system does this by itself, by rule; nobody can do it by hand.",
    permission: "Your role may not do this; ask an operator whose role may.",
    status: "Not possible while {state}: only from {fromStates}.",
    event_unknown: "There is no such action on this record; open the page again and choose one that it shows.",
    reason_missing: "Choose the reason.",
    reason_unknown: "This is not a reason for this; choose one from the list.",
    comment_missing: "The reason “Other” needs a comment; write there what the reason is.",
    comment_too_long: "The comment is too long; make it shorter.",
    amount_missing: "Type the amount.",
    id_not_typed: "Type the ID of this record exactly as it is shown, to make sure that this is the one.",
    approval_pending: "Another operator has to decide an approval of this record first; wait for it, or ask them to decide it.",
    approval_own: "You asked for this yourself; a different operator must approve or decline it.",
    approval_over: "This approval has been decided or has expired; if it is still needed, ask for it again.",
    scope: "This token may not do this; a Super Admin can make one that may, in Settings.",
    operators_only: "No token can do this; ask an operator to.",
    four_eyes: "A second operator has to approve this here, so no app can do it by itself; ask an operator to.",
    key_reused: "This form was sent before with other content; open the page again and fill it in afresh.",
  },
  es: {
    automatic: "El sistema lo hace por sí mismo, según una regla; nadie puede hacerlo a mano.",
    permission: "Su rol no puede hacer esto; pídaselo a un operador cuyo rol sí pueda.",
    status: "No es posible mientras está {state}: solo desde {fromStates}.",
    event_unknown: "Este registro no tiene esa acción; abra la página de nuevo y elija una de las que muestra.",
    reason_missing: "Elija el motivo.",
    reason_unknown: "Este no es un motivo para esto; elija uno de la lista.",
    comment_missing: "El motivo “Otro” necesita un comentario; escriba en él cuál es el motivo.",
    comment_too_long: "El comentario es demasiado largo; acórtelo.",
    amount_missing: "Escriba el monto.",
    id_not_typed: "Escriba el ID de este registro tal como se muestra, para asegurar que es este.",
    approval_pending: "Otro operador debe decidir primero una aprobación de este registro; espere, o pídale que la decida.",
    approval_own: "Usted mismo pidió esto; otro operador debe aprobarlo o negarlo.",
    approval_over: "Esta aprobación ya se decidió o venció; si todavía hace falta, pídala de nuevo.",
    scope: "Este token no puede hacer esto; un Super Admin puede crear uno que sí pueda, en Configuración.",
    operators_only: "Ningún token puede hacer esto; pídaselo a un operador.",
    four_eyes:
      "Aquí un segundo operador tiene que aprobar esto, así que ninguna aplicación puede hacerlo por sí sola; pídaselo a un operador.",
    key_reused: "Este formulario ya se envió con otro contenido; abra la página de nuevo y llénelo otra vez.",
  },
});
