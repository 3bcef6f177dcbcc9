import { Facts } from "#components/profile/facts";
import { PaymentTable, PrePaymentTable, PromiseTable } from "#components/record/belonging";
import { columnsIn } from "#components/record/columns";
import { given, linked, named } from "#components/record/fact";
import { crumbOf, type PageProps, RecordPage } from "#components/record/page";
import { Related } from "#components/record/related";
import { deedLabel } from "#lib/messages/deed";
import type { CreditRecord, DisputeRow } from "#lib/records";

type CreditProps = PageProps & { record: CreditRecord };

export function CreditPage({ record, ...page }: CreditProps) {
  const { t, format } = page;
  const { code, customer } = record;
  const figures = [
    [t("record.outstanding"), format.money(record.outstanding)],
    [t("record.amount"), format.money(record.amount)],
    [t("record.days_past_due"), format.count(record.daysPastDue)],
    [t("record.delinquent_days"), format.count(record.delinquentDays)],
  ] as const;
  return (
    <RecordPage page={page} code={code} title={t("statuses.entity_credit")} crumb={crumbOf(customer)} figures={figures}>
      <Terms {...page} record={record} />
      <Standing {...page} record={record} />
      <PaymentTable page={page} {...record.payments} />
      {record.disputes.length > 0 && <DisputeTable page={page} rows={record.disputes} />}
      {record.prePayments.total > 0 && <PrePaymentTable page={page} {...record.prePayments} />}
      {record.promises.total > 0 && <PromiseTable page={page} {...record.promises} />}
    </RecordPage>
  );
}

function Terms({ record, t, format }: CreditProps) {
  return (
    <Facts
      title={t("record.terms")}
      facts={[
        named(t("statuses.entity_customer"), record.customer),
        named(t("statuses.entity_product"), record.product),
        named(t("statuses.entity_offer"), record.offer),
        ...linked(t("statuses.entity_account"), record.account),
        ...linked(t("statuses.entity_card"), record.card),
        ...linked(t("statuses.entity_pre_loan"), record.request),
        [t("record.disbursed_on"), format.plainDay(record.disbursedOn)],
        ...linked(t("record.refinances"), record.refinances),
      ]}
    />
  );
}

function Standing({ record, language, t, format }: CreditProps) {
  const { creditBalance, closingNote, closedBy } = record;
  return (
    <Facts
      title={t("record.standing")}
      facts={[
        [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        ...given(t("record.closed_by"), closedBy && deedLabel(`credit.${closedBy}`, language)),
        ...given(t("record.closing_note"), closingNote > 0n ? format.money(closingNote) : null),
        ...linked(t("record.refinanced_by"), record.refinancedBy),
        ...given(t("record.credit_balance"), creditBalance > 0n ? format.money(creditBalance) : null),
        ...given(t("record.carries_delinquency"), record.carriesDelinquency ? t("record.carries_delinquency_why") : null),
      ]}
    />
  );
}

function DisputeTable({ page, rows }: { page: PageProps; rows: readonly DisputeRow[] }) {
  const { t } = page;
  const { moment, money } = columnsIn(page);
  const columns = [
    moment(t("record.opened"), (it: DisputeRow) => it.openedAt),
    money(t("record.disputed"), (it: DisputeRow) => it.amount),
    moment(t("record.decided"), (it: DisputeRow) => it.decidedAt, t("record.open")),
    money(t("record.accepted"), (it: DisputeRow) => it.accepted),
  ];
  return <Related title={t("record.disputes")} rows={rows} columns={columns} keyOf={(it) => it.openedAt} t={t} />;
}
