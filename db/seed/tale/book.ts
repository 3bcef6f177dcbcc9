import { lentUnder, measureOn } from "#db/seed/book";
import { offers } from "#db/seed/catalogue";
import type { CreditRow } from "#db/seed/credit";
import type { Tale } from "#db/seed/tale";
import { coveredOf } from "#lib/domain/allocation";
import { type Book, figuresOf, replayBook } from "#lib/domain/book";
import { type Day, daysBetween } from "#lib/domain/day";
import type { Replayed } from "#lib/domain/replay";

/** What a credit had come to so many days ago, by what is told of it so far. */
export const replayedAgo = (tale: Tale, credit: CreditRow, daysAgo: number): Replayed =>
  replayBook(bookOf(tale, credit), measureOn(tale.dayOf(daysAgo)));

/** How many days ago an instalment fell due, counted from one. */
export function dueAgo(tale: Tale, credit: CreditRow, number: number): number {
  const due = replayedAgo(tale, credit, 0).instalments[number - 1];
  if (due === undefined) throw new Error(`there is no instalment ${number}`);
  return daysBetween(due.dueOn, tale.today);
}

/** At the end of a story: the figures of its credits, and what their payments cover. */
export function balance(tale: Tale): void {
  for (const credit of tale.credits) {
    const { figures, replayed } = figuresOf(bookOf(tale, credit), measureOn(tale.today));
    Object.assign(credit, figures);
    for (const payment of replayed.payments) cover(tale, credit, payment);
  }
}

/** Notes what a payment covers of a credit, or covered until an instant. */
export function cover(
  { payments, allocations }: Tale,
  { id: creditId }: CreditRow,
  { id, allocations: covered }: Replayed["payments"][number],
  supersededAt: string | null = null,
): void {
  const at = payments.find((payment) => payment.id === id)?.createdAt ?? "";
  for (const each of coveredOf(covered)) allocations.push({ paymentId: id, creditId, at, supersededAt, ...each });
}

/** What is told so far of a credit. */
export function bookOf({ payments, parts, disputes, creditNotes, stops }: Tale, credit: CreditRow): Book {
  const offer = Object.values(offers).find(({ id }) => id === credit.offerId);
  if (offer === undefined) throw new Error(`no offer ${credit.offerId}`);
  const { id, status, amount, instalments, closedBy, wasNotedWhole, inheritsDelinquency } = credit;
  const own = disputes.filter(({ creditId }) => creditId === id);
  return {
    ...lentUnder(offer, { amount, instalments, disbursedOn: credit.disbursedOn as Day, firstDueOn: credit.firstDueOn as Day }),
    ...{ status, closedBy, wasNotedWhole, inheritsDelinquency, closedOn: credit.closedOn as Day },
    paid: payments.flatMap(({ id: paymentId, status: state, paidOn, isPayoff = false }) => {
      const part = parts.find((each) => each.paymentId === paymentId && each.creditId === id)?.amount ?? 0n;
      return state === "accepted" && part > 0n ? [{ paymentId, on: paidOn as Day, amount: part, isPayoff }] : [];
    }),
    lowered: [
      ...own.flatMap(({ decidedAt: at, decidedOn, accepted }) =>
        at && decidedOn && accepted && accepted < amount ? [{ at, on: decidedOn as Day, amount: accepted }] : [],
      ),
      ...creditNotes.flatMap(({ creditId, at, on, amount: noted }) =>
        creditId === id ? [{ at, on: on as Day, amount: noted }] : [],
      ),
    ]
      .toSorted(({ at: one }, { at: other }) => (one < other ? -1 : 1))
      .map(({ on, amount: less }) => ({ on, amount: less })),
    disputes: own.map(({ openedOn, decidedOn }) => ({ on: openedOn as Day, until: (decidedOn ?? null) as Day | null })),
    stops: offer.product.status === "inactive" ? stops : [],
  };
}
