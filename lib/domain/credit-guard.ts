import type { Guard } from "#lib/domain/machine";
import { hasDecimals } from "#lib/domain/money";

/** The events that close a credit. */
export const closings = ["settle", "cancel", "refinance", "win_dispute"] as const;
export type Closing = (typeof closings)[number];

/** What the credit's guards ask; money is in minor units. */
export type CreditFacts = {
  /** As disbursed. */
  amountMinor: bigint;
  outstandingMinor: bigint;
  /** What this one owes on the business date: less than the outstanding by the interest to come. */
  payoffMinor: bigint;
  /** How many decimals its amounts have. */
  decimals: number;
  /** The product's closing tolerance. */
  toleranceMinor: bigint;
  /** Of the open dispute, 0n without one. */
  disputedMinor: bigint;
  hasOpenDispute: boolean;
  /** The amount typed; undefined until it is asked for. */
  givenMinor: bigint | undefined;
  /** The amount of the credit that refinances this one. */
  successorMinor: bigint | undefined;
  closedBy: Closing | null;
  /** Closed by a credit note for all of it: nothing had been paid. */
  wasNotedWhole: boolean;
};
type CreditGuard = Guard<CreditFacts>;
type Closed = Pick<CreditFacts, "closedBy" | "wasNotedWhole">;

const disputable = "0 < amount ≤ the credit's original amount";
const acceptable = "0 < accepted ≤ disputed";
const paidOff = "nothing outstanding after it: paid off to the day, or a credit note for all that is outstanding";
const stillClosed = "not after refinancing, a dispute, or a credit note for all";

const amountGuards = (amount: "amount" | "accepted", says: string): CreditGuard[] => [
  { rule: `${amount}_positive`, says, holds: ({ givenMinor }) => givenMinor === undefined || givenMinor > 0n },
  {
    rule: `${amount}_decimals`,
    says,
    holds: ({ givenMinor, decimals }) => givenMinor === undefined || hasDecimals(givenMinor, decimals),
    values: ({ decimals }) => ({ decimals }),
  },
];

export const withinTolerance: CreditGuard = {
  rule: "within_tolerance",
  says: "outstanding ≤ the product's closing tolerance",
  holds: ({ outstandingMinor, toleranceMinor }) => outstandingMinor <= toleranceMinor,
  values: ({ outstandingMinor, toleranceMinor }) => ({ outstanding: outstandingMinor, tolerance: toleranceMinor }),
};

export const nothingOutstanding: CreditGuard = {
  rule: "nothing_outstanding",
  says: paidOff,
  holds: ({ outstandingMinor, givenMinor = 0n }) => givenMinor === 0n || outstandingMinor === givenMinor,
  values: ({ outstandingMinor, givenMinor }) => ({ outstanding: outstandingMinor, given: givenMinor ?? 0n }),
};

/** Without a note, which is one of nothing. */
export const paidOrNoted: CreditGuard = {
  rule: "paid_or_noted",
  says: paidOff,
  holds: ({ outstandingMinor, givenMinor }) => givenMinor !== 0n || outstandingMinor === 0n,
  values: ({ outstandingMinor }) => ({ outstanding: outstandingMinor }),
};

export const successorCovers: CreditGuard = {
  rule: "successor_covers",
  says: "the new credit's amount covers what this one owes that day",
  holds: ({ successorMinor, payoffMinor }) => successorMinor !== undefined && successorMinor >= payoffMinor,
  values: ({ successorMinor, payoffMinor }) => ({ amount: successorMinor ?? 0n, owed: payoffMinor }),
};

export const disputeGuards: readonly CreditGuard[] = [
  ...amountGuards("amount", disputable),
  {
    rule: "amount_within_original",
    says: disputable,
    holds: ({ givenMinor, amountMinor }) => givenMinor === undefined || givenMinor <= amountMinor,
    values: ({ givenMinor, amountMinor }) => ({ given: givenMinor ?? 0n, original: amountMinor }),
  },
  { rule: "no_open_dispute", says: "no open dispute", holds: ({ hasOpenDispute }) => !hasOpenDispute },
];

export const disputedWhole: CreditGuard = {
  rule: "disputed_whole",
  says: "disputed amount = original amount",
  holds: ({ disputedMinor, amountMinor }) => disputedMinor === amountMinor,
  values: ({ disputedMinor, amountMinor }) => ({ disputed: disputedMinor, original: amountMinor }),
};

export const partGuards: readonly CreditGuard[] = [
  ...amountGuards("accepted", acceptable),
  {
    rule: "accepted_within_disputed",
    says: acceptable,
    holds: ({ givenMinor, disputedMinor }) => givenMinor === undefined || givenMinor <= disputedMinor,
    values: ({ givenMinor, disputedMinor }) => ({ given: givenMinor ?? 0n, disputed: disputedMinor }),
  },
  {
    rule: "accepted_below_original",
    says: "accepted < original",
    holds: ({ givenMinor, amountMinor }) => givenMinor === undefined || givenMinor < amountMinor,
    values: ({ givenMinor, amountMinor }) => ({ given: givenMinor ?? 0n, original: amountMinor }),
  },
];

/** What keeps a closed credit closed, whatever it owes. */
const closedGuards: readonly Guard<Closed>[] = [
  { rule: "not_refinanced", says: stillClosed, holds: ({ closedBy }) => closedBy !== "refinance" },
  { rule: "not_closed_by_dispute", says: stillClosed, holds: ({ closedBy }) => closedBy !== "win_dispute" },
  { rule: "not_noted_whole", says: stillClosed, holds: ({ wasNotedWhole }) => !wasNotedWhole },
];

export const reopenGuards: readonly CreditGuard[] = [
  {
    rule: "over_tolerance",
    says: "a reversal leaves outstanding > tolerance",
    holds: ({ outstandingMinor, toleranceMinor }) => outstandingMinor > toleranceMinor,
    values: ({ outstandingMinor, toleranceMinor }) => ({ outstanding: outstandingMinor, tolerance: toleranceMinor }),
  },
  ...closedGuards,
];

/** Whether a closed credit is active again once it owes more than its tolerance. */
export const mayReopen = (closed: Closed): boolean =>
  closed.closedBy !== null && closedGuards.every(({ holds }) => holds(closed));
