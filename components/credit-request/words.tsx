import type { Translate } from "#lib/messages/catalogue";

/** All that the form says, for the browser. */
export function wordsIn(t: Translate, hints: { currency: string; day: string }) {
  return {
    refinances: t("credit_request.refinances"),
    refinancesNothing: t("credit_request.refinances_nothing"),
    refinancesHint: t("credit_request.refinances_hint"),
    offer: t("credit_request.offer"),
    offersNone: t("credit_request.offers_none"),
    amount: t("credit_request.amount"),
    amountHint: t("credit_request.amount_hint", hints),
    downpayment: t("credit_request.downpayment"),
    downpaymentHint: t("credit_request.downpayment_hint"),
    instalments: t("credit_request.instalments"),
    disburseOn: t("credit_request.disburse_on"),
    disburseOnHint: t("credit_request.disburse_on_hint", hints),
    firstDueOn: t("credit_request.first_due_on"),
    firstDueOnHint: t("credit_request.first_due_on_hint"),
    preview: t("credit_request.preview"),
    submit: t("credit_request.submit"),
    previewed: t("credit_request.previewed"),
    notYet: t("credit_request.not_yet"),
  };
}

export type RequestWords = ReturnType<typeof wordsIn>;
