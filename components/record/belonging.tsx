import { columnsIn } from "#components/record/columns";
import type { PageProps } from "#components/record/page";
import { Related } from "#components/record/related";
import type { CreditRow, PaymentRow, PrePaymentRow, PromiseRow, Shown } from "#lib/records";

type Of<Row> = Shown<Row> & { page: PageProps };
const byCode = ({ code }: { code: string }) => code;

export function CreditTable({ page, ...shown }: Of<CreditRow>) {
  const { t } = page;
  const { id, status, day, count, money } = columnsIn(page);
  const columns = [
    id,
    status("credit"),
    day(t("record.disbursed_on"), (it: CreditRow) => it.disbursedOn),
    money(t("record.amount"), (it: CreditRow) => it.amount),
    money(t("record.outstanding"), (it: CreditRow) => it.outstanding),
    count(t("record.days_past_due"), (it: CreditRow) => it.daysPastDue),
  ];
  return <Related title={t("record.credits")} {...shown} columns={columns} keyOf={byCode} t={t} />;
}

export function PaymentTable({ page, ...shown }: Of<PaymentRow>) {
  const { t } = page;
  const { id, status, day, money } = columnsIn(page);
  const columns = [
    id,
    status("payment"),
    day(t("record.paid_on"), (it: PaymentRow) => it.paidOn),
    money(t("record.amount"), (it: PaymentRow) => it.amount),
  ];
  return <Related title={t("record.payments")} {...shown} columns={columns} keyOf={byCode} t={t} />;
}

export function PrePaymentTable({ page, ...shown }: Of<PrePaymentRow>) {
  const { t } = page;
  const { id, status, day, money } = columnsIn(page);
  const columns = [
    id,
    status("pre_payment"),
    day(t("record.dated_on"), (it: PrePaymentRow) => it.datedOn),
    money(t("record.amount"), (it: PrePaymentRow) => it.amount),
  ];
  return <Related title={t("record.pre_payments")} {...shown} columns={columns} keyOf={byCode} t={t} />;
}

export function PromiseTable({ page, ...shown }: Of<PromiseRow>) {
  const { t } = page;
  const { id, status, day, money } = columnsIn(page);
  const columns = [
    id,
    status("promise"),
    day(t("record.due_on"), (it: PromiseRow) => it.dueOn),
    money(t("record.amount"), (it: PromiseRow) => it.amount),
  ];
  return <Related title={t("record.promises")} {...shown} columns={columns} keyOf={byCode} t={t} />;
}
