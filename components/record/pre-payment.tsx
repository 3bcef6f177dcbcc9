import { Facts } from "#components/profile/facts";
import { given, linked, named } from "#components/record/fact";
import { crumbOf, type PageProps, RecordPage } from "#components/record/page";
import type { PrePaymentRecord } from "#lib/records";

export function PrePaymentPage({ record, ...page }: PageProps & { record: PrePaymentRecord }) {
  const { t, format } = page;
  const { code, customer, amount, datedOn, type, channel } = record;
  const figures = [
    [t("record.amount"), format.money(amount)],
    [t("record.dated_on"), format.plainDay(datedOn)],
  ] as const;
  return (
    <RecordPage page={page} code={code} title={t("statuses.entity_pre_payment")} crumb={crumbOf(customer)} figures={figures}>
      <Facts
        title={t("record.asked")}
        facts={[
          named(t("statuses.entity_customer"), customer),
          ...linked(t("statuses.entity_credit"), record.credit),
          ...linked(t("statuses.entity_account"), record.account),
          [t("record.type"), t(`record.type_${type}`)],
          [t("record.channel"), t(`record.channel_${channel}`)],
          ...given(t("paying.is_payoff"), record.isPayoff ? t("paying.yes") : null),
          ...given(t("paying.reference"), record.reference),
          [t("record.taken_at"), format.moment(new Date(record.createdAt))],
        ]}
      />
      <Facts
        title={t("record.became")}
        facts={[
          ...linked(t("statuses.entity_payment"), record.payment),
          [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        ]}
      />
    </RecordPage>
  );
}
