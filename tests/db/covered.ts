import { expect } from "vitest";
import { db } from "#db/client";
import { transitions } from "#db/schema/transition";

const ofCards = ["activate", "suspend", "resume", "block", "unblock", "report_lost", "report_stolen", "cancel"];

/** The events that each test of effects makes for real; together they are all there are. */
export const covered = {
  account: [
    ...["account.suspend", "account.reinstate", "account.cancel", "pre_payment.confirm", "credit.settle", "customer.disable"],
    ...ofCards.map((event) => `card.${event}`),
  ],
  catalogue: [
    ...["product.deactivate", "product.reactivate", "offer.activate", "offer.disable", "offer.enable"],
    ...["promise.withdraw", "customer.enable"],
  ],
  credit: ["pre_loan.confirm", "pre_loan.reject", "credit.cancel", "credit.refinance", "customer.disable"],
  customer: [
    ...["register", "disable", "enable", "block", "unblock", "delete"].map((event) => `customer.${event}`),
    "credit.cancel",
  ],
  dispute: [
    ...["credit.dispute", "credit.lose_dispute", "credit.win_dispute", "credit.win_dispute_in_part", "credit.settle"],
    ...["payment.reverse", "pre_payment.confirm", "credit.reopen", "customer.disable"],
  ],
  payment: ["pre_payment.confirm", "pre_payment.reject", "credit.settle"],
  promise: ["promise.keep", "promise.break", "promise.withdraw", "pre_payment.confirm", "payment.reverse", "credit.settle"],
  reversal: [
    ...["payment.reverse", "credit.reopen", "credit.settle", "credit.cancel", "pre_payment.confirm", "promise.keep"],
    ...["customer.disable", "customer.enable", "pre_loan.confirm", "credit.refinance"],
  ],
};

/** Every event that was made in the test's own database. */
export async function expectCovered(test: keyof typeof covered): Promise<void> {
  const made = await db.selectDistinct({ entity: transitions.entity, event: transitions.event }).from(transitions);
  expect(made.map(({ entity, event }) => `${entity}.${event}`).toSorted()).toEqual(covered[test].toSorted());
}
