import type { AccountFacts } from "#lib/domain/account";
import type { CardFacts } from "#lib/domain/card";
import type { Willing } from "#tests/domain/willing/facts";

export const willingAccount: Willing<AccountFacts> = {
  facts: {
    debtMinor: 0n,
    creditBalanceMinor: 0n,
    pendingAuthorizations: 0,
    openDisputes: 0,
    hasUnmetMinimum: false,
    isHeld: false,
  },
  events: {
    reinstate: { flips: { no_unmet_minimum: { hasUnmetMinimum: true }, no_hold: { isHeld: true } } },
    cancel: {
      flips: {
        no_debt: { debtMinor: 1n },
        no_credit_balance: { creditBalanceMinor: 1n },
        no_pending_authorization: { pendingAuthorizations: 1 },
        no_open_dispute: { openDisputes: 1 },
      },
    },
  },
};

const accountSuspended = { flips: { account_active: { accountStatus: "suspended" } } } as const;

export const willingCard: Willing<CardFacts> = {
  facts: { accountStatus: "active", debtMinor: 0n, creditBalanceMinor: 0n },
  events: {
    activate: accountSuspended,
    resume: accountSuspended,
    unblock: accountSuspended,
    cancel: { flips: { no_debt: { debtMinor: 1n }, no_credit_balance: { creditBalanceMinor: 1n } } },
  },
};
