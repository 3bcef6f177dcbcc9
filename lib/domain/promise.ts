import type { Day } from "#lib/domain/day";
import { defineMachine, statesOf } from "#lib/domain/machine";
import type { ProductStatus } from "#lib/domain/product";

/** What the promise's guards ask; money is in minor units. */
export type PromiseFacts = {
  /** By payments accepted since it was made. */
  paidMinor: bigint;
  amountMinor: bigint;
  dueOn: Day;
  businessDate: Day;
  productStatus: ProductStatus;
};

export const promiseMachine = defineMachine<PromiseFacts>()({
  entity: "promise",
  first: "open",
  states: {
    open: { label: "Open", set: "automatic", meaning: "promised", allows: [] },
    kept: { label: "Kept", set: "automatic", meaning: "paid in full by its day", allows: [] },
    broken: { label: "Broken", set: "automatic", meaning: "its day passed unpaid", allows: [] },
    withdrawn: { label: "Withdrawn", set: "proactive", meaning: "taken back", allows: [] },
  },
  events: {
    keep: {
      label: "Keep",
      from: ["open"],
      to: "kept",
      by: { system: "" },
      guards: [
        {
          rule: "amount_reached",
          says: "accepted payments since it was made reach its amount",
          holds: ({ paidMinor, amountMinor }) => paidMinor >= amountMinor,
          values: ({ paidMinor, amountMinor }) => ({ paid: paidMinor, amount: amountMinor }),
        },
      ],
    },
    break: {
      label: "Break",
      from: ["open"],
      to: "broken",
      by: { system: "" },
      guards: [
        {
          rule: "day_passed",
          says: "its day is before the business date",
          holds: ({ dueOn, businessDate }) => dueOn < businessDate,
          values: ({ dueOn, businessDate }) => ({ dueOn, businessDate }),
        },
        {
          rule: "product_not_inactive",
          says: "the product not inactive",
          holds: ({ productStatus }) => productStatus !== "inactive",
        },
      ],
    },
    withdraw: {
      label: "Withdraw",
      from: ["open"],
      to: "withdrawn",
      by: { permission: "promise:operate" },
      reasons: ["replaced", "mistake", "other"],
    },
  },
});

export type PromiseStatus = keyof (typeof promiseMachine)["states"];
export const promiseStatuses = statesOf(promiseMachine);
