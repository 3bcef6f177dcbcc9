import { cop, type Offer } from "#db/seed/catalogue";
import { agreedUnder } from "#db/seed/terms";
import { sumOf, unpaidOf } from "#lib/domain/allocation";
import { type Book, replayBook } from "#lib/domain/book";
import type { Day } from "#lib/domain/day";
import { components, defaultRules } from "#lib/domain/rules";

type Agreed = Pick<Book, "amount" | "instalments" | "disbursedOn" | "firstDueOn">;

/** The book of a credit on the day on which it is lent under an offer. */
export const lentUnder = (offer: Offer, agreed: Agreed): Book => ({
  ...agreed,
  status: "active",
  currency: "COP",
  terms: agreedUnder(offer).settings,
  collection: components,
  tolerance: cop(offer.product.tolerance),
  inheritsDelinquency: false,
  closedBy: null,
  closedOn: null,
  paid: [],
  lowered: [],
  disputes: [],
  stops: [],
});

/** What figures on a day are measured by: everybody was lent to under the default rules. */
export const measureOn = (businessDate: Day) => ({ businessDate, rules: defaultRules });

/** What is unpaid on a day of the first instalments, so many of them. */
export function owedOf(book: Book, instalments: number, on: Day): bigint {
  const first = replayBook(book, measureOn(on)).instalments.slice(0, instalments);
  return first.reduce((sum, each) => sum + sumOf(unpaidOf(each)), 0n);
}
