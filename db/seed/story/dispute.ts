import { type Story, someAmount } from "#db/seed/tale";
import { lend, standLate } from "#db/seed/tale/credit";
import { note } from "#db/seed/tale/customer";
import { dispute, lose, win, winInPart } from "#db/seed/tale/dispute";
import { atTheCounter, keepUp, pay, payDue } from "#db/seed/tale/payment";
import { granted } from "#db/seed/tale/request";

const disputedInPart: Story["tell"] = (it) => {
  const instalment = someAmount(it, 80_000, 300_000);
  const credit = granted(it, lend(it, "twelve", instalment * 8n, 8, 70));
  keepUp(it, credit);
  dispute(it, credit, instalment * 3n, 6);
  note(it, "Dice que le cobraron dos veces el mismo artículo.", 6);
};

/** It was paid already when its customer disputed all of it. */
const disputedWhole: Story["tell"] = (it) => {
  const instalment = someAmount(it, 80_000, 300_000);
  const credit = granted(it, lend(it, "three", instalment * 3n, 3, 110));
  keepUp(it, credit);
  dispute(it, credit, credit.amount, 8);
};

/** It counts as late while the dispute is open. */
const disputedLate: Story["tell"] = (it) => {
  const instalment = someAmount(it, 80_000, 300_000);
  const credit = granted(it, lend(it, "business", instalment * 12n, 12, 80));
  payDue(it, credit, 1);
  standLate(it, credit);
  dispute(it, credit, credit.amount, 7);
};

const decided: Story["tell"] = (it) => {
  const instalment = someAmount(it, 80_000, 300_000);
  const won = granted(it, lend(it, "three", instalment * 3n, 3, 120));
  payDue(it, won, 1);
  payDue(it, won, 2);
  dispute(it, won, won.amount, 45);
  win(it, won, 40);
  const lost = granted(it, lend(it, "twelve", instalment * 6n, 6, 80));
  keepUp(it, lost);
  dispute(it, lost, instalment, 16);
  lose(it, lost, 14);
  pay(it, lost, instalment, 2, atTheCounter);
};

/** Less was lent than had been said: what is due from then on is less. */
const decidedInPart: Story["tell"] = (it) => {
  const instalment = someAmount(it, 80_000, 300_000);
  const credit = granted(it, lend(it, "weekly", instalment * 10n, 10, 45));
  for (const number of [1, 2, 3, 4]) payDue(it, credit, number);
  dispute(it, credit, instalment * 4n, 16);
  winInPart(it, credit, instalment * 2n, 13);
  keepUp(it, credit, 5);
  note(it, "La tienda reconoció que faltó parte del pedido.", 13);
};

export const disputeStories: Story[] = [
  { status: "enabled", tell: disputedInPart },
  { status: "enabled", tell: disputedWhole },
  { status: "disabled", tell: disputedLate },
  { status: "enabled", tell: decided },
  { status: "enabled", tell: decidedInPart },
];
