import type { ReactNode } from "react";
import { columnsIn } from "#components/record/columns";
import { Related } from "#components/record/related";
import { StoppedRows } from "#components/record/stopped";
import { Linked } from "#components/ui/linked";
import { Status } from "#components/ui/status";
import type { ProfileAccount } from "#lib/profile";
import type { Shown } from "#lib/records";
import type { Way } from "#lib/way";

/** The card accounts of a customer, each with its cards. */
export function Accounts({ accounts, add, way }: { accounts: Shown<ProfileAccount>; add: ReactNode; way: Way }) {
  const { t } = way;
  const { id, status, money, text } = columnsIn(way);
  const columns = [
    id,
    status("account"),
    money(t("record.debt"), (it: ProfileAccount) => it.debt),
    money(t("record.credit_line"), (it: ProfileAccount) => it.creditLine),
    { name: t("record.cards"), cell: ({ cards }: ProfileAccount) => <Cards cards={cards} way={way} /> },
    text(t("profile.product"), (it: ProfileAccount) => it.product),
  ];
  return (
    <>
      <StoppedRows rows={accounts.rows.filter((it) => it.status !== "canceled")} way={way} />
      <Related title={t("profile.accounts")} {...accounts} columns={columns} keyOf={(it) => it.code} add={add} t={t} />
    </>
  );
}

function Cards({ cards, way: { language } }: { cards: ProfileAccount["cards"]; way: Way }) {
  return (
    <ul className="cards">
      {cards.map(({ code, lastFour, status }) => (
        <li key={code}>
          <Linked text={code} /> ••••&nbsp;{lastFour} <Status entity="card" status={status} language={language} />
        </li>
      ))}
    </ul>
  );
}
