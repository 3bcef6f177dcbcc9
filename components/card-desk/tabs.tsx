import type { ReactNode } from "react";
import { Flags } from "#components/card-desk/flags";
import { IssueCard } from "#components/card-desk/forms";
import { MessageTable } from "#components/card-desk/messages";
import { Simulate } from "#components/card-desk/simulate";
import { CreditTable, PaymentTable, PrePaymentTable, PromiseTable } from "#components/record/belonging";
import { columnsIn } from "#components/record/columns";
import type { PageProps } from "#components/record/page";
import { Related } from "#components/record/related";
import {
  type AccountDispute,
  type AccountTab,
  accountTabs,
  type ChargeRow,
  type FlagRow,
  type MessageRow,
  type Simulation,
  type StatementRow,
} from "#lib/card-desk";
import type { FormOrWhy } from "#lib/form";
import type { AccountRecord, CardRow, PreLoanRow, Shown } from "#lib/records";

/** What stands on the tab that is open; of the others nothing was asked for. */
export type AccountDesk = {
  tab: AccountTab;
  authorizations: Shown<MessageRow> | undefined;
  settlements: Shown<MessageRow> | undefined;
  flags: Shown<FlagRow> | undefined;
  disputes: Shown<AccountDispute> | undefined;
  charges: ChargeRow[] | undefined;
  statements: Shown<StatementRow> | undefined;
  simulation: Simulation | undefined;
  issue: FormOrWhy;
};

type TabProps = { record: AccountRecord; desk: AccountDesk; page: PageProps };

/** The parts of an account's page, each at an address of its own. */
export function Tabs({ code, tab, t }: { code: string; tab: AccountTab; t: PageProps["t"] }) {
  return (
    <nav className="tabs" aria-label={t("card_desk.tabs")}>
      {accountTabs.map((each) => (
        <a
          key={each}
          href={each === "overview" ? `/accounts/${code}` : `/accounts/${code}?tab=${each}`}
          aria-current={each === tab ? "page" : undefined}
        >
          {t(`card_desk.tab_${each}`)}
        </a>
      ))}
    </nav>
  );
}

/** What the open tab holds, but for the overview. */
export function Tab(props: TabProps): ReactNode {
  const { record, desk, page } = props;
  switch (desk.tab) {
    case "overview":
      return null;
    case "authorizations":
      return <Authorizations {...props} />;
    case "settlements":
      return <Settlements {...props} />;
    case "payments":
      return (
        <>
          <PaymentTable page={page} {...record.payments} />
          <PrePaymentTable page={page} {...record.prePayments} />
        </>
      );
    case "disputes":
      return desk.disputes && <Disputes page={page} disputes={desk.disputes} />;
    case "promises":
      return <PromiseTable page={page} {...record.promises} />;
    case "charges":
      return desk.charges && <Charges page={page} charges={desk.charges} />;
    case "statements":
      return desk.statements && <Statements page={page} statements={desk.statements} />;
    case "cards":
      return <Cards {...props} />;
  }
}

function Authorizations({ record, desk, page }: TabProps) {
  const { t } = page;
  const { id, moment, money } = columnsIn(page);
  const columns = [
    id,
    moment(t("record.taken_at"), (it: PreLoanRow) => it.createdAt),
    money(t("record.amount"), (it: PreLoanRow) => it.amount),
  ];
  return (
    <>
      <Related title={t("record.authorizations")} {...record.authorizations} columns={columns} keyOf={byCode} t={t} />
      {desk.authorizations && <MessageTable page={page} messages={desk.authorizations} />}
    </>
  );
}

function Settlements({ record, desk: { flags, settlements }, page }: TabProps) {
  return (
    <>
      {flags && <Flags flags={flags} t={page.t} format={page.format} />}
      <CreditTable page={page} {...record.credits} />
      {settlements && <MessageTable page={page} messages={settlements} />}
    </>
  );
}

function Disputes({ page, disputes }: { page: PageProps; disputes: Shown<AccountDispute> }) {
  const { t } = page;
  const { id, moment, money } = columnsIn(page);
  const columns = [
    id,
    moment(t("record.opened"), (it: AccountDispute) => it.openedAt),
    money(t("record.disputed"), (it: AccountDispute) => it.amount),
    moment(t("record.decided"), (it: AccountDispute) => it.decidedAt, t("record.open")),
    money(t("record.accepted"), (it: AccountDispute) => it.accepted),
  ];
  return (
    <Related title={t("record.disputes")} {...disputes} columns={columns} keyOf={(it) => `${it.code} ${it.openedAt}`} t={t} />
  );
}

function Charges({ page, charges }: { page: PageProps; charges: readonly ChargeRow[] }) {
  const { t } = page;
  const { money } = columnsIn(page);
  const columns = [
    { name: t("card_desk.charges_of"), cell: (it: ChargeRow) => t(`card_desk.charge_${it.component}`) },
    money(t("card_desk.charged"), (it: ChargeRow) => it.charged),
    money(t("card_desk.charge_paid"), (it: ChargeRow) => it.paid),
    money(t("card_desk.charge_unpaid"), (it: ChargeRow) => it.charged - it.paid),
  ];
  return (
    <>
      <Related title={t("card_desk.charges_of")} rows={charges} columns={columns} keyOf={(it) => it.component} t={t} />
      <p className="meaning">{t("card_desk.charges_why")}</p>
    </>
  );
}

function Statements({ page, statements }: { page: PageProps; statements: Shown<StatementRow> }) {
  const { t } = page;
  const { day, money } = columnsIn(page);
  const columns = [
    day(t("card_desk.closed_on"), (it: StatementRow) => it.closedOn),
    day(t("card_desk.due_on"), (it: StatementRow) => it.dueOn),
    money(t("card_desk.minimum"), (it: StatementRow) => it.minimum),
    money(t("card_desk.paid_since"), (it: StatementRow) => it.paid),
    money(t("card_desk.payoff"), (it: StatementRow) => it.payoff),
    money(t("card_desk.falls_due"), (it: StatementRow) => it.fallsDue),
    money(t("card_desk.charges"), (it: StatementRow) => it.charges),
    money(t("record.debt"), (it: StatementRow) => it.debt),
  ];
  return (
    <>
      <Related title={t("card_desk.statements")} {...statements} columns={columns} keyOf={(it) => it.closedOn} t={t} />
      <p className="meaning">{t("card_desk.statements_why")}</p>
    </>
  );
}

function Cards({ record, desk: { issue, simulation }, page }: TabProps) {
  const { t } = page;
  const { id, status } = columnsIn(page);
  const columns = [
    id,
    status("card"),
    { name: t("record.last_four"), cell: (it: CardRow) => `•••• ${it.lastFour}` },
    { name: t("record.type"), cell: (it: CardRow) => t(`record.type_${it.kind}`) },
  ];
  return (
    <>
      <Related title={t("record.cards")} {...record.cards} columns={columns} keyOf={byCode} t={t} />
      <section>
        <IssueCard form={issue} t={t} />
      </section>
      {simulation && <Simulate simulation={simulation} t={t} />}
    </>
  );
}

const byCode = ({ code }: { code: string }) => code;
