import { bilingual } from "#lib/messages/bilingual";

const inherited = {
  en: "Credit {credit} counts as delinquent until its first instalment is paid, for the one it refinanced was; that must be paid first.",
  es: "El crédito {credit} cuenta como en mora hasta que se pague su primera cuota, pues el que refinanció estaba en mora; primero debe pagarse.",
};

export const customerRefusalWords = bilingual({
  en: {
    requirement_personal_data_accepted:
      "The saving of personal data is not accepted yet; once the customer has accepted it, record that on this page.",
    requirement_account_activated: "The account is not activated yet; once the customer has activated it, mark it as activated.",
    requirement_names: "The names or the surnames are missing; capture them first.",
    requirement_phone: "The phone number is missing; capture it first.",
    requirement_email: "The e-mail is missing; capture it first.",
    requirement_national_id: "The ID type or the national ID is missing; capture it first.",
    requirement_address: "The address is missing; capture it first.",
    requirement_phone_verified: "The phone number is not verified yet; once somebody has verified it, tick that under Edit.",
    requirement_email_verified: "The e-mail is not verified yet; once somebody has verified it, tick that under Edit.",
    no_delinquent_credit:
      "Credit {credit} is {days, plural, one {# day} other {# days}} delinquent; payments must bring it to date first.",
    no_inherited_delinquency: inherited.en,
    no_open_violation:
      "{count, plural, one {# violation of a business rule is open; resolve it first.} other {# violations of business rules are open; resolve them first.}}",
    no_hold: "An operator disabled this customer, which holds them so; only an operator can enable them.",
    below_block_after_days:
      "Credit {credit} is {days, plural, one {# day} other {# days}} delinquent; payments must bring it {limit, plural, one {to date} other {below # days}} first.",
    inherited_below_block_after_days: inherited.en,
    no_open_fraud:
      "{count, plural, one {# violation marked as fraud is open; resolve it first.} other {# violations marked as fraud are open; resolve them first.}}",
    no_active_credit:
      "{count, plural, one {# credit is active; it must be paid or cancelled first.} other {# credits are active; they must be paid or cancelled first.}}",
    no_disputed_credit:
      "{count, plural, one {# credit is in dispute; decide its dispute first.} other {# credits are in dispute; decide their disputes first.}}",
    no_pending_pre_loan:
      "{count, plural, one {# credit request is pending; confirm or reject it first.} other {# credit requests are pending; confirm or reject them first.}}",
    no_pending_pre_payment:
      "{count, plural, one {# pre-payment is pending; confirm or reject it first.} other {# pre-payments are pending; confirm or reject them first.}}",
    every_account_canceled:
      "{count, plural, one {# card account is not canceled; cancel it first.} other {# card accounts are not canceled; cancel them first.}}",
  },
  es: {
    requirement_personal_data_accepted:
      "Aún no se acepta guardar los datos personales; cuando el cliente lo acepte, regístrelo en esta página.",
    requirement_account_activated: "La cuenta aún no está activada; cuando el cliente la active, márquela como activada.",
    requirement_names: "Faltan los nombres o los apellidos; captúrelos primero.",
    requirement_phone: "Falta el teléfono; captúrelo primero.",
    requirement_email: "Falta el correo; captúrelo primero.",
    requirement_national_id: "Falta el tipo o el número de documento; captúrelo primero.",
    requirement_address: "Falta la dirección; captúrela primero.",
    requirement_phone_verified: "El teléfono aún no está verificado; cuando alguien lo verifique, márquelo en Editar.",
    requirement_email_verified: "El correo aún no está verificado; cuando alguien lo verifique, márquelo en Editar.",
    no_delinquent_credit:
      "El crédito {credit} tiene {days, plural, one {# día} other {# días}} de mora; primero los pagos deben ponerlo al día.",
    no_inherited_delinquency: inherited.es,
    no_open_violation:
      "Hay {count, plural, one {# infracción a una regla de negocio abierta; resuélvala primero.} other {# infracciones a reglas de negocio abiertas; resuélvalas primero.}}",
    no_hold: "Un operador deshabilitó a este cliente y así lo retiene; solo un operador puede habilitarlo.",
    below_block_after_days:
      "El crédito {credit} tiene {days, plural, one {# día} other {# días}} de mora; primero los pagos deben {limit, plural, one {ponerlo al día} other {dejarlo por debajo de # días}}.",
    inherited_below_block_after_days: inherited.es,
    no_open_fraud:
      "Hay {count, plural, one {# infracción marcada como fraude abierta; resuélvala primero.} other {# infracciones marcadas como fraude abiertas; resuélvalas primero.}}",
    no_active_credit:
      "Hay {count, plural, one {# crédito activo; primero debe pagarse o cancelarse.} other {# créditos activos; primero deben pagarse o cancelarse.}}",
    no_disputed_credit:
      "Hay {count, plural, one {# crédito en disputa; primero decida su disputa.} other {# créditos en disputa; primero decida sus disputas.}}",
    no_pending_pre_loan:
      "Hay {count, plural, one {# solicitud de crédito pendiente; primero confírmela o rechácela.} other {# solicitudes de crédito pendientes; primero confírmelas o rechácelas.}}",
    no_pending_pre_payment:
      "Hay {count, plural, one {# prepago pendiente; primero confírmelo o rechácelo.} other {# prepagos pendientes; primero confírmelos o rechácelos.}}",
    every_account_canceled:
      "Hay {count, plural, one {# cuenta de tarjeta sin cancelar; cancélela primero.} other {# cuentas de tarjeta sin cancelar; cancélelas primero.}}",
  },
});
