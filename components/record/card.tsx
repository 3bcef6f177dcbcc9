import { Facts } from "#components/profile/facts";
import { CreditTable } from "#components/record/belonging";
import { linked, named } from "#components/record/fact";
import { type PageProps, RecordPage } from "#components/record/page";
import { Linked } from "#components/ui/linked";
import { Status } from "#components/ui/status";
import type { CardRecord } from "#lib/records";

export function CardPage({ record, ...page }: PageProps & { record: CardRecord }) {
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
      <CreditTable page={page} {...record.credits} />
    </RecordPage>
  );
}
