import type { AccountStatus } from "#lib/domain/account";
import type { CustomerStatus } from "#lib/domain/customer";
import { defineMachine, statesOf } from "#lib/domain/machine";
import type { ProductStatus } from "#lib/domain/product";

/** What the payment's guards ask, of the credits it touched and whose they are. */
export type PaymentFacts = {
  /** The ID of one that was refinanced, and of one that is in dispute. */
  refinancedCredit: string | null;
  disputedCredit: string | null;
  isByWinDispute: boolean;
  productStatus: ProductStatus;
  /** Of the one that it was made to, or to a credit of which. */
  accountStatus: AccountStatus | null;
  customerStatus: CustomerStatus;
};

const untouched = "no credit it touched was refinanced, nor is in dispute (but by win_dispute)";

export const paymentMachine = defineMachine<PaymentFacts>()({
  entity: "payment",
  first: "accepted",
  states: {
    accepted: { label: "Accepted", set: "automatic", meaning: "made, and applied to the outstanding balance", allows: [] },
    reversed: { label: "Reversed", set: "proactive", meaning: "returned to the user", allows: [] },
  },
  events: {
    reverse: {
      label: "Reverse",
      from: ["accepted"],
      to: "reversed",
      by: { permission: "payment:operate" },
      reasons: ["fraud", "dispute_won", "refund", "purchase_rejected", "business_rule", "returned_by_bank", "posted_in_error"],
      fourEyes: true,
      guards: [
        {
          rule: "no_refinanced_credit",
          says: untouched,
          holds: ({ refinancedCredit }) => refinancedCredit === null,
          values: ({ refinancedCredit }) => ({ credit: refinancedCredit ?? "" }),
        },
        {
          rule: "no_disputed_credit",
          says: untouched,
          holds: ({ disputedCredit, isByWinDispute }) => disputedCredit === null || isByWinDispute,
          values: ({ disputedCredit }) => ({ credit: disputedCredit ?? "" }),
        },
        {
          rule: "product_not_inactive",
          says: "product not inactive",
          holds: ({ productStatus }) => productStatus !== "inactive",
        },
        {
          rule: "account_not_canceled",
          says: "account not canceled",
          // A credit whose dispute is won owes nothing, whatever is given back of it.
          holds: ({ accountStatus, isByWinDispute }) => accountStatus !== "canceled" || isByWinDispute,
        },
        {
          rule: "customer_not_deleted",
          says: "customer not deleted",
          holds: ({ customerStatus }) => customerStatus !== "deleted",
        },
      ],
      effects: "every credit it touched is replayed; credit, account and customer are asked again",
    },
  },
});

export type PaymentStatus = keyof (typeof paymentMachine)["states"];
export const paymentStatuses = statesOf(paymentMachine);
