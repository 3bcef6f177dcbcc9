import { cop, products } from "#db/seed/catalogue";
import { type AccountRow, type CardRow, recordOf, type Tale } from "#db/seed/tale";
import { dayOfMonth } from "#lib/domain/day";

export function openAccount(tale: Tale, creditLine: number, daysAgo: number, more: Partial<AccountRow> = {}): AccountRow {
  const account: AccountRow = {
    ...recordOf(tale, daysAgo),
    customerId: tale.customer.id,
    productId: products.card.id,
    creditLine: cop(creditLine),
    creditBalance: 0n,
    ...cycleDays(tale),
    ...more,
  };
  tale.accounts.push(account);
  tale.closed.set(account.id, tale.dayOf(daysAgo));
  return account;
}

/** Its last cycle closed some days ago, whatever the business date is, and its statement is not due yet. */
const cycleDays = ({ dayOf }: Tale) => ({ closingDay: dayOfMonth(dayOf(12)), dueDay: dayOfMonth(dayOf(-8)) });

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
