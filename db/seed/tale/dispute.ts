import type { CreditRow } from "#db/seed/credit";
import type { Tale } from "#db/seed/tale";
import { cover, replayedAgo } from "#db/seed/tale/book";
import { close } from "#db/seed/tale/credit";
import { reverse } from "#db/seed/tale/payment";
import { closeCycles } from "#db/seed/tale/statement";
import { uuidFrom } from "#db/seed/uuid";

export function dispute(tale: Tale, credit: CreditRow, amount: bigint, daysAgo: number): void {
  closeCycles(tale, daysAgo);
  const openedAt = tale.instantOf(daysAgo);
  credit.status = "in_dispute";
  credit.statusChangedAt = openedAt;
  tale.disputes.push({ id: uuidFrom(tale.random), creditId: credit.id, amount, openedAt, openedOn: tale.dayOf(daysAgo) });
}

/** Decided for the customer: what was paid is returned, of an account's payment as its credit balance. */
export function win(tale: Tale, credit: CreditRow, daysAgo: number): void {
  const at = tale.instantOf(daysAgo);
  closeCycles(tale, daysAgo);
  const before = replayedAgo(tale, credit, daysAgo);
  decide(tale, credit, at, daysAgo, credit.amount);
  for (const payment of tale.payments) if (payment.creditId === credit.id) reverse(tale, payment, at, daysAgo);
  const account = tale.accounts.find(({ id }) => id === credit.accountId);
  for (const part of tale.parts) {
    if (account === undefined || part.creditId !== credit.id) continue;
    for (const payment of before.payments) if (payment.id === part.paymentId) cover(tale, credit, payment, at);
    account.creditBalance += part.amount;
    part.amount = 0n;
  }
  close(tale, credit, "win_dispute", at, daysAgo);
}

/** Decided for the customer in part: so much less was lent. */
export function winInPart(tale: Tale, credit: CreditRow, accepted: bigint, daysAgo: number): void {
  goOn(credit, decide(tale, credit, tale.instantOf(daysAgo), daysAgo, accepted));
}

/** Decided against the customer: what stood still applies again. */
export function lose(tale: Tale, credit: CreditRow, daysAgo: number): void {
  goOn(credit, decide(tale, credit, tale.instantOf(daysAgo), daysAgo, 0n));
}

const goOn = (credit: CreditRow, at: string) => Object.assign(credit, { status: "active", statusChangedAt: at });

function decide(tale: Tale, { id }: CreditRow, decidedAt: string, daysAgo: number, accepted: bigint): string {
  closeCycles(tale, daysAgo);
  const decided = { decidedAt, decidedOn: tale.dayOf(daysAgo), accepted };
  for (const each of tale.disputes) if (each.creditId === id) Object.assign(each, decided);
  return decidedAt;
}
