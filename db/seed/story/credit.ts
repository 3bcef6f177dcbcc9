import { cop } from "#db/seed/catalogue";
import { type Story, someAmount } from "#db/seed/tale";
import { dueAgo, replayedAgo } from "#db/seed/tale/book";
import { close, lend } from "#db/seed/tale/credit";
import { note, promise } from "#db/seed/tale/customer";
import {
  announce,
  atTheCounter,
  byApp,
  debit,
  keepUp,
  owedAgo,
  paidAgo,
  pay,
  payDue,
  payOff,
  reverse,
  toCredit,
} from "#db/seed/tale/payment";
import { granted } from "#db/seed/tale/request";
import { daysBetween } from "#lib/domain/day";

/** One payment came back, and was made again with a late fee. */
const paying: Story["tell"] = (it) => {
  const instalment = someAmount(it, 50_000, 200_000);
  const credit = granted(it, lend(it, "twelve", instalment * 12n, 12, 130), instalment);
  payDue(it, credit, 1);
  payDue(it, credit, 2);
  const third = payDue(it, credit, 3);
  const returnedAgo = paidAgo(it, third) - 2;
  reverse(it, third, it.instantOf(returnedAgo), returnedAgo);
  it.customer.statusChangedAt = payDue(it, credit, 3, 4, atTheCounter).createdAt;
  keepUp(it, credit, 4);
  announce(it, toCredit(credit), instalment, 2, byApp);
  note(it, "Prefiere que la llamemos después de las cinco de la tarde.", returnedAgo - 2);
};

const paidOff: Story["tell"] = (it) => {
  const instalment = someAmount(it, 50_000, 300_000);
  const first = granted(it, lend(it, "three", instalment * 3n, 3, 140));
  const last = keepUp(it, first);
  close(it, first, "settle", last.createdAt, paidAgo(it, last));
  const second = granted(it, lend(it, "three", instalment * 2n, 2, 75));
  payDue(it, second, 1);
  const daysAgo = dueAgo(it, second, 2);
  const short = pay(it, second, owedAgo(it, second, 2, daysAgo) - cop(150), daysAgo);
  close(it, second, "settle", short.createdAt, daysAgo);
  announce(it, toCredit(second), instalment, daysAgo - 2, byApp, { status: "rejected", changedDaysAgo: daysAgo - 3 });
};

const cancelledEarly: Story["tell"] = (it) => {
  const instalment = someAmount(it, 100_000, 400_000);
  const early = granted(it, lend(it, "business", instalment * 18n, 18, 120));
  payDue(it, early, 1);
  payDue(it, early, 2);
  close(it, early, "cancel", payOff(it, early, 35, atTheCounter).createdAt, 35);
  const returned = granted(it, lend(it, "three", instalment * 3n, 3, 25));
  close(it, returned, "cancel", it.instantOf(21), 21);
  note(it, "Devolvió la compra en la tienda; quedó nota crédito por el total.", 21);
};

const refinanced: Story["tell"] = (it) => {
  const instalment = someAmount(it, 150_000, 500_000);
  const old = granted(it, lend(it, "business", instalment * 12n, 12, 125));
  for (const number of [1, 2, 3]) payDue(it, old, number);
  const { payoff } = replayedAgo(it, old, 25);
  const next = granted(it, lend(it, "consolidation", payoff, 24, 25, { refinancesId: old.id }));
  close(it, old, "refinance", next.createdAt, 25);
  pay(it, next, instalment / 2n, 3);
};

/** The credit that was paid off was late: until an instalment of the new one is paid, the customer counts as late. */
const refinancedLate: Story["tell"] = (it) => {
  const instalment = someAmount(it, 150_000, 500_000);
  const old = granted(it, lend(it, "twelve", instalment * 12n, 12, 110));
  payDue(it, old, 1);
  it.customer.statusChangedAt = it.instantOf(dueAgo(it, old, 2) - 1);
  const { payoff } = replayedAgo(it, old, 10);
  const from = { refinancesId: old.id, inheritsDelinquency: true };
  const next = granted(it, lend(it, "consolidation", payoff, 18, 10, from));
  close(it, old, "refinance", next.createdAt, 10);
};

const promised: Story["tell"] = (it) => {
  const instalment = someAmount(it, 50_000, 250_000);
  const credit = granted(it, lend(it, "twelve", instalment * 10n, 10, 100));
  payDue(it, credit, 1);
  const lateAgo = dueAgo(it, credit, 2);
  promise(it, toCredit(credit), instalment * 2n, {
    ...{ status: "withdrawn", madeDaysAgo: lateAgo - 1, changedDaysAgo: lateAgo - 2 },
    dueOn: it.dayOf(20),
  });
  promise(it, toCredit(credit), owedAgo(it, credit, 2, lateAgo - 7), {
    ...{ status: "kept", madeDaysAgo: lateAgo - 3, changedDaysAgo: lateAgo - 7 },
    dueOn: it.dayOf(lateAgo - 9),
  });
  it.customer.statusChangedAt = payDue(it, credit, 2, 7, atTheCounter).createdAt;
  keepUp(it, credit, 3);
};

/** Their product stands still, and with it the days of the one that is past due; of the other only the offer ended. */
const stoppedCredits: Story["tell"] = (it) => {
  const instalment = someAmount(it, 50_000, 300_000);
  const [stop] = it.stops;
  const before = stop === undefined ? 0 : daysBetween(stop.on, it.today) + 5;
  if (before > 0 && it.instantOf(before + 1) > (it.customer.registeredAt ?? "")) {
    const express = granted(it, lend(it, "express", instalment * 3n, 3, before));
    announce(it, toCredit(express), instalment, 6, atTheCounter);
  }
  const former = granted(it, lend(it, "former", instalment * 48n, 48, 143));
  keepUp(it, former);
  announce(it, toCredit(former), instalment, 1, debit, { datedOn: it.dayOf(-6) });
};

export const creditStories: Story[] = [
  { status: "enabled", tell: paying },
  { status: "enabled", tell: paidOff },
  { status: "enabled", tell: cancelledEarly },
  { status: "enabled", tell: refinanced },
  { status: "disabled", tell: refinancedLate },
  { status: "enabled", tell: promised },
  { status: "enabled", tell: stoppedCredits },
];
