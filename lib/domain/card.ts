import { type AccountStatus, accountMachine } from "#lib/domain/account";
import { allows, defineMachine, type Guard, statesOf } from "#lib/domain/machine";

/** What the card's guards ask; money is in minor units, and of this card alone. */
export type CardFacts = { accountStatus: AccountStatus; debtMinor: bigint; creditBalanceMinor: bigint };

const accountActive: Guard<CardFacts> = {
  rule: "account_active",
  says: "account active",
  holds: ({ accountStatus }) => allows(accountMachine, accountStatus, "transactions"),
  values: ({ accountStatus }) => ({ accountState: accountStatus }),
};

const afterwards = ["payments", "charges", "promises"] as const;
const reported = ["reported_by_holder", "reported_by_police", "other"] as const;

export const cardMachine = defineMachine<CardFacts>()({
  entity: "card",
  first: "default",
  states: {
    default: { label: "Default", set: "automatic", meaning: "inactive, stored", allows: [] },
    active: {
      label: "Active",
      set: "proactive",
      meaning: "activated",
      allows: ["transactions, while its account is active"],
    },
    suspended: { label: "Suspended", set: "proactive", meaning: "suspended on the platform", allows: afterwards },
    blocked: { label: "Blocked", set: "proactive", meaning: "blocked from the app or the endpoint", allows: afterwards },
    stolen: { label: "Stolen", set: "proactive", meaning: "reported stolen", allows: afterwards },
    lost: { label: "Lost", set: "proactive", meaning: "reported lost", allows: afterwards },
    canceled: { label: "Canceled", set: "proactive", meaning: "canceled; no interest, no further charge", allows: [] },
  },
  events: {
    activate: {
      label: "Activate",
      from: ["default"],
      to: "active",
      by: { permission: "card:operate", service: true },
      reasons: ["first_use", "replacement"],
      guards: [accountActive],
    },
    suspend: {
      label: "Suspend",
      from: ["active"],
      to: "suspended",
      by: { permission: "card:operate" },
      reasons: ["risk_review", "other"],
    },
    resume: {
      label: "Resume",
      from: ["suspended"],
      to: "active",
      by: { permission: "card:operate" },
      reasons: ["review_closed", "other"],
      guards: [accountActive],
    },
    block: {
      label: "Block",
      from: ["active"],
      to: "blocked",
      by: { permission: "card:report", service: true },
      reasons: ["holder_request", "suspicious_activity", "other"],
    },
    unblock: {
      label: "Unblock",
      from: ["blocked"],
      to: "active",
      by: { permission: "card:operate", service: true },
      reasons: ["holder_request", "mistake", "other"],
      guards: [accountActive],
    },
    report_lost: {
      label: "Report lost",
      from: ["default", "active", "suspended", "blocked"],
      to: "lost",
      by: { permission: "card:report", service: true },
      reasons: reported,
    },
    report_stolen: {
      label: "Report stolen",
      from: ["default", "active", "suspended", "blocked", "lost"],
      to: "stolen",
      by: { permission: "card:report", service: true },
      reasons: reported,
    },
    cancel: {
      label: "Cancel",
      from: ["default", "active", "suspended", "blocked", "lost", "stolen"],
      to: "canceled",
      by: { permission: "card:operate", system: "with its account" },
      reasons: ["holder_request", "replaced", "expired", "closed_by_issuer", "account_canceled", "other"],
      guards: [
        {
          rule: "no_debt",
          says: "no debt on it",
          holds: ({ debtMinor }) => debtMinor <= 0n,
          values: ({ debtMinor }) => ({ debt: debtMinor }),
        },
        {
          rule: "no_credit_balance",
          says: "no credit balance",
          holds: ({ creditBalanceMinor }) => creditBalanceMinor === 0n,
          values: ({ creditBalanceMinor }) => ({ balance: creditBalanceMinor }),
        },
      ],
    },
  },
});

export type CardStatus = keyof (typeof cardMachine)["states"];
export const cardStatuses = statesOf(cardMachine);
export type CardEvent = keyof (typeof cardMachine)["events"];
