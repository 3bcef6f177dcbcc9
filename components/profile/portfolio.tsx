import type { ReactNode } from "react";
import { OpenAccount, type Opening } from "#components/card-desk/forms";
import { Accounts } from "#components/profile/accounts";
import { AssociatedCredits, RefinancedCredits } from "#components/profile/credits";
import { Promises, RecentPayments, type Recording, WaitingList } from "#components/profile/payments";
import { Linked } from "#components/ui/linked";
import type { Credits, ProfileAccount, ProfilePayment, ProfilePromise, RefinancedPair, Waiting } from "#lib/profile";
import type { Shown } from "#lib/records";
import type { Way } from "#lib/way";

/** What a customer has; a pre-customer has nothing yet. */
export type Portfolio = {
  credits: Credits;
  /** When something is next due, and how much on that day. */
  nextDue: { on: string; amount: bigint } | undefined;
  refinanced: Shown<RefinancedPair>;
  payments: Shown<ProfilePayment>;
  waiting: Waiting[];
  accounts: Shown<ProfileAccount>;
  promises: Shown<ProfilePromise>;
  /** Where a promise is recorded, or why it cannot be; of a deleted customer nothing is said, of accounts neither. */
  recording: Recording | undefined;
  opening: Opening | undefined;
};

/** All that a customer has, each kind in a table of its own. */
export function PortfolioTables({ portfolio, way }: { portfolio: Portfolio; way: Way }) {
  const { credits, refinanced, payments, waiting, accounts, promises, recording, opening } = portfolio;
  return (
    <>
      <Place id="credits">
        <AssociatedCredits credits={credits} way={way} />
      </Place>
      <Place id="payments">
        <RecentPayments payments={payments} way={way} />
      </Place>
      <Place id="waiting">
        <WaitingList waiting={waiting} way={way} />
      </Place>
      <Place id="accounts">
        <Accounts accounts={accounts} add={opening && <OpenAccount opening={opening} t={way.t} />} way={way} />
      </Place>
      <Place id="promises">
        <Promises promises={promises} recording={recording} way={way} />
      </Place>
      <Place id="refinanced">
        <RefinancedCredits pairs={refinanced} way={way} />
      </Place>
    </>
  );
}

const Place = ({ id, children }: { id: string; children: ReactNode }) => (
  <div id={id} className="place">
    {children}
  </div>
);

/** The tables by their place and name, and how many rows each could have. */
export function placesOf({ credits, refinanced, payments, waiting, accounts, promises }: Portfolio, { t, format }: Way) {
  const counted = (id: string, name: string, count: number) => [id, name, format.count(count)] as const;
  return [
    counted("credits", t("profile.credits"), credits.total),
    counted("payments", t("profile.payments"), payments.total),
    counted("waiting", t("profile.waiting"), waiting.length),
    counted("accounts", t("profile.accounts"), accounts.total),
    counted("promises", t("record.promises"), promises.total),
    counted("refinanced", t("profile.refinanced"), refinanced.total),
  ];
}

/** The key figures at the top of a customer's page. */
export function figuresOf({ credits, nextDue, payments }: Portfolio, { t, format }: Way): [name: string, value: ReactNode][] {
  const { active, outstanding, worst } = credits;
  const last = payments.rows.find(({ status }) => status === "accepted");
  const paid = last === undefined ? "—" : `${format.money(last.amount)}, ${format.plainDay(last.paidOn)} (${last.code})`;
  const late = worst === undefined ? format.count(0) : `${format.count(worst.daysPastDue)} (${worst.code})`;
  const next =
    nextDue && t("credit_page.next_due_on", { amount: format.money(nextDue.amount), day: format.plainDay(nextDue.on) });
  return [
    [t("customers.active_credits"), format.count(active)],
    [t("record.outstanding"), format.money(outstanding)],
    [t("profile.worst"), <Linked key="worst" text={late} />],
    [t("credit_page.next_due"), next ?? "—"],
    [t("profile.last_payment"), <Linked key="last" text={paid} />],
  ];
}
