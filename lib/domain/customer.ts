import { defineMachine, type Guard, statesOf } from "#lib/domain/machine";
import { alwaysRequired, type Requirement, requirements } from "#lib/domain/requirement";
import { isRequired, type Rules } from "#lib/domain/rules";

/** What the customer's guards ask; counts are of this customer's records. */
export type CustomerFacts = {
  rules: Rules;
  missing: readonly Requirement[];
  /** Of the worst credit, and its ID; 0 and "" without one. */
  delinquentDays: number;
  delinquentCredit: string;
  /** Whether it only counts as delinquent for the one it refinanced. */
  isOnlyInherited: boolean;
  openViolations: number;
  openFraud: number;
  isHeld: boolean;
  activeCredits: number;
  disputedCredits: number;
  pendingPreLoans: number;
  pendingPrePayments: number;
  openAccounts: number;
};

const requirementGuard = (requirement: Requirement): Guard<CustomerFacts> => ({
  rule: `requirement_${requirement}`,
  says: alwaysRequired.includes(requirement)
    ? requirement.replaceAll("_", " ")
    : "every other requirement of the project, each missing one named",
  holds: ({ rules, missing }) => !isRequired(rules, requirement) || !missing.includes(requirement),
});

const delinquencyGuards: readonly Guard<CustomerFacts>[] = [
  {
    rule: "no_delinquent_credit",
    says: "no delinquent credit",
    holds: ({ delinquentDays, isOnlyInherited }) => delinquentDays === 0 || isOnlyInherited,
    values: ({ delinquentDays, delinquentCredit }) => ({ days: delinquentDays, credit: delinquentCredit }),
  },
  {
    rule: "no_inherited_delinquency",
    says: "no delinquent credit",
    holds: ({ isOnlyInherited }) => !isOnlyInherited,
    values: ({ delinquentCredit }) => ({ credit: delinquentCredit }),
  },
];

const blocks = ({ rules, delinquentDays }: CustomerFacts) => delinquentDays >= rules.blockAfterDays;

const blockingGuards: readonly Guard<CustomerFacts>[] = [
  {
    rule: "below_block_after_days",
    says: "delinquent days below block_after_days",
    holds: (facts) => facts.isOnlyInherited || !blocks(facts),
    values: ({ rules, delinquentDays, delinquentCredit }) => ({
      days: delinquentDays,
      limit: rules.blockAfterDays,
      credit: delinquentCredit,
    }),
  },
  {
    rule: "inherited_below_block_after_days",
    says: "delinquent days below block_after_days",
    holds: (facts) => !facts.isOnlyInherited || !blocks(facts),
    values: ({ delinquentCredit }) => ({ credit: delinquentCredit }),
  },
];

const none = (
  rule: string,
  says: string,
  field: { [Key in keyof CustomerFacts]: CustomerFacts[Key] extends number ? Key : never }[keyof CustomerFacts],
): Guard<CustomerFacts> => ({ rule, says, holds: (facts) => facts[field] === 0, values: (facts) => ({ count: facts[field] }) });

export const customerMachine = defineMachine<CustomerFacts>()({
  entity: "customer",
  first: "unregistered",
  states: {
    unregistered: {
      label: "Unregistered",
      set: "automatic",
      meaning: "has not completed registration: a pre-customer",
      allows: ["finish registration"],
    },
    enabled: {
      label: "Enabled",
      set: "proactive",
      meaning: "eligible for credit: no arrears, no violation of a business rule",
      allows: ["payments automatic and voluntary", "request credit"],
    },
    disabled: {
      label: "Disabled",
      set: "automatic",
      meaning: "at least one delinquent credit, or a violation of a business rule",
      allows: ["payments automatic and voluntary"],
    },
    blocked: {
      label: "Blocked",
      set: "automatic",
      meaning: "may not request credit; data stays stored and consultable",
      allows: ["payments outside the platform only"],
    },
    deleted: {
      label: "Deleted",
      set: "proactive",
      meaning: "names and surnames, phone, e-mail, address, national ID obfuscated for ever",
      allows: [],
    },
  },
  events: {
    register: {
      label: "Complete registration",
      from: ["unregistered"],
      to: "enabled",
      by: { permission: "customer:operate", system: "when the last requirement is met" },
      guards: requirements.map(requirementGuard),
      effects: "registered_at",
    },
    disable: {
      label: "Disable",
      from: ["enabled"],
      to: "disabled",
      by: { permission: "customer:operate", system: "delinquent days of a credit ≥ disable_after_days, or an open violation" },
      reasons: ["business_rule_violation", "suspected_fraud", "holder_request", "other"],
      effects: "by an operator: a hold",
    },
    enable: {
      label: "Enable",
      from: ["disabled"],
      to: "enabled",
      by: { permission: "customer:operate", system: "when cured, if enable_on_cure" },
      reasons: ["cured", "violation_resolved", "mistake", "other"],
      guards: [
        ...delinquencyGuards,
        none("no_open_violation", "no open violation", "openViolations"),
        { rule: "no_hold", says: "by the system: no hold", only: "system", holds: ({ isHeld }) => !isHeld },
      ],
      effects: "the hold is lifted",
    },
    block: {
      label: "Block",
      from: ["enabled", "disabled"],
      to: "blocked",
      by: { permission: "customer:block", system: "delinquent days ≥ block_after_days, or an open violation marked fraud" },
      reasons: ["fraud", "legal_order", "other"],
      effects: "scheduled debits stop",
    },
    unblock: {
      label: "Unblock",
      from: ["blocked"],
      to: "disabled",
      by: { permission: "customer:block" },
      reasons: ["resolved", "mistake", "other"],
      guards: [...blockingGuards, none("no_open_fraud", "no open fraud violation", "openFraud")],
      effects: "eligibility is asked at once: an eligible customer ends enabled",
    },
    delete: {
      label: "Delete",
      from: ["unregistered", "enabled", "disabled", "blocked"],
      to: "deleted",
      by: { permission: "customer:delete" },
      reasons: ["holder_request", "legal_order", "duplicate", "other"],
      fourEyes: true,
      isTyped: true,
      guards: [
        none("no_active_credit", "no active or disputed credit", "activeCredits"),
        none("no_disputed_credit", "no active or disputed credit", "disputedCredits"),
        none("no_pending_pre_loan", "no pending pre-loan", "pendingPreLoans"),
        none("no_pending_pre_payment", "no pending pre-payment", "pendingPrePayments"),
        none("every_account_canceled", "every account canceled", "openAccounts"),
      ],
      effects: "erasure, in the same transaction",
    },
  },
});

export type CustomerStatus = keyof (typeof customerMachine)["states"];
export const customerStatuses = statesOf(customerMachine);

/** The customers of the list; a deleted one shows only when asked for. */
export const registeredStatuses = ["enabled", "disabled", "blocked"] as const satisfies CustomerStatus[];

export const idTypes = ["cc", "ce", "passport", "nit"] as const;
export type IdType = (typeof idTypes)[number];
