import { type Allocated, allocate, type Instalment, isPaid, nothing, type Parts, sumOf, unpaidOf } from "#lib/domain/allocation";
import { type Arrears, arrearsOf } from "#lib/domain/arrears";
import type { CreditStatus } from "#lib/domain/credit";
import type { Day } from "#lib/domain/day";
import type { PaymentStatus } from "#lib/domain/payment";
import type { Book } from "#lib/domain/replay/book";
import { type Charge, type CreditEvent, inOrder, type Payment } from "#lib/domain/replay/event";
import { chargeAllLate, chargeLate } from "#lib/domain/replay/late";
import { openBook } from "#lib/domain/replay/opening";
import { dropUnearned, payoffOf } from "#lib/domain/replay/payoff";
import { reversalsIn } from "#lib/domain/replay/reversal";
import { wakesOn } from "#lib/domain/replay/wake";
import type { Component } from "#lib/domain/rules";
import type { Terms } from "#lib/domain/terms";

/** The project's rules, and the last day whose events count. */
export type ReplayRules = { allocation: readonly Component[]; graceDays: number; asOf: Day };

/** A reversed payment covers nothing and leaves nothing over. */
export type ReplayedPayment = Payment & Allocated & { status: PaymentStatus };

export type Replayed = {
  instalments: Instalment[];
  payments: ReplayedPayment[];
  outstanding: Parts;
  arrears: Arrears;
  status: Extract<CreditStatus, "active" | "paid">;
  /** What pays the credit off on the last day. */
  payoff: bigint;
  /** What accepted payments left over. */
  creditBalance: bigint;
  /** The due day of the oldest instalment that is past due, and how many days since then are paused. */
  pastDueSince: Day | null;
  pausedDays: number;
  /** The first instalment due on the last day or later of which something is unpaid, and how much. */
  next: { dueOn: Day; amount: bigint } | null;
  /** Whether the first instalment that asks for anything is wholly paid. */
  isFirstPaid: boolean;
  /** The first later day on which, with no further event, more changes than days are counted (`wakesOn`). */
  wakesOn: Day | null;
};

/** What a credit has come to, from its terms and all that happened to it (`eventFault` says whether it can have). */
export function replay(terms: Terms, events: readonly CreditEvent[], { allocation, graceDays, asOf }: ReplayRules): Replayed {
  // Copies, for a payment that was entered twice is two payments.
  const past = inOrder(events.filter(({ on }) => on <= asOf)).map((event) => ({ ...event }));
  const book = openBook(terms, past, asOf);
  const payments = post(book, past, allocation);
  chargeAllLate(book, asOf);
  const { instalments, stopped } = book;
  const outstanding = instalments.map(unpaidOf).reduce(plus, nothing);
  const { pastDueSince, pausedDays, ...arrears } = arrearsOf(instalments, asOf, { graceDays, stopped });
  const next = instalments.find((each) => each.dueOn >= asOf && !isPaid(each));
  return {
    instalments,
    payments,
    outstanding,
    arrears,
    status: sumOf(outstanding) === 0n ? "paid" : "active",
    payoff: payoffOf(book, asOf),
    creditBalance: payments.reduce((sum, { unallocated }) => sum + unallocated, 0n),
    pastDueSince,
    pausedDays,
    next: next === undefined ? null : { dueOn: next.dueOn, amount: sumOf(unpaidOf(next)) },
    isFirstPaid: instalments.slice(0, 1 + instalments.findIndex(({ due }) => sumOf(due) > 0n)).every(isPaid),
    wakesOn: wakesOn(book, past, asOf),
  };
}

/** Lets each event in turn change the book. */
function post(book: Book, past: readonly CreditEvent[], order: readonly Component[]): ReplayedPayment[] {
  const { reversed } = reversalsIn(past);
  const payments: ReplayedPayment[] = [];
  let firstOpen = 0;
  for (const event of past) {
    if (event.kind === "charge") {
      charge(book, event);
      firstOpen = Math.min(firstOpen, event.instalment - 1);
    } else if (event.kind === "payment" && reversed.has(event))
      payments.push({ ...event, status: "reversed", allocations: [], unallocated: 0n });
    else if (event.kind === "payment") {
      if (event.isPayoff) payOff(book, event, past);
      const chargeAt = (place: number) => chargeLate(book, place, event.on);
      payments.push({ ...event, status: "accepted", ...allocate(book.instalments, firstOpen, event, order, chargeAt) });
      firstOpen = firstUnpaid(book.instalments, firstOpen);
    }
  }
  return payments;
}

function charge(book: Book, { on, component, amount, instalment }: Charge): void {
  const place = instalment - 1;
  const charged = book.instalments[place];
  if (charged === undefined) throw new Error(`there is no instalment ${instalment}`);
  chargeLate(book, place, on);
  charged.due[component] += amount;
  if (component === "fee") book.lastingFees[place] = (book.lastingFees[place] ?? 0n) + amount;
}

/**
 * A payment of any other amount than what pays the credit off is an ordinary one. A stop that begins later on its day takes
 * off what that day bore: what was paid of that is left over, and it is none the less paid off.
 */
function payOff(book: Book, { on, amount }: Payment, past: readonly CreditEvent[]): void {
  chargeAllLate(book, on);
  const payoff = payoffOf(book, on);
  const isStopped = past.some((event) => event.kind === "pause" && event.isWaived && event.on === on && event.until > on);
  if (amount === payoff || (isStopped && amount > payoff)) dropUnearned(book, on);
}

function firstUnpaid(instalments: readonly Instalment[], from: number): number {
  let place = from;
  for (let each = instalments[place]; each !== undefined && isPaid(each); each = instalments[place]) place++;
  return place;
}

const plus = (one: Parts, other: Parts): Parts => ({
  penalty: one.penalty + other.penalty,
  fee: one.fee + other.fee,
  interest: one.interest + other.interest,
  principal: one.principal + other.principal,
});
