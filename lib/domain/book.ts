import { type Parts, sumOf } from "#lib/domain/allocation";
import { type CreditStatus, isOpenCredit } from "#lib/domain/credit";
import { type Closing, mayReopen } from "#lib/domain/credit-guard";
import type { Day } from "#lib/domain/day";
import { leastOf } from "#lib/domain/money";
import { type OfferTerms, termsOf, unitOf } from "#lib/domain/offer-terms";
import { type Replayed, replay } from "#lib/domain/replay";
import type { CreditEvent } from "#lib/domain/replay/event";
import type { Component, Rules } from "#lib/domain/rules";

type Span = { on: Day; until: Day | null };

/** All that the figures of a credit are made from: what was agreed, and what happened. Amounts are minor units, of two decimals. */
export type Book = {
  status: CreditStatus;
  amount: bigint;
  currency: string;
  instalments: number;
  disbursedOn: Day;
  firstDueOn: Day | null;
  terms: OfferTerms;
  collection: readonly Component[];
  /** The product's closing tolerance. */
  tolerance: bigint;
  /** Whether the credit that it paid off was delinquent. */
  inheritsDelinquency: boolean;
  closedBy: Closing | null;
  closedOn: Day | null;
  /** Closed by a credit note for all of it. */
  wasNotedWhole?: boolean;
  /** What of accepted payments is for this credit, in the order in which they were accepted. */
  paid: readonly { paymentId: string; on: Day; amount: bigint; isPayoff: boolean }[];
  /** By disputes won in part and by refunds. */
  lowered: readonly { on: Day; amount: bigint }[];
  disputes: readonly Span[];
  /** While its product was inactive. */
  stops: readonly Span[];
};

/** What a credit's row says of it. */
export type Figures = {
  outstanding: bigint;
  amountPastDue: bigint;
  pastDueSince: Day | null;
  daysPastDue: number;
  delinquentDays: number;
  pausedDays: number;
  nextDueOn: Day | null;
  nextDue: bigint;
  wakesOn: Day | null;
  creditBalance: bigint;
  carriesDelinquency: boolean;
  closingNote: bigint;
};

/** What figures are measured by. */
export type Measure = { businessDate: Day; rules: Pick<Rules, "delinquencyGraceDays"> };

/** What a credit has come to, a closed one on the day it was closed; amounts in minor units of two decimals. */
export function replayBook(book: Book, { businessDate, rules }: Measure): Replayed {
  const unit = unitOf(book.terms);
  const terms = termsOf(book.terms, { ...book, principal: book.amount });
  const asOf = isOpenCredit(book.status) ? businessDate : (book.closedOn ?? businessDate);
  const replayed = replay(terms, eventsOf(book, unit), {
    allocation: book.collection,
    graceDays: rules.delinquencyGraceDays,
    asOf,
  });
  return unit === 1n ? replayed : inMinor(replayed, unit);
}

/** A credit's figures. A closed one that owes more than its tolerance again, and may be reopened, has those of an open one. */
export function figuresOf(book: Book, measure: Measure): { figures: Figures; replayed: Replayed } {
  const standing = standingFigures(book, measure);
  const isOwing = sumOf(standing.replayed.outstanding) > book.tolerance;
  return !isOpenCredit(book.status) && mayReopen({ wasNotedWhole: false, ...book }) && isOwing
    ? standingFigures({ ...book, status: "active" }, measure)
    : standing;
}

/** A credit's figures under the status that it has: what a closed one owes is in its credit note, or was paid by its successor. */
export function standingFigures(book: Book, measure: Measure): { figures: Figures; replayed: Replayed } {
  const replayed = replayBook(book, measure);
  if (isOpenCredit(book.status)) return { figures: openFigures(book, replayed), replayed };
  const closingNote = book.closedBy === "refinance" ? 0n : sumOf(replayed.outstanding);
  return { figures: { ...closedFigures, creditBalance: replayed.creditBalance, closingNote }, replayed };
}

/** What a closed credit says of itself, besides its credit note. */
export const closedFigures = {
  outstanding: 0n,
  amountPastDue: 0n,
  pastDueSince: null,
  daysPastDue: 0,
  delinquentDays: 0,
  pausedDays: 0,
  nextDueOn: null,
  nextDue: 0n,
  wakesOn: null,
  carriesDelinquency: false,
} as const;

function openFigures({ inheritsDelinquency }: Book, replayed: Replayed): Figures {
  const { arrears, next, pastDueSince, pausedDays, wakesOn, creditBalance, isFirstPaid } = replayed;
  return {
    outstanding: sumOf(replayed.outstanding),
    amountPastDue: arrears.amountPastDue,
    pastDueSince,
    daysPastDue: arrears.daysPastDue,
    delinquentDays: arrears.delinquentDays,
    pausedDays,
    nextDueOn: next?.dueOn ?? null,
    nextDue: next?.amount ?? 0n,
    // A pause without an end is none that anybody waits for.
    wakesOn: wakesOn === open ? null : wakesOn,
    creditBalance,
    carriesDelinquency: inheritsDelinquency && !isFirstPaid,
    closingNote: 0n,
  };
}

/** Until when a pause lasts that has no end yet. */
const open = "9999-12-31" as Day;

function eventsOf({ amount: principal, paid, lowered, disputes, stops }: Book, unit: bigint): CreditEvent[] {
  return [
    ...disputes.map(({ on, until }) => ({ kind: "pause", on, until: until ?? open }) as const),
    ...stops.map(({ on, until }) => ({ kind: "pause", on, until: until ?? open, isWaived: true }) as const),
    ...within(principal, lowered).map(({ on, amount: less }) => ({ kind: "lower", on, amount: less / unit }) as const),
    ...paid.map(({ paymentId: id, on, amount, isPayoff }) => {
      const payment = { kind: "payment", on, id, amount: amount / unit } as const;
      return isPayoff ? { ...payment, isPayoff: true as const } : payment;
    }),
  ];
}

/** A dispute may be won of what a refund took off already: together they take off no more than all. */
function within(principal: bigint, lowered: Book["lowered"]): Book["lowered"] {
  let left = principal;
  return lowered.flatMap(({ on, amount }) => {
    const less = leastOf(amount, left);
    left -= less;
    return less > 0n ? [{ on, amount: less }] : [];
  });
}

function inMinor(replayed: Replayed, unit: bigint): Replayed {
  const parts = ({ penalty, fee, interest, principal }: Parts): Parts => ({
    ...{ penalty: penalty * unit, fee: fee * unit, interest: interest * unit, principal: principal * unit },
  });
  const { instalments, payments, outstanding, arrears, next } = replayed;
  return {
    ...replayed,
    instalments: instalments.map((each) => ({
      ...each,
      due: parts(each.due),
      paid: parts(each.paid),
      late: each.late * unit,
    })),
    payments: payments.map((each) => ({
      ...each,
      amount: each.amount * unit,
      unallocated: each.unallocated * unit,
      allocations: each.allocations.map((allocation) => ({ ...allocation, amount: allocation.amount * unit })),
    })),
    outstanding: parts(outstanding),
    arrears: { ...arrears, amountPastDue: arrears.amountPastDue * unit },
    next: next && { ...next, amount: next.amount * unit },
    payoff: replayed.payoff * unit,
    creditBalance: replayed.creditBalance * unit,
  };
}
