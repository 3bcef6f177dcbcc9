import { type AccountStatus, accountMachine } from "#lib/domain/account";
import { type CreditStatus, creditMachine } from "#lib/domain/credit";
import { type CustomerStatus, customerMachine } from "#lib/domain/customer";
import type { Day } from "#lib/domain/day";
import { allows, defineMachine, type Guard, statesOf } from "#lib/domain/machine";
import type { ProductStatus } from "#lib/domain/product";

export const paymentTypes = ["automatic", "voluntary"] as const;
export type PaymentType = (typeof paymentTypes)[number];
export const channels = ["platform", "external"] as const;
export type Channel = (typeof channels)[number];

/** What the pre-payment's guards ask; it is to a credit or to an account, and the other is null. Money is in minor units. */
export type PrePaymentFacts = {
  creditStatus: CreditStatus | null;
  accountStatus: AccountStatus | null;
  productStatus: ProductStatus;
  customerStatus: CustomerStatus;
  channel: Channel;
  amountMinor: bigint;
  owedMinor: bigint;
  overpaymentLimitMinor: bigint;
  datedOn: Day;
  businessDate: Day;
};

const payable = "the credit active, or the account active or suspended";
const amountWithin = "amount > 0 and ≤ what is owed plus overpayment_limit";

const confirmGuards: readonly Guard<PrePaymentFacts>[] = [
  {
    rule: "credit_active",
    says: payable,
    holds: ({ creditStatus }) => creditStatus === null || allows(creditMachine, creditStatus, "payments automatic and voluntary"),
    values: ({ creditStatus }) => ({ creditState: creditStatus ?? "" }),
  },
  {
    rule: "account_not_canceled",
    says: payable,
    holds: ({ accountStatus }) => accountStatus === null || allows(accountMachine, accountStatus, "payments"),
  },
  {
    rule: "product_not_inactive",
    says: "product not inactive",
    holds: ({ productStatus }) => productStatus !== "inactive",
  },
  {
    rule: "channel_allowed",
    says: "the customer's state allows the channel",
    holds: ({ customerStatus, channel }) =>
      allows(customerMachine, customerStatus, "payments automatic and voluntary") ||
      (channel === "external" && allows(customerMachine, customerStatus, "payments outside the platform only")),
    values: ({ customerStatus, channel }) => ({ customerState: customerStatus, channel }),
  },
  {
    rule: "amount_positive",
    says: amountWithin,
    holds: ({ amountMinor }) => amountMinor > 0n,
  },
  {
    rule: "amount_within_owed",
    says: amountWithin,
    holds: ({ amountMinor, owedMinor, overpaymentLimitMinor }) => amountMinor <= owedMinor + overpaymentLimitMinor,
    values: ({ amountMinor, owedMinor, overpaymentLimitMinor }) => ({
      amount: amountMinor,
      owed: owedMinor,
      limit: owedMinor + overpaymentLimitMinor,
    }),
  },
  {
    rule: "not_dated_ahead",
    says: "not dated after the business date",
    holds: ({ datedOn, businessDate }) => datedOn <= businessDate,
    values: ({ datedOn, businessDate }) => ({ datedOn, businessDate }),
  },
];

export const prePaymentMachine = defineMachine<PrePaymentFacts>()({
  entity: "pre_payment",
  first: "pending",
  states: {
    pending: { label: "Pending", set: "automatic", meaning: "announced, not confirmed", allows: [] },
    rejected: { label: "Rejected", set: "proactive", meaning: "not approved; the process ends", allows: [] },
    completed: { label: "Completed", set: "proactive", meaning: "confirmed: it became an accepted payment", allows: [] },
  },
  events: {
    confirm: {
      label: "Confirm",
      from: ["pending"],
      to: "completed",
      by: { permission: "payment:operate", system: "by a bank file" },
      guards: confirmGuards,
      effects: "a payment is accepted and allocated",
    },
    reject: {
      label: "Reject",
      from: ["pending"],
      to: "rejected",
      by: { permission: "payment:operate" },
      reasons: ["insufficient_funds", "declined", "duplicate", "holder_withdrew", "other"],
    },
  },
});

export type PrePaymentStatus = keyof (typeof prePaymentMachine)["states"];
export const prePaymentStatuses = statesOf(prePaymentMachine);
