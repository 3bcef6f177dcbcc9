import { Facts } from "#components/profile/facts";
import { AgreedSchedule, AgreedTerms } from "#components/record/agreed";
import { linked, named } from "#components/record/fact";
import { crumbOf, type PageProps, RecordPage } from "#components/record/page";
import type { PreLoanRecord } from "#lib/records";

export function PreLoanPage({ record, ...page }: PageProps & { record: PreLoanRecord }) {
  const { t, format } = page;
  const { code, customer, amount, downpayment, instalments } = record;
  const figures = [
    [t("record.amount"), format.money(amount)],
    [t("record.downpayment"), format.money(downpayment)],
    [t("record.instalments"), format.count(instalments)],
  ] as const;
  const day = (on: string | null) => on && format.plainDay(on);
  return (
    <RecordPage page={page} code={code} title={t("statuses.entity_pre_loan")} crumb={crumbOf(customer)} figures={figures}>
      <Facts
        title={t("record.asked")}
        facts={[
          named(t("statuses.entity_customer"), customer),
          named(t("statuses.entity_product"), record.product),
          named(t("statuses.entity_offer"), record.offer),
          ...linked(t("statuses.entity_account"), record.account),
          ...linked(t("statuses.entity_card"), record.card),
          ...linked(t("record.refinances"), record.refinances),
          [t("agreed.lent"), format.money(amount - downpayment)],
          [t("agreed.disburse_on"), day(record.disburseOn) ?? t("agreed.disburse_on_confirmation")],
          [t("agreed.first_due_on"), firstDue(record, page)],
          [t("record.taken_at"), format.moment(new Date(record.createdAt))],
        ]}
      />
      {record.settings !== null && <AgreedTerms settings={record.settings} {...page} />}
      <Facts
        title={t("record.became")}
        facts={[
          ...linked(t("statuses.entity_credit"), record.credit),
          [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        ]}
      />
      {record.plan !== null && <AgreedSchedule terms={record.plan} {...page} />}
    </RecordPage>
  );
}

function firstDue({ firstDueOn, isBilled }: PreLoanRecord, { t, format }: PageProps): string {
  if (firstDueOn === null) return t("agreed.first_due_by_offer");
  const day = format.plainDay(firstDueOn);
  return isBilled ? t("agreed.first_due_by_account", { day }) : day;
}
