import { type Story, someAmount } from "#db/seed/tale";
import { close, fallBehind, lend } from "#db/seed/tale/credit";
import { note } from "#db/seed/tale/customer";
import { dispute, lose, win } from "#db/seed/tale/dispute";
import { atTheCounter, pay, payEach } from "#db/seed/tale/payment";
import { granted } from "#db/seed/tale/request";

const disputedInPart: Story["tell"] = (it) => {
  const instalment = someAmount(it, 80_000, 300_000);
  const credit = granted(it, lend(it, "twelve", instalment * 8n, 70), 8);
  payEach(it, credit, instalment, [40, 10]);
  dispute(it, credit, instalment * 3n, 6);
  note(it, "Dice que le cobraron dos veces el mismo artículo.", 6);
};

/** It was paid already when its customer disputed all of it. */
const disputedWhole: Story["tell"] = (it) => {
  const instalment = someAmount(it, 80_000, 300_000);
  const credit = granted(it, lend(it, "three", instalment * 3n, 110), 3);
  close(credit, "settle", payEach(it, credit, instalment, [80, 50, 20]).createdAt);
  dispute(it, credit, credit.amount, 8);
};

/** It counts as late while the dispute is open. */
const disputedLate: Story["tell"] = (it) => {
  const instalment = someAmount(it, 80_000, 300_000);
  const credit = granted(it, lend(it, "business", instalment * 12n, 90), 12);
  pay(it, credit, instalment, 60);
  fallBehind(it, credit, 30);
  dispute(it, credit, credit.amount, 7);
};

const decided: Story["tell"] = (it) => {
  const instalment = someAmount(it, 80_000, 300_000);
  const won = granted(it, lend(it, "three", instalment * 3n, 120), 3);
  payEach(it, won, instalment, [90, 60]);
  dispute(it, won, won.amount, 45);
  win(it, won, 40);
  const lost = granted(it, lend(it, "twelve", instalment * 6n, 80), 6);
  payEach(it, lost, instalment, [50, 20]);
  dispute(it, lost, instalment, 19);
  lose(it, lost, 14);
  pay(it, lost, instalment, 2, atTheCounter);
};

export const disputeStories: Story[] = [
  { status: "enabled", tell: disputedInPart },
  { status: "enabled", tell: disputedWhole },
  { status: "disabled", tell: disputedLate },
  { status: "enabled", tell: decided },
];
