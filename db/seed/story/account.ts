import { cop } from "#db/seed/catalogue";
import { type Story, someAmount } from "#db/seed/tale";
import { issue, openAccount, replace } from "#db/seed/tale/account";
import { replayedAgo } from "#db/seed/tale/book";
import { close, standLate } from "#db/seed/tale/credit";
import { note, promise } from "#db/seed/tale/customer";
import { dispute, win } from "#db/seed/tale/dispute";
import { purchase } from "#db/seed/tale/message";
import { announce, bankFile, byApp, owedAgo, payAccount, toAccount } from "#db/seed/tale/payment";
import { authorize, buy, decline, expire, takeBack } from "#db/seed/tale/purchase";
import { payOut, refund } from "#db/seed/tale/refund";
import { unmetAgo } from "#db/seed/tale/statement";
import { sumOf } from "#lib/domain/allocation";

const inUse: Story["tell"] = (it) => {
  const account = openAccount(it, 5_000_000, 150);
  const plastic = issue(it, account, 150, { statusChangedAt: it.instantOf(141) });
  const virtual = issue(it, account, 120, { kind: "virtual" });
  const [small, large] = [someAmount(it, 60_000, 200_000), someAmount(it, 400_000, 900_000)];
  const paid = buy(it, account, plastic, small, 60);
  buy(it, account, virtual, large, 34, { instalments: 6 });
  const owed = sumOf(replayedAgo(it, paid, 30).outstanding);
  close(it, paid, "settle", payAccount(it, account, owed + cop(150_000), 30).createdAt, 30);
  announce(it, toAccount(account), cop(80_000), 1, bankFile);
  decline(it, purchase(it, account, virtual, cop(6_400_000)), 9);
  const hotel = purchase(it, account, plastic, cop(620_000));
  takeBack(it, hotel, authorize(it, hotel, it.instantOf(6)), 4);
  authorize(it, purchase(it, account, plastic, cop(95_000)), it.instantOf(1));
};

const minimumUnmet: Story["tell"] = (it) => {
  const account = openAccount(it, 3_000_000, 140);
  const card = issue(it, account, 140, { statusChangedAt: it.instantOf(138) });
  const late = buy(it, account, card, someAmount(it, 600_000, 1_500_000), 60, { instalments: 12 });
  standLate(it, late);
  const { unmet } = unmetAgo(it, account, 3);
  promise(it, toAccount(account), unmet, { status: "open", madeDaysAgo: 3, dueOn: it.dayOf(-5) });
  announce(it, toAccount(account), unmet, 2, byApp, { status: "rejected", changedDaysAgo: 1 });
};

const suspendedByOperator: Story["tell"] = (it) => {
  const heldAt = it.instantOf(11);
  const account = openAccount(it, 2_000_000, 130, { status: "suspended", statusChangedAt: heldAt, heldAt });
  const card = issue(it, account, 130, { statusChangedAt: it.instantOf(127) });
  buy(it, account, card, someAmount(it, 200_000, 800_000), 15, { instalments: 3 });
  decline(it, purchase(it, account, card, cop(140_000)), 7, { accountStatus: "suspended" });
  note(it, "Pidió suspender la cuenta mientras está de viaje.", 11);
};

const canceled: Story["tell"] = (it) => {
  const gone = { status: "canceled" as const, statusChangedAt: it.instantOf(22) };
  const account = openAccount(it, 1_500_000, 150, gone);
  const card = issue(it, account, 150, gone);
  issue(it, account, 149, { ...gone, kind: "virtual" });
  const bought = buy(it, account, card, someAmount(it, 100_000, 600_000), 60, { instalments: 2 });
  const owed = sumOf(replayedAgo(it, bought, 30).outstanding);
  close(it, bought, "settle", payAccount(it, account, owed, 30).createdAt, 30);
};

/** A card in each state in which it can be kept; nothing is owed, so account and cards can be canceled. */
const manyCards: Story["tell"] = (it) => {
  const account = openAccount(it, 4_000_000, 150);
  const changed = (daysAgo: number) => ({ statusChangedAt: it.instantOf(daysAgo) });
  issue(it, account, 150, { status: "suspended", ...changed(12) });
  const blocked = issue(it, account, 140, { status: "blocked", ...changed(9), kind: "virtual" });
  const lost = issue(it, account, 130, { status: "lost", ...changed(8) });
  const stolen = issue(it, account, 110, { status: "stolen", ...changed(30) });
  const bought = buy(it, account, lost, someAmount(it, 50_000, 300_000), 36);
  expire(it, authorize(it, purchase(it, account, stolen, cop(2_500_000)), it.instantOf(32)), 32);
  decline(it, purchase(it, account, stolen, cop(1_200_000)), 29, { cardStatus: "stolen" });
  close(it, bought, "settle", payAccount(it, account, sumOf(replayedAgo(it, bought, 13).outstanding), 13).createdAt, 13);
  decline(it, purchase(it, account, blocked, cop(84_000)), 5, { cardStatus: "blocked" });
  decline(it, purchase(it, account, lost, cop(4_900_000)), 5, { cardStatus: "lost" });
  replace(it, account, lost, 7);
};

/** A purchase was disputed and won: what was paid of it is the account's now, until it is refunded. */
const creditBalance: Story["tell"] = (it) => {
  const account = openAccount(it, 2_500_000, 120);
  const card = issue(it, account, 120, { statusChangedAt: it.instantOf(119) });
  const instalment = someAmount(it, 100_000, 300_000);
  const bought = buy(it, account, card, instalment * 3n, 80, { instalments: 3 });
  payAccount(it, account, owedAgo(it, bought, 1, 60), 60);
  dispute(it, bought, bought.amount, 30);
  win(it, bought, 26);
  payOut(it, account, 22);
  refund(it, bought, instalment, 12);
};

export const accountStories: Story[] = [
  { status: "enabled", tell: inUse },
  { status: "disabled", tell: minimumUnmet },
  { status: "enabled", tell: suspendedByOperator },
  { status: "enabled", tell: canceled },
  { status: "enabled", tell: manyCards },
  { status: "enabled", tell: creditBalance },
];
