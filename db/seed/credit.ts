import type { credits } from "#db/schema/credit";
import { between, day, daysAgo, instant } from "#db/seed/instant";
import { type Loan, type Loans, soonestRepaid } from "#db/seed/loan";
import { type Paid, paymentsOf } from "#db/seed/payment";
import type { Random } from "#db/seed/random";
import { agreedUnder } from "#db/seed/terms";
import { uuidFrom } from "#db/seed/uuid";
import { type Day, daysBetween } from "#lib/domain/day";

/** In the order of the copied columns. */
export const creditFields = [
  "id",
  "customerId",
  "offerId",
  "accountId",
  "cardId",
  "status",
  "amount",
  "disbursedOn",
  "termsId",
  "instalments",
  "firstDueOn",
  "outstanding",
  "amountPastDue",
  "pastDueSince",
  "daysPastDue",
  "delinquentDays",
  "pausedDays",
  "nextDueOn",
  "nextDue",
  "wakesOn",
  "creditBalance",
  "refinancesId",
  "inheritsDelinquency",
  "carriesDelinquency",
  "closedBy",
  "closedOn",
  "closingNote",
  "wasNotedWhole",
  "createdAt",
  "statusChangedAt",
] as const satisfies (keyof typeof credits.$inferSelect)[];

export type CreditRow = Pick<typeof credits.$inferSelect, (typeof creditFields)[number]>;

/** A credit with what was paid of it. */
export type Lent = Paid & { credit: CreditRow };

/** Whose credits they are; instants in microseconds. */
export type Borrower = { id: string; ordinal: number; registeredAt: number; until: number; today: Day; loans: Loans };

/** Active credits, as many as told; of a delinquent customer the first one is the worst. */
export function creditsFrom(random: Random, borrower: Borrower, count: number, worstDays: number): Lent[] {
  return Array.from({ length: count }, (_, place) => {
    if (worstDays === 0 || (place > 0 && random.chance(0.8))) return currentCredit(random, borrower);
    return delinquentCredit(random, borrower, place === 0 ? worstDays : 1 + random.below(worstDays));
  });
}

/** A credit that is paid by now; undefined for a customer of too few days to have had one. */
export function repaidCredit(random: Random, borrower: Borrower): Lent | undefined {
  const most = Math.min(longest, daysKnown(borrower) - 1);
  if (most < soonestRepaid) return undefined;
  const days = soonestRepaid + random.below(most - soonestRepaid + 1);
  return lentTo(random, borrower, borrower.loans.repaid(days, random.below(4)));
}

// Few enough ways for each to be that of many.
const longest = 240;
const variants = 8;

/** Lent lately, more likely than long ago. */
function currentCredit(random: Random, borrower: Borrower): Lent {
  const days = 1 + Math.floor(random.unit() ** 3 * Math.min(longest, Math.max(1, daysKnown(borrower) - 1)));
  return lentTo(random, borrower, borrower.loans.current(days, random.below(variants)));
}

function delinquentCredit(random: Random, borrower: Borrower, daysPastDue: number): Lent {
  const periods = Math.floor((daysKnown(borrower) - 1 - daysPastDue) / 31);
  const [ways, most] = daysPastDue <= 90 ? [variants, 4] : [1, 2];
  const paid = random.below(Math.max(1, Math.min(periods, most)));
  const variant = random.below(ways);
  return lentTo(random, borrower, borrower.loans.late(daysPastDue, paid, variant));
}

/** For how many days somebody has been a customer, counting the first. */
const daysKnown = ({ registeredAt, until }: Borrower) => daysAgo(registeredAt, until);

function lentTo(random: Random, { id: customerId, ordinal, registeredAt, until, today }: Borrower, loan: Loan): Lent {
  const { offer, book, figures } = loan;
  const { status, amount, instalments, disbursedOn, firstDueOn, closedBy, closedOn } = book;
  const begins = until - daysBetween(disbursedOn, today) * day;
  const createdAt = instant(between(random, Math.max(registeredAt, begins), begins + day));
  const id = uuidFrom(random, ordinal);
  const { payments, parts, allocations } = paymentsOf(random, { id, customerId, ordinal }, loan, { today, until });
  // Written out: to spread the parts of so many takes longer than all the rest.
  const credit: CreditRow = {
    id,
    customerId,
    offerId: offer.id,
    accountId: null,
    cardId: null,
    status,
    amount,
    disbursedOn,
    termsId: agreedUnder(offer).id,
    instalments,
    firstDueOn,
    outstanding: figures.outstanding,
    amountPastDue: figures.amountPastDue,
    pastDueSince: figures.pastDueSince,
    daysPastDue: figures.daysPastDue,
    delinquentDays: figures.delinquentDays,
    pausedDays: figures.pausedDays,
    nextDueOn: figures.nextDueOn,
    nextDue: figures.nextDue,
    wakesOn: figures.wakesOn,
    creditBalance: figures.creditBalance,
    refinancesId: null,
    inheritsDelinquency: false,
    carriesDelinquency: figures.carriesDelinquency,
    closedBy,
    closedOn,
    closingNote: figures.closingNote,
    wasNotedWhole: false,
    createdAt,
    statusChangedAt: status === "paid" ? (payments.at(-1)?.createdAt ?? createdAt) : createdAt,
  };
  return { credit, payments, parts, allocations };
}
