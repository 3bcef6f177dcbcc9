import { defineMachine, statesOf } from "#lib/domain/machine";

/** What the account's guards ask; money is in minor units. */
export type AccountFacts = {
  debtMinor: bigint;
  creditBalanceMinor: bigint;
  pendingAuthorizations: number;
  openDisputes: number;
  hasUnmetMinimum: boolean;
  isHeld: boolean;
};

export const accountMachine = defineMachine<AccountFacts>()({
  entity: "account",
  first: "active",
  states: {
    active: {
      label: "Active",
      set: "automatic",
      meaning: "created and enabled",
      allows: ["transactions", "payments", "charges", "promises"],
    },
    suspended: {
      label: "Suspended",
      set: "automatic",
      meaning: "the minimum payment of a cycle was not met",
      allows: ["payments", "charges", "promises"],
    },
    canceled: { label: "Canceled", set: "proactive", meaning: "canceled, data kept", allows: [] },
  },
  events: {
    suspend: {
      label: "Suspend",
      from: ["active"],
      to: "suspended",
      by: { permission: "account:operate", system: "a minimum payment not met suspend_grace_days after its due day" },
      reasons: ["fraud", "holder_request", "other"],
      effects: "by an operator: a hold",
    },
    reinstate: {
      label: "Reinstate",
      from: ["suspended"],
      to: "active",
      by: { permission: "account:operate", system: "once every due minimum is met" },
      reasons: ["cured", "mistake", "other"],
      guards: [
        { rule: "no_unmet_minimum", says: "no unmet minimum", holds: ({ hasUnmetMinimum }) => !hasUnmetMinimum },
        { rule: "no_hold", says: "by the system: no hold", only: "system", holds: ({ isHeld }) => !isHeld },
      ],
      effects: "the hold is lifted",
    },
    cancel: {
      label: "Cancel",
      from: ["active", "suspended"],
      to: "canceled",
      by: { permission: "account:operate" },
      reasons: ["holder_request", "closed_by_issuer", "deceased", "other"],
      fourEyes: true,
      isTyped: true,
      guards: [
        {
          rule: "no_debt",
          says: "no debt",
          holds: ({ debtMinor }) => debtMinor <= 0n,
          values: ({ debtMinor }) => ({ debt: debtMinor }),
        },
        {
          rule: "no_credit_balance",
          says: "no credit balance (Refund, 4E with a reference, empties it)",
          holds: ({ creditBalanceMinor }) => creditBalanceMinor === 0n,
          values: ({ creditBalanceMinor }) => ({ balance: creditBalanceMinor }),
        },
        {
          rule: "no_pending_authorization",
          says: "no pending authorization",
          holds: ({ pendingAuthorizations }) => pendingAuthorizations === 0,
          values: ({ pendingAuthorizations }) => ({ count: pendingAuthorizations }),
        },
        {
          rule: "no_open_dispute",
          says: "no open dispute",
          holds: ({ openDisputes }) => openDisputes === 0,
          values: ({ openDisputes }) => ({ count: openDisputes }),
        },
      ],
      effects: "its cards are canceled",
    },
  },
});

export type AccountStatus = keyof (typeof accountMachine)["states"];
export const accountStatuses = statesOf(accountMachine);
