import { PayLinks } from "#components/payment/links";
import { Facts } from "#components/profile/facts";
import { CreditTable, PaymentTable, PrePaymentTable, PromiseTable } from "#components/record/belonging";
import { columnsIn } from "#components/record/columns";
import { given, named } from "#components/record/fact";
import { crumbOf, type PageProps, RecordPage } from "#components/record/page";
import { Related } from "#components/record/related";
import type { AccountRecord, CardRow, PreLoanRow, Shown } from "#lib/records";

type AccountProps = PageProps & { record: AccountRecord };

export function AccountPage({ record, ...page }: AccountProps) {
  const { t, format } = page;
  const { code, customer, creditLine, debt, authorized } = record;
  const left = creditLine - debt - authorized;
  const figures = [
    [t("record.available"), format.money(left > 0n ? left : 0n)],
    [t("record.credit_line"), format.money(creditLine)],
    [t("record.debt"), format.money(debt)],
    [t("record.minimum_unmet"), format.money(record.minimumUnmet)],
  ] as const;
  return (
    <RecordPage page={page} code={code} title={t("statuses.entity_account")} crumb={crumbOf(customer)} figures={figures}>
      <PayLinks page={page} entity="account" code={code} customer={customer.code} />
      <Terms {...page} record={record} />
      <Standing {...page} record={record} />
      <CardTable page={page} {...record.cards} />
      {record.authorizations.total > 0 && <AuthorizationTable page={page} {...record.authorizations} />}
      <CreditTable page={page} {...record.credits} />
      <PaymentTable page={page} {...record.payments} />
      {record.prePayments.total > 0 && <PrePaymentTable page={page} {...record.prePayments} />}
      {record.promises.total > 0 && <PromiseTable page={page} {...record.promises} />}
    </RecordPage>
  );
}

function Terms({ record, t, format }: AccountProps) {
  return (
    <Facts
      title={t("record.terms")}
      facts={[
        named(t("statuses.entity_customer"), record.customer),
        named(t("statuses.entity_product"), record.product),
        [t("record.credit_line"), format.money(record.creditLine)],
        [t("record.closing_day"), format.count(record.closingDay)],
        [t("record.due_day"), format.count(record.dueDay)],
        [t("record.made"), format.moment(new Date(record.createdAt))],
      ]}
    />
  );
}

function Standing({ record, t, format }: AccountProps) {
  const { creditBalance, authorized, minimumUnmet, minimumDueOn, heldAt } = record;
  return (
    <Facts
      title={t("record.standing")}
      facts={[
        [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        [t("record.authorized"), format.money(authorized)],
        [t("record.credit_balance"), format.money(creditBalance)],
        [t("record.minimum_unmet"), format.money(minimumUnmet)],
        ...given(t("record.minimum_due_on"), minimumDueOn && format.plainDay(minimumDueOn)),
        ...given(t("record.held_since"), heldAt && format.moment(new Date(heldAt))),
      ]}
    />
  );
}

function CardTable({ page, ...shown }: Shown<CardRow> & { page: PageProps }) {
  const { t } = page;
  const { id, status } = columnsIn(page);
  const columns = [
    id,
    status("card"),
    { name: t("record.last_four"), cell: (it: CardRow) => `•••• ${it.lastFour}` },
    { name: t("record.type"), cell: (it: CardRow) => t(`record.type_${it.kind}`) },
  ];
  return <Related title={t("record.cards")} {...shown} columns={columns} keyOf={({ code }) => code} t={t} />;
}

function AuthorizationTable({ page, ...shown }: Shown<PreLoanRow> & { page: PageProps }) {
  const { t } = page;
  const { id, moment, money } = columnsIn(page);
  const columns = [
    id,
    moment(t("record.taken_at"), (it: PreLoanRow) => it.createdAt),
    money(t("record.amount"), (it: PreLoanRow) => it.amount),
  ];
  return <Related title={t("record.authorizations")} {...shown} columns={columns} keyOf={({ code }) => code} t={t} />;
}
