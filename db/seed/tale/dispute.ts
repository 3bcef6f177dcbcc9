import type { CreditRow } from "#db/seed/credit";
import type { Tale } from "#db/seed/tale";
import { close } from "#db/seed/tale/credit";
import { reverse } from "#db/seed/tale/payment";
import { uuidFrom } from "#db/seed/uuid";

export function dispute(tale: Tale, credit: CreditRow, amount: bigint, daysAgo: number): void {
  const openedAt = tale.instantOf(daysAgo);
  credit.status = "in_dispute";
  credit.statusChangedAt = openedAt;
  // Past due it stays; delinquent it grows no more.
  credit.delinquentDays = Math.max(0, credit.delinquentDays - daysAgo);
  tale.disputes.push({ id: uuidFrom(tale.random), creditId: credit.id, amount, openedAt, openedOn: tale.dayOf(daysAgo) });
}

/** Decided for the customer: what was paid is returned, of an account's payment as its credit balance. */
export function win(tale: Tale, credit: CreditRow, daysAgo: number): void {
  const at = tale.instantOf(daysAgo);
  decide(tale, credit, at, credit.amount);
  for (const payment of tale.payments) if (payment.creditId === credit.id) reverse(tale, payment, at);
  const account = tale.accounts.find(({ id }) => id === credit.accountId);
  const freed = tale.parts.filter(({ creditId }) => account !== undefined && creditId === credit.id);
  tale.parts = tale.parts.filter((part) => !freed.includes(part));
  for (const { amount } of freed) {
    credit.outstanding += amount;
    if (account !== undefined) account.creditBalance += amount;
  }
  close(credit, "win_dispute", at);
}

/** Decided against the customer: what stood still applies again. */
export function lose(tale: Tale, credit: CreditRow, daysAgo: number): void {
  const at = tale.instantOf(daysAgo);
  decide(tale, credit, at, 0n);
  credit.status = "active";
  credit.statusChangedAt = at;
}

function decide({ disputes }: Tale, { id }: CreditRow, decidedAt: string, accepted: bigint): void {
  for (const each of disputes) if (each.creditId === id) Object.assign(each, { decidedAt, accepted });
}
