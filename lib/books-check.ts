import type { Parts } from "#lib/domain/allocation";
import { coveredOf } from "#lib/domain/allocation";
import { type Book, type Figures, standingFigures } from "#lib/domain/book";
import { isOpenCredit } from "#lib/domain/credit";
import type { Day } from "#lib/domain/day";
import { writeAmount } from "#lib/domain/money";
import type { Replayed } from "#lib/domain/replay";
import { components, type Rules } from "#lib/domain/rules";

/** Where what is stored of a record is not what it comes to. */
export type Difference = { record: string; what: string; stored: string; recomputed: string };

/** A credit's book, and what is stored of what follows from it. */
export type StoredCredit = {
  code: string;
  book: Book;
  figures: Figures;
  /** Those in force. */
  allocations: readonly (Parts & { paymentId: string; instalment: number })[];
  /** The amount of the credit that paid it off. */
  successor: bigint | null;
};

type Measure = { businessDate: Day; rules: Pick<Rules, "delinquencyGraceDays"> };

/** Whether the next close of day changes more of a credit than the days it counts. */
export const waits = ({ book, figures: { wakesOn } }: StoredCredit, { businessDate }: Pick<Measure, "businessDate">): boolean =>
  isOpenCredit(book.status) && wakesOn !== null && wakesOn <= businessDate;

/** Where a credit that does not wait is stored otherwise than its book has it. */
export function creditDifferences(credit: StoredCredit, measure: Measure): Difference[] {
  const { code: record } = credit;
  const { figures, replayed } = standingFigures(credit.book, measure);
  const found = [
    ...figureDifferences(credit.figures, figures),
    ...allocationDifferences(credit, replayed),
    ...closingDifferences(credit, replayed),
    ...disputeDifferences(credit),
  ];
  return found.map((difference) => ({ record, ...difference }));
}

type Found = Omit<Difference, "record">;

/** A credit may wake too early, which changes nothing, but not too late. */
function figureDifferences(stored: Figures, recomputed: Figures): Found[] {
  const isAsleep = recomputed.wakesOn !== null && (stored.wakesOn === null || stored.wakesOn > recomputed.wakesOn);
  const isUseless = recomputed.wakesOn === null && recomputed.outstanding === 0n && stored.wakesOn !== null;
  return (Object.keys(recomputed) as (keyof Figures)[])
    .filter((what) => (what === "wakesOn" ? isAsleep || isUseless : stored[what] !== recomputed[what]))
    .map((what) => ({ what: words[what], stored: text(stored[what]), recomputed: text(recomputed[what]) }));
}

const words: Record<keyof Figures, string> = {
  outstanding: "outstanding",
  amountPastDue: "amount past due",
  pastDueSince: "past due since",
  daysPastDue: "days past due",
  delinquentDays: "delinquent days",
  pausedDays: "paused days",
  nextDueOn: "next due day",
  nextDue: "next due amount",
  wakesOn: "day of the next change",
  creditBalance: "credit balance",
  carriesDelinquency: "delinquency carried",
  closingNote: "closing credit note",
};

function allocationDifferences({ allocations }: StoredCredit, { payments }: Replayed): Found[] {
  const stored = new Map<string, string>(
    allocations.map((it) => [`${it.paymentId} to instalment ${it.instalment}`, partsText(it)]),
  );
  const covered = payments.flatMap((it) =>
    coveredOf(it.allocations).map((each) => [`${it.id} to instalment ${each.instalment}`, partsText(each)] as const),
  );
  const recomputed = new Map<string, string>(covered);
  return [...new Set([...stored.keys(), ...recomputed.keys()])]
    .filter((key) => stored.get(key) !== recomputed.get(key))
    .map((key) => ({ what: `allocation of ${key}`, stored: text(stored.get(key)), recomputed: text(recomputed.get(key)) }));
}

const partsText = (parts: Parts) => components.map((each) => `${each} ${text(parts[each])}`).join(", ");

/** How it says that it was closed, and what the credit that refinances it should have paid. */
function closingDifferences({ book, successor }: StoredCredit, { payoff }: Replayed): Found[] {
  const { status, closedBy, closedOn } = book;
  const isClosed = closedBy !== null && closedOn !== null;
  const expected = closedBy === null ? "active" : closedBy === "settle" ? "paid" : "cancelled";
  const isSo = isOpenCredit(status) ? closedBy === null && closedOn === null : isClosed && status === expected;
  const found: Found[] = isSo ? [] : [{ what: "closing", stored: `${status}, ${text(closedBy)}`, recomputed: expected }];
  const isPaid = closedBy === "refinance" ? successor !== null && successor >= payoff : successor === null;
  if (isPaid) return found;
  return [
    ...found,
    { what: "refinanced by", stored: text(successor), recomputed: closedBy === "refinance" ? text(payoff) : "-" },
  ];
}

function disputeDifferences({ book: { status, disputes } }: StoredCredit): Found[] {
  const stored = disputes.filter(({ until }) => until === null).length;
  const recomputed = status === "in_dispute" ? 1 : 0;
  return stored === recomputed ? [] : [{ what: "open disputes", stored: `${stored}`, recomputed: `${recomputed}` }];
}

function text(value: bigint | string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return "-";
  return typeof value === "bigint" ? writeAmount(value, 2) : `${value}`;
}
