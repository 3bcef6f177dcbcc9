import { type Instalment, nothing, type Parts, sumOf, unpaidOf } from "#lib/domain/allocation";
import { feeOn } from "#lib/domain/charge";
import type { Closing } from "#lib/domain/credit-guard";
import { leastOf } from "#lib/domain/money";
import { unitOf } from "#lib/domain/offer-terms";
import type { Component } from "#lib/domain/rules";
import { upfrontFeeOf } from "#lib/domain/schedule/plan";
import type { Terms } from "#lib/domain/terms";
import type { CreditRecord } from "#lib/records";

/** The components as a table shows them. */
const inTable = ["principal", "interest", "fee", "penalty"] as const satisfies readonly Component[];

/** Those that instalments ask anything of; of principal and interest there is always a column. */
export const componentsIn = (instalments: readonly Instalment[]): Component[] =>
  inTable.filter((each) => each === "principal" || each === "interest" || instalments.some(({ due }) => due[each] > 0n));

type Whose = Pick<CreditRecord, "figures" | "closedBy" | "asOf">;

/** What an instalment still asks, and what it never will again; there is none of the one where its credit owes nothing. */
export function restOf(instalment: Instalment, { figures }: Pick<Whose, "figures">): { left: Parts; dropped: Parts } {
  const unpaid = unpaidOf(instalment);
  return figures.outstanding === 0n ? { left: nothing, dropped: unpaid } : { left: unpaid, dropped: nothing };
}

export type InstalmentState = "paid" | "past_due" | "due_today" | "due" | "closed" | (typeof endings)[Closing];

/** What the rest of an instalment came to, by how its credit was closed. */
const endings = {
  settle: "credit_note",
  cancel: "credit_note",
  refinance: "refinanced",
  win_dispute: "dispute_won",
} as const satisfies Record<Closing, string>;

/** How an instalment stands on a day, or what closed it. */
export function stateOf(instalment: Instalment, record: Whose): InstalmentState {
  const { closedBy, asOf } = record;
  if (sumOf(unpaidOf(instalment)) === 0n) return "paid";
  if (sumOf(restOf(instalment, record).left) === 0n) return closedBy === null ? "closed" : endings[closedBy];
  if (instalment.dueOn === asOf) return "due_today";
  return instalment.dueOn < asOf ? "past_due" : "due";
}

/** What is charged on an instalment besides principal and interest, by its kind; minor units. */
export type Charges = { upfront: bigint; instalment_fee: bigint; late_fee: bigint; late_interest: bigint };

/** A late fee is charged before any late interest, so that the interest is the rest of the penalty. */
export function chargesOf({ number, due }: Instalment, terms: Terms): Charges {
  const unit = unitOf(terms);
  const upfront = number === 1 ? leastOf(upfrontFeeOf(terms) * unit, due.fee) : 0n;
  const { lateFee: fee, rounding } = terms;
  const lateFee = fee === null ? 0n : leastOf(feeOn(due.principal / unit, fee, rounding) * unit, due.penalty);
  return { upfront, instalment_fee: due.fee - upfront, late_fee: lateFee, late_interest: due.penalty - lateFee };
}
