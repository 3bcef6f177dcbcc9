import { cop, products } from "#db/seed/catalogue";
import type { CreditRow } from "#db/seed/credit";
import { type AccountRow, recordOf, type Tale } from "#db/seed/tale";
import { lend } from "#db/seed/tale/credit";
import { granted } from "#db/seed/tale/request";

type Card = Tale["cards"][number];

export function openAccount(tale: Tale, creditLine: number, daysAgo: number, more: Partial<AccountRow> = {}): AccountRow {
  const account: AccountRow = {
    ...recordOf(tale, daysAgo),
    customerId: tale.customer.id,
    productId: products.card.id,
    creditLine: cop(creditLine),
    creditBalance: 0n,
    closingDay: 15,
    dueDay: 5,
    ...more,
  };
  tale.accounts.push(account);
  return account;
}

/** A card that is active, unless told otherwise. */
export function issue(tale: Tale, { id: accountId }: AccountRow, daysAgo: number, more: Partial<Card> = {}): Card {
  const lastFour = String(tale.random.below(10_000)).padStart(4, "0");
  const card: Card = { ...recordOf(tale, daysAgo), accountId, kind: "physical", lastFour, status: "active", ...more };
  tale.cards.push(card);
  return card;
}

/** A purchase with the card, authorized and settled: a credit of the account. */
export function settle(
  tale: Tale,
  account: AccountRow,
  card: Card,
  amount: bigint,
  daysAgo: number,
  { instalments = 1, firstDueOn = null }: Partial<Pick<CreditRow, "instalments" | "firstDueOn">> = {},
): CreditRow {
  const of = { accountId: account.id, cardId: card.id, firstDueOn };
  return granted(tale, lend(tale, "card", amount, instalments, daysAgo, of));
}
