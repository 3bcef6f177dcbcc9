import type { CreditFacts } from "#lib/domain/credit-guard";
import type { PreLoanFacts } from "#lib/domain/pre-loan";
import { defaultRules } from "#lib/domain/rules";
import type { Willing } from "#tests/domain/willing/facts";

export const willingPreLoan: Willing<PreLoanFacts> = {
  facts: {
    rules: { ...defaultRules, confirmLimitMinor: 1000n, daysToClosePending: 15 },
    customerStatus: "enabled",
    isOnAccount: false,
    refinances: null,
    offerStatus: "enabled",
    productStatus: "enabled",
    payoffMinor: 900n,
    amountMinor: 1000n,
    lentMinor: 900n,
    instalments: 12,
    termsFault: null,
    amountMinMinor: 1000n,
    amountMaxMinor: 1000n,
    instalmentsMin: 12,
    instalmentsMax: 12,
    activeCredits: { offer: 0, product: 1, project: 2 },
    maxActiveCredits: { offer: 1, product: 2, project: 3 },
    daysPending: 16,
  },
  events: {
    confirm: {
      flips: {
        customer_may_borrow: { customerStatus: "disabled" },
        refinances_their_own: { refinances: { code: "K-7F3K2M", status: "active", isTheirs: false } },
        refinances_active: { refinances: { code: "K-7F3K2M", status: "paid", isTheirs: true } },
        successor_covers: { payoffMinor: 901n },
        offer_enabled: { offerStatus: "disabled" },
        product_enabled: { productStatus: "inactive" },
        amount_at_least: { amountMinMinor: 1001n },
        amount_at_most: { amountMaxMinor: 999n },
        instalments_at_least: { instalmentsMin: 13 },
        instalments_at_most: { instalmentsMax: 11 },
        terms_first_due: { termsFault: "firstDueOn" },
        terms_grace: { termsFault: "graceOnInterest" },
        terms_last_due: { termsFault: "instalments" },
        below_limit_of_offer: { activeCredits: { offer: 1, product: 1, project: 2 } },
        below_limit_of_product: { activeCredits: { offer: 0, product: 2, project: 2 } },
        below_limit_of_project: { activeCredits: { offer: 0, product: 1, project: 3 } },
      },
    },
    reject: { flips: { pending_too_long: { daysPending: 15 } } },
  },
};

export const willingCredit: Willing<CreditFacts> = {
  facts: {
    amountMinor: 1000n,
    outstandingMinor: 500n,
    payoffMinor: 450n,
    decimals: 2,
    toleranceMinor: 10n,
    disputedMinor: 1000n,
    hasOpenDispute: false,
    givenMinor: 500n,
    successorMinor: 450n,
    closedBy: "settle",
    wasNotedWhole: false,
  },
  events: {
    settle: { facts: { outstandingMinor: 10n }, flips: { within_tolerance: { outstandingMinor: 11n } } },
    cancel: { flips: { paid_or_noted: { givenMinor: 0n }, nothing_outstanding: { givenMinor: 499n } } },
    refinance: { flips: { successor_covers: { successorMinor: 449n } } },
    dispute: {
      flips: {
        amount_positive: { givenMinor: 0n },
        amount_decimals: { givenMinor: 550n, decimals: 0 },
        amount_within_original: { givenMinor: 1001n },
        no_open_dispute: { hasOpenDispute: true },
      },
    },
    win_dispute: { flips: { disputed_whole: { disputedMinor: 999n } } },
    win_dispute_in_part: {
      flips: {
        accepted_positive: { givenMinor: 0n },
        accepted_decimals: { givenMinor: 550n, decimals: 0 },
        accepted_within_disputed: { disputedMinor: 499n },
        accepted_below_original: { givenMinor: 1000n },
      },
    },
    reopen: {
      facts: { outstandingMinor: 11n },
      flips: {
        over_tolerance: { outstandingMinor: 10n },
        not_refinanced: { closedBy: "refinance" },
        not_closed_by_dispute: { closedBy: "win_dispute" },
        not_noted_whole: { wasNotedWhole: true },
      },
    },
  },
};
