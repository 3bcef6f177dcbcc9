import { amountFaults } from "#lib/amount/typed";
import type { Refusable } from "#lib/form/refused";

/** The forms that make a payment or a promise, and those that resolve a row of a bank's file. */
export const payingForm: Refusable = {
  words: "paying_refusal",
  entity: "pre_payment",
  fields: {
    ...Object.fromEntries(amountFaults.map((fault) => [fault, "amount"])),
    amount_missing: "amount",
    amount_zero: "amount",
    amount_decimals: "amount",
    payoff_differs: "amount",
    day_missing: "day",
    day_wrong: "day",
    day_too_early: "day",
    day_too_late: "day",
    day_passed: "day",
    payoff_of_account: "payoff",
    payoff_closed: "payoff",
    target_missing: "of",
    target_unknown: "of",
    target_closed: "of",
    target_stopped: "of",
    target_none: "of",
    row_too_early: "of",
    row_decimals: "of",
    dismissal_missing: "dismissal",
    amount_beyond_owed: "amount",
  },
  isOfTyping: (rule) => rule !== "key_reused" && rule !== "row_over",
};
