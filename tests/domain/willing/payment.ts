import type { Day } from "#lib/domain/day";
import type { PaymentFacts } from "#lib/domain/payment";
import type { PrePaymentFacts } from "#lib/domain/pre-payment";
import type { PromiseFacts } from "#lib/domain/promise";
import type { Willing } from "#tests/domain/willing/facts";

const yesterday = "2026-11-21" as Day;
const today = "2026-11-22" as Day;
const tomorrow = "2026-11-23" as Day;

export const willingPrePayment: Willing<PrePaymentFacts> = {
  facts: {
    creditStatus: "active",
    accountStatus: null,
    productStatus: "enabled",
    customerStatus: "disabled",
    channel: "platform",
    amountMinor: 600n,
    owedMinor: 500n,
    overpaymentLimitMinor: 100n,
    datedOn: today,
    businessDate: today,
  },
  events: {
    confirm: {
      flips: {
        credit_active: { creditStatus: "in_dispute" },
        account_not_canceled: { creditStatus: null, accountStatus: "canceled" },
        product_not_inactive: { productStatus: "inactive" },
        channel_allowed: { customerStatus: "blocked" },
        amount_positive: { amountMinor: 0n },
        amount_within_owed: { amountMinor: 601n },
        not_dated_ahead: { datedOn: tomorrow },
      },
    },
  },
};

export const willingPayment: Willing<PaymentFacts> = {
  facts: {
    refinancedCredit: null,
    disputedCredit: null,
    isByWinDispute: false,
    productStatus: "enabled",
    accountStatus: "suspended",
    customerStatus: "blocked",
  },
  events: {
    reverse: {
      flips: {
        no_refinanced_credit: { refinancedCredit: "K-7F3K2M" },
        no_disputed_credit: { disputedCredit: "K-7F3K2M" },
        product_not_inactive: { productStatus: "inactive" },
        account_not_canceled: { accountStatus: "canceled" },
        customer_not_deleted: { customerStatus: "deleted" },
      },
    },
  },
};

export const willingPromise: Willing<PromiseFacts> = {
  facts: { paidMinor: 100n, amountMinor: 100n, dueOn: yesterday, businessDate: today, productStatus: "enabled" },
  events: {
    keep: { flips: { amount_reached: { paidMinor: 99n } } },
    break: { flips: { day_passed: { dueOn: today }, product_not_inactive: { productStatus: "inactive" } } },
  },
};
