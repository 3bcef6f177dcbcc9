import { percent } from "#lib/amount/percent";
import type { Borrowing, Offering } from "#lib/credit-request/borrowing";
import type { RequestFault, RequestField } from "#lib/credit-request/field";
import type { OfferOption, RequestChoices, RequestPreview, RequestState } from "#lib/credit-request/form";
import type { Asked } from "#lib/credit-request/judge";
import { obstaclesOf } from "#lib/credit-request/obstacle";
import { coveredBy } from "#lib/credit-request/typed";
import type { Role } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import { buildSchedule } from "#lib/domain/schedule";
import { sayRefused } from "#lib/form/refused";
import { scheduleView } from "#lib/schedule-view";
import type { Way } from "#lib/way";

/** The offers and the credits that can be chosen, as the form shows them. */
export function wordChoices({ offerings, total, credits, businessDate }: Borrowing, role: Role, way: Way): RequestChoices {
  const { t, format } = way;
  return {
    offers: offerings.map((offering) => ({
      ...wordOffering(offering, way),
      because: obstaclesOf(offering, role, businessDate).map((refusal) => wordFault(refusal, way)),
    })),
    credits: credits.map(({ code, offer, payoff }) => ({
      code,
      label: t("credit_request.refinances_option", { code, offer, payoff: format.money(payoff) }),
    })),
    newest: total > offerings.length ? t("record.newest", { shown: offerings.length, total }) : undefined,
  };
}

function wordOffering(
  { code, name, product, type, downpayment, terms, facts }: Offering,
  way: Way,
): Omit<OfferOption, "because"> {
  const { t, format, language } = way;
  const none = t("credit_request.no_limit");
  const money = (limit: bigint | null) => (limit === null ? none : format.money(limit));
  const limits = t("credit_request.offer_limits", {
    least: money(facts.amountMinMinor),
    greatest: money(facts.amountMaxMinor),
    fewest: facts.instalmentsMin ?? 1,
    most: facts.instalmentsMax ?? 9999,
  });
  const rate = terms && t(`credit_request.offer_rate_${terms.rateKind}`, { rate: percent(terms.annualRate, language) });
  const down =
    downpayment === null
      ? t("credit_request.offer_purchase")
      : t("credit_request.offer_down", { percent: percent(downpayment, language) });
  const says = [limits, ...(rate === undefined ? [] : [rate]), ...(type === "purchase" ? [down] : [])].join(" · ");
  return { code, name, product: product.name, type, says };
}

/** What is wrong with each field, in one text. */
export function wordFaults(faults: readonly RequestFault[], way: Way): RequestState["faults"] {
  const said: Partial<Record<RequestField, string>> = {};
  for (const { field, ...fault } of faults) said[field] = [said[field], wordFault(fault, way)].filter(Boolean).join(" ");
  return said;
}

export const wordFault = (refusal: Refusal, way: Way): string =>
  sayRefused(refusal, { words: "credit_request_fault", entity: "pre_loan" }, way);

/** How the credit would be if it were confirmed on the business date. */
export function wordPreview(asked: Asked, way: Way): RequestPreview {
  const { t, format, language } = way;
  const { offering, old, amount, downpayment, disburseOn, terms, needsApproval } = asked;
  const rows = buildSchedule(terms);
  const paysOff = coveredBy(old, offering.decimals);
  const day = format.plainDay(terms.disbursedOn);
  return {
    facts: [
      ...(old === undefined ? [] : [[t("credit_request.pays_off", { code: old.code }), format.money(paysOff)] as const]),
      ...(old === undefined ? [] : [[t("credit_request.extra"), format.money(amount - paysOff)] as const]),
      ...(old === undefined && downpayment === 0n ? [] : [[t("credit_request.asked"), format.money(amount)] as const]),
      ...(downpayment === 0n ? [] : [[t("credit_request.paid_down"), format.money(downpayment)] as const]),
      [t("credit_request.lent"), format.money(amount - downpayment)],
      [t("credit_request.disbursed"), disburseOn === null ? t("credit_request.disbursed_on_confirmation", { day }) : day],
      [t("credit_request.last_due"), format.plainDay(rows.at(-1)?.dueOn ?? "")],
    ],
    notes: [
      ...(terms.upfrontFee === null ? [] : [t("credit_request.upfront")]),
      ...(needsApproval ? [t("credit_request.approval")] : []),
    ],
    schedule: scheduleView(rows, terms, language),
  };
}
