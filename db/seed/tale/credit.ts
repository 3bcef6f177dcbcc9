import { type OfferName, offers } from "#db/seed/catalogue";
import type { CreditRow } from "#db/seed/credit";
import { recordOf, type Tale } from "#db/seed/tale";
import { bookOf, replayedAgo } from "#db/seed/tale/book";
import { agreedUnder } from "#db/seed/terms";
import { sumOf } from "#lib/domain/allocation";
import { closedFigures } from "#lib/domain/book";
import { defaultRules } from "#lib/domain/rules";

/** A credit of so long ago; the request it comes from is for `granted` to add. Its figures are made at the end of the story. */
export function lend(
  tale: Tale,
  offer: OfferName,
  amount: bigint,
  instalments: number,
  daysAgo: number,
  more: Partial<CreditRow> = {},
): CreditRow {
  const credit: CreditRow = {
    ...recordOf(tale, daysAgo),
    ...{ customerId: tale.customer.id, offerId: offers[offer].id, termsId: agreedUnder(offers[offer]).id },
    ...{ accountId: null, cardId: null, refinancesId: null, inheritsDelinquency: false },
    ...{ status: "active", amount, instalments, disbursedOn: tale.dayOf(daysAgo), firstDueOn: null },
    ...{ ...closedFigures, creditBalance: 0n, closedBy: null, closedOn: null, closingNote: 0n, wasNotedWhole: false },
    ...more,
  };
  tale.credits.push(credit);
  return credit;
}

/** A credit has been past due for some days, and its customer has the status that follows since the day it followed. */
export function standLate(tale: Tale, credit: CreditRow): void {
  const { customer, instantOf } = tale;
  const { daysPastDue } = replayedAgo(tale, credit, 0).arrears;
  const { disableAfterDays, blockAfterDays } = defaultRules;
  customer.statusChangedAt = instantOf(daysPastDue - (customer.status === "blocked" ? blockAfterDays : disableAfterDays));
}

/** What is left owing goes into the closing note, unless another credit paid it off. */
export function close(
  tale: Tale,
  credit: CreditRow,
  closedBy: NonNullable<CreditRow["closedBy"]>,
  at: string,
  daysAgo: number,
): void {
  const note = closedBy === "refinance" ? 0n : sumOf(replayedAgo(tale, credit, daysAgo).outstanding);
  Object.assign(credit, { status: closedBy === "settle" ? "paid" : "cancelled", closedBy, closedOn: tale.dayOf(daysAgo) });
  const wasNotedWhole = note > 0n && bookOf(tale, credit).paid.length === 0;
  Object.assign(credit, { closingNote: note, wasNotedWhole, statusChangedAt: at });
}
