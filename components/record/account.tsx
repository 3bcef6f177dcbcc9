import { RefundBalance } from "#components/card-desk/forms";
import { type AccountDesk, Tab, Tabs } from "#components/card-desk/tabs";
import { PayLinks } from "#components/payment/links";
import { Facts } from "#components/profile/facts";
import { columnsIn } from "#components/record/columns";
import { given, named } from "#components/record/fact";
import { crumbOf, type PageProps, RecordPage } from "#components/record/page";
import { Related } from "#components/record/related";
import { Stopped } from "#components/record/stopped";
import { unspendable } from "#lib/available";
import type { AskedRefund, BalanceRefundRow } from "#lib/card-desk";
import type { FormOrWhy } from "#lib/form";
import type { AccountRecord, Shown } from "#lib/records";

type Desk = AccountDesk & {
  refunds: Shown<BalanceRefundRow> | undefined;
  asked: AskedRefund | undefined;
  refund: FormOrWhy;
};
type AccountProps = PageProps & { record: AccountRecord; desk: Desk };

export function AccountPage({ record, desk, ...page }: AccountProps) {
  const { t, format } = page;
  const { code, customer, creditLine, debt, available } = record;
  const isCanceled = record.status === "canceled";
  const stoppedOn = isCanceled ? null : record.stoppedOn;
  const left = <Left amount={format.money(available)} unspendable={unspendable(record.status, page)} />;
  const figures = [
    [t("record.available"), isCanceled ? "—" : left],
    [t("record.credit_line"), format.money(creditLine)],
    [t("record.debt"), format.money(debt)],
    [t("record.minimum_unmet"), format.money(record.minimumUnmet)],
  ] as const;
  return (
    <RecordPage page={page} code={code} title={t("statuses.entity_account")} crumb={crumbOf(customer)} figures={figures}>
      <Stopped on={stoppedOn} t={t} format={format} />
      <PayLinks page={page} of={{ ...record, entity: "account" }} customer={customer.code} isStopped={stoppedOn !== null} />
      <Tabs code={code} tab={desk.tab} t={t} />
      {desk.tab === "overview" && (
        <>
          <Terms {...page} record={record} />
          <Standing {...page} record={record} />
          <Balance {...page} record={record} desk={desk} />
        </>
      )}
      <Tab record={record} desk={desk} page={page} />
    </RecordPage>
  );
}

/** What is left of the line, by definition whatever the status; where that lets none of it be spent, it says so. */
function Left({ amount, unspendable }: { amount: string; unspendable: string | undefined }) {
  if (unspendable === undefined) return amount;
  return (
    <>
      <s>{amount}</s> <small>{unspendable}</small>
    </>
  );
}

type PartProps = PageProps & { record: AccountRecord };

function Terms({ record, t, format }: PartProps) {
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

function Standing({ record, t, format }: PartProps) {
  const { creditBalance, authorized, disputed, minimumUnmet, minimumDueOn, heldAt } = record;
  return (
    <Facts
      title={t("record.standing")}
      facts={[
        [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        [t("record.authorized"), format.money(authorized)],
        ...(disputed > 0n ? ([[t("record.disputed"), format.money(disputed)]] as const) : []),
        [t("record.credit_balance"), format.money(creditBalance)],
        [t("record.minimum_unmet"), format.money(minimumUnmet)],
        ...given(t("record.minimum_due_on"), minimumDueOn && format.plainDay(minimumDueOn)),
        ...given(t("record.held_since"), heldAt && format.moment(new Date(heldAt))),
      ]}
    />
  );
}

/** The credit balance: how it is paid out, what waits to be, and what was. */
function Balance({ record, desk: { refund, refunds, asked }, ...page }: AccountProps) {
  const { t, format, isMasked } = page;
  const { day, money } = columnsIn(page);
  const said = (reference: string | undefined) => reference ?? t(`card_desk.reference_${isMasked ? "hidden" : "gone"}`);
  const columns = [
    day(t("card_desk.happened"), (it: BalanceRefundRow) => it.on),
    money(t("card_desk.amount"), (it: BalanceRefundRow) => it.amount),
    { name: t("card_desk.reference"), cell: (it: BalanceRefundRow) => said(it.reference) },
    { name: t("card_desk.asked_by"), cell: (it: BalanceRefundRow) => it.askedEmail },
    { name: t("card_desk.approved_by"), cell: (it: BalanceRefundRow) => it.approvedEmail },
  ];
  return (
    <>
      {asked && (
        <p className="held">
          {t("card_desk.refund_waits", {
            email: asked.email,
            amount: format.money(asked.amount),
            reference: said(asked.reference),
          })}
        </p>
      )}
      <section>
        <RefundBalance form={refund} amount={format.money(record.creditBalance)} t={t} />
      </section>
      {refunds !== undefined && refunds.total > 0 && (
        <Related title={t("card_desk.refunds")} {...refunds} columns={columns} keyOf={({ id }) => id} t={t} />
      )}
    </>
  );
}
