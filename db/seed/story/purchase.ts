import { cop } from "#db/seed/catalogue";
import { type Story, someAmount } from "#db/seed/tale";
import { issue, openAccount } from "#db/seed/tale/account";
import { close } from "#db/seed/tale/credit";
import { dispute, lose, winInPart } from "#db/seed/tale/dispute";
import { purchase, resolve, tell } from "#db/seed/tale/message";
import { owedAgo, payAccount } from "#db/seed/tale/payment";
import { authorize, authorizeLate, buy, settle } from "#db/seed/tale/purchase";
import { payOut, refund, takeBackLate, takeBackPart } from "#db/seed/tale/refund";

/** Merchants gave back in part, then more than was owed any more, and of what was paid long ago. */
const refunded: Story["tell"] = (it) => {
  const account = openAccount(it, 3_500_000, 125);
  const card = issue(it, account, 125, { statusChangedAt: it.instantOf(122) });
  const returned = buy(it, account, card, someAmount(it, 200_000, 400_000), 96);
  close(it, returned, "settle", payAccount(it, account, owedAgo(it, returned, 1, 58), 58).createdAt, 58);
  refund(it, returned, cop(80_000), 50);
  payOut(it, account, 47);
  const wholly = buy(it, account, card, cop(240_000), 28, { instalments: 2 });
  payAccount(it, account, cop(60_000), 20);
  refund(it, wholly, cop(240_000), 15);
  const partly = buy(it, account, card, someAmount(it, 500_000, 900_000), 14, { instalments: 6 });
  const exchanged = buy(it, account, card, cop(100_000), 11);
  refund(it, partly, cop(150_000), 6);
  refund(it, exchanged, cop(130_000), 5);
  tell(it, "refund", purchase(it, account, card, cop(35_000)), it.instantOf(2), { outcome: "waiting" });
};

/** What an operator should look at: settlements that were booked although something about them is odd. */
const flagged: Story["tell"] = (it) => {
  const account = openAccount(it, 6_000_000, 110);
  const card = issue(it, account, 110, { statusChangedAt: it.instantOf(108) });
  const dinner = buy(it, account, card, cop(180_000), 27, { amount: cop(198_000) });
  resolve(it, dinner, "El comercio cobró la propina con la cuenta; el cliente la reconoce.", 24);
  buy(it, account, card, cop(310_000), 19, { amount: cop(341_500), instalments: 3 });
  settle(it, purchase(it, account, card, cop(56_000)), 16);
  const late = purchase(it, account, card, cop(72_000));
  authorizeLate(it, late, settle(it, late, 13), 12);
  takeBackLate(it, buy(it, account, card, cop(420_000), 10, { instalments: 4 }), 7);
  const asked = purchase(it, account, card, cop(130_000));
  authorize(it, asked, it.instantOf(5));
  takeBackPart(it, asked, cop(50_000), 3);
  tell(it, "reversal", purchase(it, account, card, cop(47_000)), it.instantOf(2), { outcome: "waiting" });
};

/** Purchases that were disputed: one is open, one was lost and one won in part. */
const disputed: Story["tell"] = (it) => {
  const account = openAccount(it, 5_500_000, 118);
  const card = issue(it, account, 118, { statusChangedAt: it.instantOf(117) });
  const lost = buy(it, account, card, someAmount(it, 300_000, 600_000), 60, { instalments: 6 });
  payAccount(it, account, owedAgo(it, lost, 1, 28), 28);
  const inPart = buy(it, account, card, cop(480_000), 26, { instalments: 6 });
  const open = buy(it, account, card, someAmount(it, 400_000, 800_000), 21, { instalments: 3 });
  dispute(it, inPart, cop(240_000), 18);
  dispute(it, lost, lost.amount, 16);
  lose(it, lost, 14);
  winInPart(it, inPart, cop(160_000), 13);
  dispute(it, open, open.amount, 9);
  refund(it, open, cop(50_000), 4);
};

export const purchaseStories: Story[] = [
  { status: "enabled", tell: refunded },
  { status: "enabled", tell: flagged },
  { status: "enabled", tell: disputed },
];
