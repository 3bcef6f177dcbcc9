import { ReplaceCard } from "#components/card-desk/forms";
import { MessageTable } from "#components/card-desk/messages";
import { Simulate } from "#components/card-desk/simulate";
import { Facts } from "#components/profile/facts";
import { CreditTable } from "#components/record/belonging";
import { linked, named } from "#components/record/fact";
import { type PageProps, RecordPage } from "#components/record/page";
import { Stopped } from "#components/record/stopped";
import { Linked } from "#components/ui/linked";
import { Status } from "#components/ui/status";
import type { MessageRow, Simulation } from "#lib/card-desk";
import type { FormOrWhy } from "#lib/form";
import { statusWords } from "#lib/messages/catalogue";
import type { CardRecord, Shown } from "#lib/records";

type Desk = { messages: Shown<MessageRow>; simulation: Simulation; replace: FormOrWhy };

export function CardPage({ record, desk, ...page }: PageProps & { record: CardRecord; desk: Desk }) {
  const { t, format, language } = page;
  const { code, account, kind, lastFour, debt } = record;
  const figures = [
    [t("record.card_debt"), format.money(debt)],
    [t("record.type"), t(`record.type_${kind}`)],
  ] as const;
  const crumb = { href: `/accounts/${account.code}`, label: `${account.code} ${t("statuses.entity_account")}` };
  const title = t("record.card_ending", { lastFour });
  return (
    <RecordPage page={page} code={code} title={title} crumb={crumb} figures={figures}>
      <Stopped on={record.status === "canceled" ? null : record.stoppedOn} t={t} format={format} />
      <Overlay record={record} t={t} language={language} />
      <Facts
        title={t("record.details")}
        facts={[
          named(t("statuses.entity_customer"), record.customer),
          [
            t("statuses.entity_account"),
            <span key="account">
              <Linked text={account.code} /> <Status entity="account" status={account.status} language={language} />
            </span>,
          ],
          [t("record.last_four"), lastFour],
          ...linked(t("record.replaces"), record.replaces),
          ...linked(t("record.replaced_by"), record.replacedBy),
          [t("record.made"), format.moment(new Date(record.createdAt))],
          [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        ]}
      />
      <section>
        <ReplaceCard form={desk.replace} t={t} />
      </section>
      <CreditTable page={page} {...record.credits} />
      <Simulate simulation={desk.simulation} t={t} />
      <MessageTable page={page} messages={desk.messages} />
    </RecordPage>
  );
}

/** An account that is not active stops its cards, whose own states stay as they are. */
function Overlay({ record: { account, status }, t, language }: Pick<PageProps, "t" | "language"> & { record: CardRecord }) {
  if (account.status === "active" || status === "canceled") return null;
  const state = statusWords[language].account[account.status].label;
  return <p className="held">{t("card_desk.overlaid", { state })}</p>;
}
