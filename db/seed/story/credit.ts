import { stopped } from "#db/seed/catalogue-rows";
import { type Story, someAmount } from "#db/seed/tale";
import { close, lend } from "#db/seed/tale/credit";
import { note, promise } from "#db/seed/tale/customer";
import { announce, atTheCounter, byApp, debit, pay, payEach, reverse, toCredit } from "#db/seed/tale/payment";
import { granted } from "#db/seed/tale/request";

/** One payment came back, and was made again. */
const paying: Story["tell"] = (it) => {
  const instalment = someAmount(it, 50_000, 200_000);
  const credit = granted(it, lend(it, "twelve", instalment * 12n, 130), 12, instalment);
  const third = payEach(it, credit, instalment, [100, 70, 40]);
  reverse(it, third, it.instantOf(38));
  it.customer.statusChangedAt = pay(it, credit, instalment, 36, atTheCounter).createdAt;
  pay(it, credit, instalment, 10);
  announce(it, toCredit(credit), instalment, 2, byApp);
  note(it, "Prefiere que la llamemos después de las cinco de la tarde.", 36);
};

const paidOff: Story["tell"] = (it) => {
  const instalment = someAmount(it, 50_000, 300_000);
  const first = granted(it, lend(it, "three", instalment * 3n, 140), 3);
  close(first, "settle", payEach(it, first, instalment, [110, 80, 50]).createdAt);
  const rest = 15_000n;
  const second = granted(it, lend(it, "three", instalment * 2n + rest, 75), 2);
  close(second, "settle", payEach(it, second, instalment, [45, 15]).createdAt);
  announce(it, toCredit(second), instalment, 13, byApp, { status: "rejected", changedDaysAgo: 12 });
};

const cancelledEarly: Story["tell"] = (it) => {
  const instalment = someAmount(it, 100_000, 400_000);
  const early = granted(it, lend(it, "business", instalment * 18n, 120), 18);
  payEach(it, early, instalment, [90, 60]);
  close(early, "cancel", pay(it, early, early.outstanding, 31, atTheCounter).createdAt);
  const returned = granted(it, lend(it, "three", instalment * 3n, 25), 3);
  close(returned, "cancel", it.instantOf(21));
  note(it, "Devolvió la compra en la tienda; quedó nota crédito por el total.", 21);
};

const refinanced: Story["tell"] = (it) => {
  const instalment = someAmount(it, 150_000, 500_000);
  const old = granted(it, lend(it, "business", instalment * 12n, 125), 12);
  payEach(it, old, instalment, [95, 65, 35]);
  const next = granted(it, lend(it, "consolidation", instalment * 11n, 33, { refinancesId: old.id }), 24);
  close(old, "refinance", next.createdAt);
  pay(it, next, instalment / 2n, 3);
};

/** The credit that was paid off was late: until an instalment of the new one is paid, the customer counts as late. */
const refinancedLate: Story["tell"] = (it) => {
  const instalment = someAmount(it, 150_000, 500_000);
  const old = granted(it, lend(it, "twelve", instalment * 12n, 110), 12);
  pay(it, old, instalment, 80);
  it.customer.statusChangedAt = it.instantOf(49);
  const next = granted(
    it,
    lend(it, "consolidation", old.outstanding, 10, { refinancesId: old.id, carriesDelinquency: true }),
    18,
  );
  close(old, "refinance", next.createdAt);
};

const promised: Story["tell"] = (it) => {
  const instalment = someAmount(it, 50_000, 250_000);
  const credit = granted(it, lend(it, "twelve", instalment * 10n, 100), 10);
  pay(it, credit, instalment, 70);
  promise(it, toCredit(credit), instalment * 2n, {
    status: "withdrawn",
    madeDaysAgo: 39,
    changedDaysAgo: 38,
    dueOn: it.dayOf(20),
  });
  const dueOn = it.dayOf(30);
  promise(it, toCredit(credit), instalment, { status: "kept", madeDaysAgo: 37, changedDaysAgo: 32, dueOn });
  it.customer.statusChangedAt = pay(it, credit, instalment, 32, atTheCounter).createdAt;
  pay(it, credit, instalment, 10);
};

/** Their product stands still, and with it the days of the one that is past due; of the other only the offer ended. */
const stoppedCredits: Story["tell"] = (it) => {
  const instalment = someAmount(it, 50_000, 300_000);
  const express = granted(it, lend(it, "express", instalment * 3n, stopped + 5), 3);
  express.daysPastDue = stopped + 5 - 30;
  express.pastDueSince = it.dayOf(express.daysPastDue);
  announce(it, toCredit(express), instalment, 6, atTheCounter);
  const former = granted(it, lend(it, "former", instalment * 48n, stopped + 3), 48);
  payEach(it, former, instalment, [113, 83, 53, 23]);
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
