import { cop, products } from "#db/seed/catalogue";
import { type AccountRow, type CardRow, recordOf, type Tale } from "#db/seed/tale";

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
export function issue(tale: Tale, { id: accountId }: AccountRow, daysAgo: number, more: Partial<CardRow> = {}): CardRow {
  const lastFour = String(tale.random.below(10_000)).padStart(4, "0");
  const card: CardRow = { ...recordOf(tale, daysAgo), accountId, kind: "physical", lastFour, status: "active", ...more };
  tale.cards.push(card);
  return card;
}

/** A card in place of another, on which is owed from then on what was owed on that one. */
export function replace(tale: Tale, account: AccountRow, old: CardRow, daysAgo: number): CardRow {
  const card = issue(tale, account, daysAgo, { status: "default", replacesId: old.id, kind: old.kind });
  for (const credit of tale.credits) if (credit.cardId === old.id) credit.cardId = card.id;
  return card;
}
