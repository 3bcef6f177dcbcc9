import { columnsIn } from "#components/record/columns";
import { Related } from "#components/record/related";
import { StoppedRows } from "#components/record/stopped";
import { Linked } from "#components/ui/linked";
import { Status } from "#components/ui/status";
import { isOpenCredit } from "#lib/domain/credit";
import type { Credits, ProfileCredit, RefinancedPair } from "#lib/profile";
import type { Shown } from "#lib/records";
import type { Way } from "#lib/way";

/** All credits of a customer, those in the worst arrears first. */
export function AssociatedCredits({ credits, way }: { credits: Credits; way: Way }) {
  const { t } = way;
  const { id, status, day, count, money, text } = columnsIn(way);
  const columns = [
    id,
    status("credit"),
    money(t("record.outstanding"), (it: ProfileCredit) => it.outstanding),
    count(t("record.days_past_due"), (it: ProfileCredit) => it.daysPastDue),
    money(t("record.amount"), (it: ProfileCredit) => it.amount),
    day(t("record.taken_at"), (it: ProfileCredit) => it.disbursedOn),
    text(t("profile.offer"), (it: ProfileCredit) => it.offer),
  ];
  const { rows, total } = credits;
  const open = rows.filter((it) => isOpenCredit(it.status));
  return (
    <>
      <StoppedRows rows={open} way={way} />
      <Related title={t("profile.credits")} rows={rows} total={total} columns={columns} keyOf={(it) => it.code} t={t} />
    </>
  );
}

/** Each credit that paid off another one, beside that one. */
export function RefinancedCredits({ pairs, way }: { pairs: Shown<RefinancedPair>; way: Way }) {
  const { t, language } = way;
  const { day, money } = columnsIn(way);
  const columns = [
    {
      name: t("profile.old_credit"),
      cell: (it: RefinancedPair) => (
        <>
          <Linked text={it.oldCode} /> <Status entity="credit" status={it.oldStatus} language={language} />
        </>
      ),
    },
    {
      name: t("profile.new_credit"),
      cell: (it: RefinancedPair) => (
        <>
          → <Linked text={it.code} /> <Status entity="credit" status={it.status} language={language} />
        </>
      ),
    },
    money(t("record.amount"), (it: RefinancedPair) => it.amount),
    day(t("record.taken_at"), (it: RefinancedPair) => it.disbursedOn),
  ];
  return <Related title={t("profile.refinanced")} {...pairs} columns={columns} keyOf={(it) => it.code} t={t} />;
}
