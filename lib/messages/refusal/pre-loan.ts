import { bilingual } from "#lib/messages/bilingual";

export const preLoanRefusalWords = bilingual({
  en: {
    customer_may_borrow:
      "The customer is in the status “{customerState}”; only an enabled one may borrow, and a disabled one to refinance a credit of theirs.",
    refinances_their_own:
      "The credit to refinance is another customer's; reject this request and make one for a credit of theirs.",
    refinances_active:
      "The credit to refinance is in the status “{creditState}”; only an active one can be refinanced, so reject this request.",
    successor_covers:
      "{amount} would be lent and the credit to refinance owes {owed} today; reject this request and make one for at least that much.",
    offer_enabled: "The offer is in the status “{offerState}”; enable it, or make a request under another offer.",
    product_enabled:
      "The product is in the status “{productState}”; a Super Admin must reactivate it, or make a request under another product.",
    amount_at_least: "The amount {amount} is below the minimum, {limit}; make a request for more.",
    amount_at_most: "The amount {amount} is above the maximum, {limit}; make a request for less.",
    instalments_at_least:
      "{count, plural, one {# instalment is} other {# instalments are}} fewer than the minimum, {limit, number}; make a request with more.",
    instalments_at_most:
      "{count, plural, one {# instalment is} other {# instalments are}} more than the maximum, {limit, number}; make a request with fewer.",
    below_limit_of_offer:
      "The customer has {count, plural, one {# active credit} other {# active credits}} under this offer, and it allows {limit, number}; one must be paid off first.",
    below_limit_of_product:
      "The customer has {count, plural, one {# active credit} other {# active credits}} under this product, and it allows {limit, number}; one must be paid off first.",
    below_limit_of_project:
      "The customer has {count, plural, one {# active credit} other {# active credits}}, and the business rules allow {limit, number}; one must be paid off first.",
    terms_first_due: "The first due day is not after the disbursement any more; reject this request and make a new one.",
    terms_grace: "The offer's grace leaves no instalment to pay in; reject this request and make one with more instalments.",
    terms_last_due:
      "The last instalment would fall due after the year 9999; reject this request and make one with fewer instalments.",
    pending_too_long:
      "It has been pending for {days, plural, one {# day} other {# days}}; the system rejects it after {limit, plural, one {# day} other {# days}}, an operator at any time.",
  },
  es: {
    customer_may_borrow:
      "El cliente está en el estado “{customerState}”; solo uno habilitado puede pedir crédito, y uno deshabilitado para refinanciar un crédito suyo.",
    refinances_their_own:
      "El crédito por refinanciar es de otro cliente; rechace esta solicitud y haga una para un crédito del mismo cliente.",
    refinances_active:
      "El crédito por refinanciar está en el estado “{creditState}”; solo uno activo se puede refinanciar, así que rechace esta solicitud.",
    successor_covers:
      "Se prestarían {amount} y el crédito por refinanciar debe hoy {owed}; rechace esta solicitud y haga una al menos por eso.",
    offer_enabled: "La oferta está en el estado “{offerState}”; habilítela, o haga una solicitud con otra oferta.",
    product_enabled:
      "El producto está en el estado “{productState}”; un Super Admin debe reactivarlo, o haga una solicitud con otro producto.",
    amount_at_least: "El monto {amount} es menor que el mínimo permitido, {limit}; haga una solicitud por más.",
    amount_at_most: "El monto {amount} es mayor que el máximo permitido, {limit}; haga una solicitud por menos.",
    instalments_at_least:
      "{count, plural, one {# cuota es} other {# cuotas son}} menos que el mínimo permitido, {limit, number}; haga una solicitud con más.",
    instalments_at_most:
      "{count, plural, one {# cuota es} other {# cuotas son}} más que el máximo permitido, {limit, number}; haga una solicitud con menos.",
    below_limit_of_offer:
      "El cliente tiene {count, plural, one {# crédito activo} other {# créditos activos}} con esta oferta, que permite {limit, number}; primero debe pagarse uno.",
    below_limit_of_product:
      "El cliente tiene {count, plural, one {# crédito activo} other {# créditos activos}} con este producto, que permite {limit, number}; primero debe pagarse uno.",
    below_limit_of_project:
      "El cliente tiene {count, plural, one {# crédito activo} other {# créditos activos}}, y las reglas de negocio permiten {limit, number}; primero debe pagarse uno.",
    terms_first_due: "El primer vencimiento ya no es posterior al desembolso; rechace esta solicitud y haga una nueva.",
    terms_grace: "La gracia de la oferta no deja cuotas para pagar; rechace esta solicitud y haga una con más cuotas.",
    terms_last_due: "La última cuota vencería después del año 9999; rechace esta solicitud y haga una con menos cuotas.",
    pending_too_long:
      "Lleva {days, plural, one {# día pendiente} other {# días pendiente}}; el sistema la rechaza después de {limit, plural, one {# día} other {# días}}, y un operador en cualquier momento.",
  },
});
