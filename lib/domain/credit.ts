import { defineMachine, type Guard, statesOf } from "#lib/domain/machine";
import { hasDecimals } from "#lib/domain/money";

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
  closedBy: "settle" | "cancel" | "refinance" | "win_dispute" | null;
  /** Closed by a credit note for all of it. */
  wasNotedWhole: boolean;
};
type CreditGuard = Guard<CreditFacts>;

const disputable = "0 < amount ≤ the credit's original amount";
const acceptable = "0 < accepted ≤ disputed";
const stillClosed = "not after refinancing, a dispute, or a credit note for all";

const amountPositive = (rule: string, says: string): CreditGuard => ({
  rule,
  says,
  holds: ({ givenMinor }) => givenMinor === undefined || givenMinor > 0n,
});

const amountDecimals = (rule: string, says: string): CreditGuard => ({
  rule,
  says,
  holds: ({ givenMinor, decimals }) => givenMinor === undefined || hasDecimals(givenMinor, decimals),
  values: ({ decimals }) => ({ decimals }),
});

const withinTolerance: CreditGuard = {
  rule: "within_tolerance",
  says: "outstanding ≤ the product's closing tolerance",
  holds: ({ outstandingMinor, toleranceMinor }) => outstandingMinor <= toleranceMinor,
  values: ({ outstandingMinor, toleranceMinor }) => ({ outstanding: outstandingMinor, tolerance: toleranceMinor }),
};

const nothingOutstanding: CreditGuard = {
  rule: "nothing_outstanding",
  says: "nothing outstanding after it: paid off to the day, or a credit note for all that is outstanding",
  holds: ({ outstandingMinor, givenMinor }) => givenMinor === undefined || outstandingMinor === givenMinor,
  values: ({ outstandingMinor, givenMinor }) => ({ outstanding: outstandingMinor, given: givenMinor ?? 0n }),
};

const successorCovers: CreditGuard = {
  rule: "successor_covers",
  says: "the new credit's amount covers what this one owes that day",
  holds: ({ successorMinor, payoffMinor }) => successorMinor !== undefined && successorMinor >= payoffMinor,
  values: ({ successorMinor, payoffMinor }) => ({ amount: successorMinor ?? 0n, owed: payoffMinor }),
};

const disputeGuards: readonly CreditGuard[] = [
  amountPositive("amount_positive", disputable),
  amountDecimals("amount_decimals", disputable),
  {
    rule: "amount_within_original",
    says: disputable,
    holds: ({ givenMinor, amountMinor }) => givenMinor === undefined || givenMinor <= amountMinor,
    values: ({ givenMinor, amountMinor }) => ({ given: givenMinor ?? 0n, original: amountMinor }),
  },
  { rule: "no_open_dispute", says: "no open dispute", holds: ({ hasOpenDispute }) => !hasOpenDispute },
];

const disputedWhole: CreditGuard = {
  rule: "disputed_whole",
  says: "disputed amount = original amount",
  holds: ({ disputedMinor, amountMinor }) => disputedMinor === amountMinor,
  values: ({ disputedMinor, amountMinor }) => ({ disputed: disputedMinor, original: amountMinor }),
};

const partGuards: readonly CreditGuard[] = [
  amountPositive("accepted_positive", acceptable),
  amountDecimals("accepted_decimals", acceptable),
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

const reopenGuards: readonly CreditGuard[] = [
  {
    rule: "over_tolerance",
    says: "a reversal leaves outstanding > tolerance",
    holds: ({ outstandingMinor, toleranceMinor }) => outstandingMinor > toleranceMinor,
    values: ({ outstandingMinor, toleranceMinor }) => ({ outstanding: outstandingMinor, tolerance: toleranceMinor }),
  },
  { rule: "not_refinanced", says: stillClosed, holds: ({ closedBy }) => closedBy !== "refinance" },
  { rule: "not_closed_by_dispute", says: stillClosed, holds: ({ closedBy }) => closedBy !== "win_dispute" },
  { rule: "not_noted_whole", says: stillClosed, holds: ({ wasNotedWhole }) => !wasNotedWhole },
];

export const creditMachine = defineMachine<CreditFacts>()({
  entity: "credit",
  first: "active",
  states: {
    active: { label: "Active", set: "automatic", meaning: "disbursed", allows: ["payments automatic and voluntary"] },
    in_dispute: {
      label: "In Dispute",
      set: "proactive",
      meaning: "a transaction or charge is disputed by the customer",
      allows: [],
    },
    paid: { label: "Paid", set: "automatic", meaning: "the repayment plan is completed", allows: [] },
    cancelled: {
      label: "Cancelled",
      set: "proactive",
      meaning: "paid off; no interest or fee is incurred any more",
      allows: [],
    },
  },
  events: {
    settle: {
      label: "Settle",
      from: ["active"],
      to: "paid",
      by: { system: "" },
      guards: [withinTolerance],
      effects: "a credit note for the rest",
    },
    cancel: {
      label: "Cancel",
      from: ["active"],
      to: "cancelled",
      by: { permission: "credit:operate" },
      reasons: ["early_payoff", "purchase_returned", "other"],
      fourEyes: { when: "when a credit note is needed", holds: ({ outstandingMinor }) => outstandingMinor > 0n },
      asks: ["credit_note"],
      guards: [nothingOutstanding],
      effects: "later interest and fees are dropped",
    },
    refinance: {
      label: "Refinance",
      from: ["active"],
      to: "cancelled",
      by: { system: "with the confirm of the pre-loan that refinances it" },
      reasons: ["refinanced"],
      guards: [successorCovers],
      effects:
        "linked both ways; if it was delinquent, the new one counts as delinquent for eligibility until its first instalment is paid",
    },
    dispute: {
      label: "Dispute",
      from: ["active", "paid"],
      to: "in_dispute",
      by: { permission: "credit:operate" },
      reasons: ["unrecognised", "duplicate", "not_received", "wrong_amount", "other"],
      asks: ["amount"],
      guards: disputeGuards,
      effects: "interest, fees and delinquent days stand still; while open a delinquent one still counts against eligibility",
    },
    lose_dispute: {
      label: "Decide against the customer",
      from: ["in_dispute"],
      to: "active",
      by: { permission: "credit:operate" },
      effects: "what stood still applies again; a credit with nothing left settles at once",
    },
    win_dispute: {
      label: "Decide for the customer",
      from: ["in_dispute"],
      to: "cancelled",
      by: { permission: "credit:operate" },
      fourEyes: true,
      guards: [disputedWhole],
      effects:
        "outstanding written back; payments to this credit reversed with dispute_won (of an account's payment only the part on this credit; it becomes credit balance)",
    },
    win_dispute_in_part: {
      label: "Decide for the customer in part",
      from: ["in_dispute"],
      to: "active",
      by: { permission: "credit:operate" },
      fourEyes: true,
      asks: ["amount"],
      guards: partGuards,
      effects: "principal lowered that day; number and due days kept; too much paid becomes credit balance",
    },
    reopen: {
      label: "Reopen",
      from: ["paid", "cancelled"],
      to: "active",
      by: { system: "" },
      guards: reopenGuards,
      effects: "the closing credit note is taken back",
    },
  },
});

export type CreditStatus = keyof (typeof creditMachine)["states"];
export const creditStatuses = statesOf(creditMachine);
