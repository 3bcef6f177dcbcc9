import type { preLoans } from "#db/schema/pre-loan";
import { type OfferName, offers } from "#db/seed/catalogue";
import type { CreditRow } from "#db/seed/credit";
import { recordOf, type Tale } from "#db/seed/tale";

type More = Partial<typeof preLoans.$inferInsert>;

/** A pre-loan that waits to be confirmed, unless told otherwise. */
export function request(
  tale: Tale,
  offer: OfferName,
  amount: bigint,
  instalments: number,
  daysAgo: number,
  more: More = {},
): void {
  const { id: customerId } = tale.customer;
  tale.preLoans.push({ ...recordOf(tale, daysAgo), customerId, offerId: offers[offer].id, amount, instalments, ...more });
}

export function refuse(tale: Tale, offer: OfferName, amount: bigint, instalments: number, daysAgo: number): void {
  const { id: customerId } = tale.customer;
  const record = recordOf(tale, daysAgo, Math.max(1, daysAgo - 3));
  tale.preLoans.push({ ...record, customerId, offerId: offers[offer].id, amount, instalments, status: "rejected" });
}

/** The pre-loan that became a credit; a downpayment was asked for on top of it. */
export function granted(tale: Tale, credit: CreditRow, downpayment = 0n): CreditRow {
  const { id: creditId, customerId, offerId, refinancesId, instalments, firstDueOn, createdAt } = credit;
  const amount = credit.amount + downpayment;
  const of = { customerId, offerId, refinancesId, creditId, firstDueOn };
  const askedAt = new Date(Date.parse(createdAt) - 90 * 60_000).toISOString();
  const record = { ...recordOf(tale, 1), createdAt: askedAt, statusChangedAt: createdAt };
  tale.preLoans.push({ ...record, ...of, amount, downpayment, instalments, status: "completed" });
  return credit;
}
