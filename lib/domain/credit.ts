import {
  type CreditFacts,
  disputedWhole,
  disputeGuards,
  nothingOutstanding,
  paidOrNoted,
  partGuards,
  reopenGuards,
  successorCovers,
  withinTolerance,
} from "#lib/domain/credit-guard";
import { defineMachine, statesOf } from "#lib/domain/machine";

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
      guards: [paidOrNoted, nothingOutstanding],
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

/** Those in which a credit may still owe. */
export const openCreditStatuses = ["active", "in_dispute"] as const satisfies CreditStatus[];
export const isOpenCredit = (status: CreditStatus): boolean => (openCreditStatuses as readonly CreditStatus[]).includes(status);
