import { createTranslator } from "use-intl/core";
import type { Values } from "#lib/domain/machine";
import type { Format } from "#lib/list/format";
import { bilingual } from "#lib/messages/bilingual";
import { type Language, locales } from "#lib/messages/catalogue";

/** Why the system moved a record: each rule, and the fact that triggered it. */
export const causeWords = bilingual({
  en: {
    nothing_outstanding: "{outstanding} is outstanding, which its product counts as paid",
    outstanding_again: "{outstanding} is outstanding again",
    promise_paid: "{paid} was paid since it was made, due {due}",
    promise_day_passed: "its day, {due}, passed with {paid} paid",
    minimum_unmet: "a minimum payment is unmet {days, plural, one {# day} other {# days}} after it was due",
    minimums_met: "every minimum payment that was due is met",
    requirements_met: "the last requirement was met",
    delinquent_days: "credit {credit} is {days, plural, one {# day} other {# days}} delinquent",
    inherited_delinquency:
      "credit {credit} counts as delinquent until its first instalment is paid, for the one it refinanced was",
    open_violation: "{count, plural, one {a violation of a business rule is} other {# violations of business rules are}} open",
    open_fraud: "{count, plural, one {a violation marked as fraud is} other {# violations marked as fraud are}} open",
    cured: "no credit is delinquent and no violation is open any more",
    refinanced: "the credit of request {request} pays it off",
    dispute_won: "the dispute of credit {credit} was decided for the customer",
    account_canceled: "its account {account} was canceled",
    settled: "the purchase was settled for {amount}",
    reversed_by_merchant: "the merchant took the purchase of {amount} back",
    paid_off: "{amount} was paid, which is what pays it off that day",
    bank_file: "a row of a bank’s file brought it and nothing stood in the way",
    pending_too_long: "it was pending for {days, plural, one {# day} other {# days}}, over the {limit} allowed",
  },
  es: {
    nothing_outstanding: "quedan {outstanding} pendientes, lo que su producto da por pagado",
    outstanding_again: "quedan otra vez {outstanding} pendientes",
    promise_paid: "se pagaron {paid} desde que se hizo, con vencimiento {due}",
    promise_day_passed: "su día, {due}, pasó con {paid} pagados",
    minimum_unmet: "un pago mínimo sigue sin cubrirse {days, plural, one {# día} other {# días}} después de su vencimiento",
    minimums_met: "todos los pagos mínimos vencidos están cubiertos",
    requirements_met: "se cumplió el último requisito",
    delinquent_days: "el crédito {credit} tiene {days, plural, one {# día} other {# días}} de mora",
    inherited_delinquency:
      "el crédito {credit} cuenta como en mora hasta que se pague su primera cuota, pues el que refinanció estaba en mora",
    open_violation:
      "hay {count, plural, one {una infracción abierta a una regla} other {# infracciones abiertas a reglas}} de negocio",
    open_fraud: "hay {count, plural, one {una infracción abierta marcada} other {# infracciones abiertas marcadas}} como fraude",
    cured: "ya no hay créditos en mora ni infracciones abiertas",
    refinanced: "el crédito de la solicitud {request} lo paga",
    dispute_won: "la disputa del crédito {credit} se decidió a favor del cliente",
    account_canceled: "su cuenta {account} se canceló",
    settled: "la compra se liquidó por {amount}",
    reversed_by_merchant: "el comercio se retractó de la compra de {amount}",
    paid_off: "se pagaron {amount}, que es su pago total a ese día",
    bank_file: "lo trajo una fila de un archivo del banco y nada lo impedía",
    pending_too_long: "estuvo pendiente {days, plural, one {# día} other {# días}}, más de los {limit} permitidos",
  },
});

/** The rule that made the system move a record as a clause after "because"; one that has no words is shown as its name. */
export function causeClause(
  rule: string,
  values: Values,
  language: Language,
  format: Pick<Format, "money" | "plainDay">,
): string {
  if (!Object.hasOwn(causeWords[language], rule)) return rule;
  const shown = Object.entries(values).map(([name, value]) => {
    if (typeof value === "bigint") return [name, format.money(value)];
    return [name, name === "due" ? format.plainDay(String(value)) : value];
  });
  return translators[language](rule as keyof (typeof causeWords)["en"], Object.fromEntries(shown) as never);
}

// Values that an older entry lacks must not break its page: the rule's name is shown.
const lenient = { onError: () => undefined, getMessageFallback: ({ key }: { key: string }) => key };
const translatorIn = (language: Language) =>
  createTranslator({ locale: locales[language], messages: causeWords[language], ...lenient });
const translators = { en: translatorIn("en"), es: translatorIn("es") };
