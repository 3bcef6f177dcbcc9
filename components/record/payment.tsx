import { AllocationTables } from "#components/payment/allocations";
import { ForeseenTables } from "#components/payment/foreseen";
import { Facts } from "#components/profile/facts";
import { given, linked, named } from "#components/record/fact";
import { crumbOf, type PageProps, RecordPage } from "#components/record/page";
import { Linked } from "#components/ui/linked";
import type { ShownForeseen } from "#lib/foreseen/words";
import type { PaidToDate, PaymentRecord } from "#lib/records";

type PaymentProps = PageProps & {
  record: PaymentRecord;
  /** What reversing it would change, where it may be reversed. */
  reversal: ShownForeseen | undefined;
};

export function PaymentPage({ record, reversal, ...page }: PaymentProps) {
  const { t, format } = page;
  const { code, customer, amount, paidOn, toDate } = record;
  const figures = [
    [t("record.amount"), format.money(amount)],
    [t("record.paid_on"), format.plainDay(paidOn)],
  ] as const;
  return (
    <RecordPage page={page} code={code} title={t("statuses.entity_payment")} crumb={crumbOf(customer)} figures={figures}>
      {reversal !== undefined && (
        <section className="reversal" id="reversal">
          <h2>{t("paying.reversing")}</h2>
          <p className="meaning">{t("paying.reversing_lead")}</p>
          <ForeseenTables {...reversal} />
        </section>
      )}
      <Details record={record} page={page} />
      {toDate.map((each) => (
        <ToDate key={each.code} paid={each} page={page} />
      ))}
      <AllocationTables record={record} page={page} />
    </RecordPage>
  );
}

function Details({ record, page: { t, format } }: { record: PaymentRecord; page: PageProps }) {
  const { customer, type, parts, amount } = record;
  const kept = parts.reduce((left, part) => left - part.amount, amount);
  return (
    <Facts
      title={t("record.details")}
      facts={[
        named(t("statuses.entity_customer"), customer),
        ...linked(t("statuses.entity_credit"), record.credit),
        ...linked(t("statuses.entity_account"), record.account),
        ...linked(t("statuses.entity_pre_payment"), record.prePayment),
        [t("record.type"), t(`record.type_${type}`)],
        ...given(t("paying.is_payoff"), record.isPayoff ? t("paying.yes") : null),
        ...given(t("record.kept"), kept > 0n ? format.money(kept) : null),
        ...given(t("record.shortfall"), record.shortfall > 0n ? format.money(record.shortfall) : null),
        [t("record.recorded"), format.moment(new Date(record.createdAt))],
        [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
      ]}
    />
  );
}

/** What has been paid of a credit by now, and the way to it. */
function ToDate({
  paid: { code, total, interest, costs, principal },
  page: { t, format },
}: {
  paid: PaidToDate;
  page: PageProps;
}) {
  return (
    <section className="to-date">
      <h2>
        <Linked text={t("paying.to_date", { credit: code })} />
      </h2>
      <dl>
        {[
          [t("paying.total_paid"), total] as const,
          [t("paying.interest_paid"), interest] as const,
          [t("paying.costs_paid"), costs] as const,
          [t("paying.principal_paid"), principal] as const,
        ].map(([name, amount]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{format.money(amount)}</dd>
          </div>
        ))}
      </dl>
      <a className="button" href={`/credits/${code}`}>
        {t("paying.visit_credit")}
      </a>
    </section>
  );
}
