import type { CustomerFacts } from "#lib/domain/customer";
import { requirements } from "#lib/domain/requirement";
import { defaultRules } from "#lib/domain/rules";
import type { Willing } from "#tests/domain/willing/facts";

export const willingCustomer: Willing<CustomerFacts> = {
  facts: {
    rules: { ...defaultRules, requirements, blockAfterDays: 90 },
    missing: [],
    delinquentDays: 0,
    delinquentCredit: "",
    isOnlyInherited: false,
    openViolations: 0,
    openFraud: 0,
    isHeld: false,
    activeCredits: 0,
    disputedCredits: 0,
    pendingPreLoans: 0,
    pendingPrePayments: 0,
    openAccounts: 0,
  },
  events: {
    register: { flips: Object.fromEntries(requirements.map((each) => [`requirement_${each}`, { missing: [each] }])) },
    enable: {
      flips: {
        no_delinquent_credit: { delinquentDays: 1, delinquentCredit: "K-7F3K2M" },
        no_inherited_delinquency: { delinquentDays: 1, delinquentCredit: "K-7F3K2M", isOnlyInherited: true },
        no_open_violation: { openViolations: 1 },
        no_hold: { isHeld: true },
      },
    },
    unblock: {
      facts: { delinquentDays: 89 },
      flips: {
        below_block_after_days: { delinquentDays: 90, delinquentCredit: "K-7F3K2M" },
        inherited_below_block_after_days: {
          ...{ rules: { ...defaultRules, blockAfterDays: 1 }, delinquentDays: 1, delinquentCredit: "K-7F3K2M" },
          isOnlyInherited: true,
        },
        no_open_fraud: { openFraud: 1 },
      },
    },
    delete: {
      flips: {
        no_active_credit: { activeCredits: 1 },
        no_disputed_credit: { disputedCredits: 1 },
        no_pending_pre_loan: { pendingPreLoans: 1 },
        no_pending_pre_payment: { pendingPrePayments: 1 },
        every_account_canceled: { openAccounts: 1 },
      },
    },
  },
};
