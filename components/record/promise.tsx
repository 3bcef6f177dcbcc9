import { Facts } from "#components/profile/facts";
import { linked, named } from "#components/record/fact";
import { crumbOf, type PageProps, RecordPage } from "#components/record/page";
import type { PromiseRecord } from "#lib/records";

export function PromisePage({ record, ...page }: PageProps & { record: PromiseRecord }) {
  const { t, format } = page;
  const { code, customer, amount, dueOn, paid } = record;
  const figures = [
    [t("record.amount"), format.money(amount)],
    [t("record.due_on"), format.plainDay(dueOn)],
    [t("record.paid_since"), format.money(paid)],
  ] as const;
  return (
    <RecordPage page={page} code={code} title={t("statuses.entity_promise")} crumb={crumbOf(customer)} figures={figures}>
      <Facts
        title={t("record.details")}
        facts={[
          named(t("statuses.entity_customer"), customer),
          ...linked(t("statuses.entity_credit"), record.credit),
          ...linked(t("statuses.entity_account"), record.account),
          [t("record.made"), format.moment(new Date(record.createdAt))],
          [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        ]}
      />
    </RecordPage>
  );
}
