import { Flags } from "#components/card-desk/flags";
import { ChargeTable, InstalmentTable } from "#components/credit/instalments";
import { AllocationTables, CreditPayments } from "#components/credit/payments";
import { PayLinks } from "#components/payment/links";
import { Facts } from "#components/profile/facts";
import { agreedFacts } from "#components/record/agreed";
import { PrePaymentTable, PromiseTable } from "#components/record/belonging";
import { columnsIn } from "#components/record/columns";
import { given, linked, named } from "#components/record/fact";
import { crumbOf, type PageProps, RecordPage } from "#components/record/page";
import { Related } from "#components/record/related";
import { Stopped } from "#components/record/stopped";
import { RefusedWay } from "#components/ui/refused-way";
import type { FlagRow } from "#lib/card-desk";
import { borrowingOf } from "#lib/domain/pre-loan";
import { locales } from "#lib/messages/catalogue";
import { deedLabel } from "#lib/messages/deed";
import { refusalSentence } from "#lib/messages/refusal";
import type { CreditRecord, DisputeRow, Shown } from "#lib/records";
import { notYours } from "#lib/roles";

type CreditProps = PageProps & { record: CreditRecord };
type Flagged = { flags: Shown<FlagRow> };

export function CreditPage({ record, flags, ...page }: CreditProps & Flagged) {
  const { t, format } = page;
  const { code, customer } = record;
  const stoppedOn = record.payoff === null ? null : record.stoppedOn;
  const head = { code, title: t("statuses.entity_credit"), crumb: crumbOf(customer), figures: figuresIn(record, page) };
  const before = (
    <>
      <Stopped on={stoppedOn} t={t} format={format} />
      <PayLinks page={page} of={{ ...record, entity: "credit" }} customer={customer.code} isStopped={stoppedOn !== null} />
      <Flags flags={flags} here={code} t={t} format={format} />
      <Standing {...page} record={record} />
      <Terms {...page} record={record} />
    </>
  );
  return (
    <RecordPage page={page} {...head} wide={{ before, section: <InstalmentTable {...page} record={record} /> }}>
      <CreditPayments {...page} record={record} />
      <AllocationTables {...page} record={record} />
      <ChargeTable {...page} record={record} />
      {record.disputes.length > 0 && <DisputeTable page={page} rows={record.disputes} />}
      {record.prePayments.total > 0 && <PrePaymentTable page={page} {...record.prePayments} />}
      {record.promises.total > 0 && <PromiseTable page={page} {...record.promises} />}
    </RecordPage>
  );
}

function figuresIn({ figures, bucket, payoff }: CreditRecord, { t, format }: PageProps) {
  const { nextDueOn, nextDue } = figures;
  const next = nextDueOn && t("credit_page.next_due_on", { amount: format.money(nextDue), day: format.plainDay(nextDueOn) });
  return [
    [t("record.outstanding"), format.money(figures.outstanding)],
    [t("credit_page.past_due"), format.money(figures.amountPastDue)],
    [t("record.days_past_due"), format.count(figures.daysPastDue)],
    [t("record.delinquent_days"), format.count(figures.delinquentDays)],
    [t("credit_page.bucket"), bucket === null ? "—" : bucketSaid(bucket, t)],
    [t("credit_page.next_due"), next ?? "—"],
    [t("credit_page.payoff"), payoff === null ? "—" : format.money(payoff)],
  ] as const;
}

const bucketSaid = ({ from, to }: NonNullable<CreditRecord["bucket"]>, t: PageProps["t"]) =>
  to === null ? t("credit_page.bucket_from", { from }) : t("credit_page.bucket_range", { from, to });

function Terms({ record, ...page }: PageProps & { record: CreditRecord }) {
  const { t, format, language } = page;
  const order = new Intl.ListFormat(locales[language], { type: "unit" });
  return (
    <Facts
      title={t("record.terms")}
      facts={[
        named(t("statuses.entity_product"), record.product),
        named(t("statuses.entity_offer"), record.offer),
        [t("record.amount"), format.money(record.amount)],
        ...agreedFacts(record.settings, page),
        [t("credit_page.collection"), order.format(record.collection.map((each) => t(`credit_page.${each}`)))],
      ]}
    />
  );
}

function Standing({ record, ...page }: CreditProps) {
  const { language, t, format } = page;
  const { customer, closedBy, figures } = record;
  const { creditBalance, closingNote, carriesDelinquency } = figures;
  return (
    <Facts
      title={t("record.standing")}
      facts={[
        named(t("statuses.entity_customer"), customer),
        ...linked(t("statuses.entity_account"), record.account),
        ...linked(t("statuses.entity_card"), record.card),
        ...linked(t("statuses.entity_pre_loan"), record.request),
        [t("record.disbursed_on"), format.plainDay(record.disbursedOn)],
        ...linked(t("record.refinances"), record.refinances),
        ...linked(t("record.refinanced_by"), record.refinancedBy),
        [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        ...given(t("record.closed_by"), closedBy && deedLabel(`credit.${closedBy}`, language)),
        ...given(t("record.closing_note"), closingNote > 0n ? format.money(closingNote) : null),
        ...given(t("record.credit_balance"), creditBalance > 0n ? format.money(creditBalance) : null),
        ...given(t("record.carries_delinquency"), carriesDelinquency ? t("record.carries_delinquency_why") : null),
      ]}
    >
      <p className="buttons">
        <Refinance {...page} record={record} />
      </p>
    </Facts>
  );
}

function Refinance({ record, ...page }: CreditProps) {
  const { code, customer } = record;
  const label = page.t("credit_page.refinance");
  const because = noRefinance(record, page);
  if (because !== undefined) return <RefusedWay id="no-refinance" label={label} because={because} />;
  return (
    <a className="button" href={`/customers/${customer.code}/credits/new?refinances=${code}`}>
      {label}
    </a>
  );
}

/** Why a credit cannot be refinanced, whatever the new one would be. */
function noRefinance({ status, customerStatus }: CreditRecord, { may, language, t, format }: PageProps): string | undefined {
  if (!may("pre_loan:operate")) return notYours("pre_loan:operate", { language, t });
  if (status !== "active") return t("credit_page.no_refinance");
  if (borrowingOf(customerStatus) !== "none") return undefined;
  const refusal = { rule: "customer_may_borrow", values: { customerState: customerStatus } };
  return refusalSentence(refusal, "pre_loan", language, format.money);
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
