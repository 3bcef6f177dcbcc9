import { Facts } from "#components/profile/facts";
import { columnsIn } from "#components/record/columns";
import { given, linked, named } from "#components/record/fact";
import { crumbOf, type PageProps, RecordPage } from "#components/record/page";
import { Related } from "#components/record/related";
import type { PaymentPart, PaymentRecord } from "#lib/records";

export function PaymentPage({ record, ...page }: PageProps & { record: PaymentRecord }) {
  const { t, format } = page;
  const { code, customer, amount, paidOn, type, parts } = record;
  const figures = [
    [t("record.amount"), format.money(amount)],
    [t("record.paid_on"), format.plainDay(paidOn)],
  ] as const;
  const kept = parts.reduce((left, part) => left - part.amount, amount);
  return (
    <RecordPage page={page} code={code} title={t("statuses.entity_payment")} crumb={crumbOf(customer)} figures={figures}>
      <Facts
        title={t("record.details")}
        facts={[
          named(t("statuses.entity_customer"), customer),
          ...linked(t("statuses.entity_credit"), record.credit),
          ...linked(t("statuses.entity_account"), record.account),
          ...linked(t("statuses.entity_pre_payment"), record.prePayment),
          [t("record.type"), t(`record.type_${type}`)],
          ...given(t("record.kept"), kept > 0n ? format.money(kept) : null),
          [t("record.recorded"), format.moment(new Date(record.createdAt))],
          [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        ]}
      />
      <PartTable page={page} rows={parts} />
    </RecordPage>
  );
}

function PartTable({ page, rows }: { page: PageProps; rows: readonly PaymentPart[] }) {
  const { t } = page;
  const { id, status, money } = columnsIn(page);
  const columns = [id, status("credit"), money(t("record.amount"), (it: PaymentPart) => it.amount)];
  return <Related title={t("record.applied")} rows={rows} columns={columns} keyOf={({ code }) => code} t={t} />;
}
