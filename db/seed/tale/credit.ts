import { type OfferName, offers } from "#db/seed/catalogue";
import { type CreditRow, lentCredit, openCredit } from "#db/seed/credit";
import { recordOf, type Tale } from "#db/seed/tale";
import { defaultRules } from "#lib/domain/rules";

/** A credit of so long ago; the request it comes from is for `granted` to add. */
export function lend(tale: Tale, offer: OfferName, amount: bigint, daysAgo: number, more: Partial<CreditRow> = {}): CreditRow {
  const credit: CreditRow = {
    ...recordOf(tale, daysAgo),
    customerId: tale.customer.id,
    offerId: offers[offer].id,
    ...lentCredit,
    amount,
    outstanding: amount,
    disbursedOn: tale.dayOf(daysAgo),
    termsId: offers[offer].termsId,
    instalments: 12,
    ...openCredit,
    ...more,
  };
  tale.credits.push(credit);
  return credit;
}

/** It has been late for so many days, and its customer has the status that follows since the day it followed. */
export function fallBehind({ customer, dayOf, instantOf }: Tale, credit: CreditRow, days: number): void {
  credit.daysPastDue = days;
  credit.pastDueSince = dayOf(days);
  credit.delinquentDays = days;
  const { disableAfterDays, blockAfterDays } = defaultRules;
  customer.statusChangedAt = instantOf(days - (customer.status === "blocked" ? blockAfterDays : disableAfterDays));
}

/** What is left owing goes into the closing note, unless another credit paid it off. */
export function close(credit: CreditRow, closedBy: NonNullable<CreditRow["closedBy"]>, at: string): void {
  credit.status = closedBy === "settle" ? "paid" : "cancelled";
  credit.closedBy = closedBy;
  credit.closingNote = closedBy === "refinance" ? 0n : credit.outstanding;
  credit.outstanding = 0n;
  credit.statusChangedAt = at;
}
