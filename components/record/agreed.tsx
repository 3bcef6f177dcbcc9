import { Facts } from "#components/profile/facts";
import { type Fact, given } from "#components/record/fact";
import { SchedulePicture } from "#components/schedule/picture";
import { ScheduleTable } from "#components/schedule/table";
import { percent } from "#lib/amount/percent";
import type { Charge, OfferTerms } from "#lib/domain/offer-terms";
import { buildSchedule } from "#lib/domain/schedule";
import { termsFault } from "#lib/domain/schedule/terms-fault";
import type { Terms } from "#lib/domain/terms";
import { scheduleView } from "#lib/schedule-view";
import type { Way } from "#lib/way";

/** Rate, method, periods and charges, as they were agreed on. */
export function agreedFacts(terms: OfferTerms, { t, format, language }: Way): Fact[] {
  const { annualRate, rateKind, method, every, unit, dayCount, interest, graceOnPrincipal, graceOnInterest } = terms;
  const charge = (it: Charge | null) =>
    it && (it.kind === "fixed" ? format.money(BigInt(it.minor)) : percent(it.percent, language));
  const grace = (instalments: number) => (instalments === 0 ? null : t("agreed.instalments", { instalments }));
  return [
    [t("record.annual_rate"), t(`agreed.rate_${rateKind}`, { rate: percent(annualRate, language) })],
    [t("agreed.method"), t(`agreed.method_${method}`)],
    [t("agreed.every"), t(`agreed.every_${unit}`, { every })],
    [t("agreed.interest"), t(`agreed.interest_${interest}`, { dayCount })],
    ...given(t("agreed.grace_on_principal"), grace(graceOnPrincipal)),
    ...given(t("agreed.grace_on_interest"), grace(graceOnInterest)),
    ...given(t("agreed.upfront_fee"), charge(terms.upfrontFee)),
    ...given(t("agreed.instalment_fee"), charge(terms.instalmentFee)),
    ...given(t("agreed.late_fee"), charge(terms.lateFee)),
    ...given(t("agreed.late_rate"), terms.lateRate && t("agreed.late_rate_a_year", { rate: percent(terms.lateRate, language) })),
  ];
}

export function AgreedTerms({ settings, more = [], ...way }: Way & { settings: OfferTerms; more?: readonly Fact[] }) {
  return <Facts title={way.t("record.terms")} facts={[...agreedFacts(settings, way), ...more]} />;
}

/** The schedule of terms as they were agreed on, whatever came after. */
export function AgreedSchedule({ terms, t, language }: Way & { terms: Terms }) {
  const view = termsFault(terms) === undefined ? scheduleView(buildSchedule(terms), terms, language) : undefined;
  return (
    <section className="full">
      <h2>{t("schedule.title")}</h2>
      {view === undefined ? (
        <p className="meaning">{t("agreed.no_schedule")}</p>
      ) : (
        <>
          <SchedulePicture view={view} />
          <ScheduleTable view={view} />
        </>
      )}
    </section>
  );
}
