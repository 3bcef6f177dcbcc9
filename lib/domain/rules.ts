import { alwaysRequired, defaultRequirements, type Requirement } from "#lib/domain/requirement";

/** The project's business rules; days are whole days, money is in minor units of the project's currency. */
export type Rules = {
  /** What a pre-customer must meet to become a customer, besides what is always required. */
  requirements: readonly Requirement[];
  delinquencyGraceDays: number;
  disableAfterDays: number;
  blockAfterDays: number;
  enablesOnCure: boolean;
  /** Of one customer; null is no limit, here and below. */
  maxActiveCredits: number | null;
  daysToClosePending: number;
  suspendGraceDays: number;
  confirmLimitMinor: bigint | null;
  approvalDays: number;
  /** In percent, as text: `28.5`. */
  maxAnnualRate: string | null;
  overpaymentLimitMinor: bigint;
  allocation: readonly Component[];
  /** The first day of each bucket of days past due; the last has no end. */
  buckets: readonly number[];
  mayModifyOffers: boolean;
  /** Further events that need a second operator, as `customer.block`. */
  fourEyes: readonly string[];
};

export const components = ["penalty", "fee", "interest", "principal"] as const;
export type Component = (typeof components)[number];

export const defaultRules: Rules = {
  requirements: defaultRequirements,
  delinquencyGraceDays: 0,
  disableAfterDays: 1,
  blockAfterDays: 90,
  enablesOnCure: true,
  maxActiveCredits: null,
  daysToClosePending: 15,
  suspendGraceDays: 0,
  confirmLimitMinor: null,
  approvalDays: 3,
  maxAnnualRate: null,
  overpaymentLimitMinor: 0n,
  allocation: components,
  buckets: [1, 31, 61, 91, 121],
  mayModifyOffers: false,
  fourEyes: [],
};

/** Whether the project asks a requirement of those who want to be customers. */
export const isRequired = ({ requirements }: Pick<Rules, "requirements">, requirement: Requirement): boolean =>
  alwaysRequired.includes(requirement) || requirements.includes(requirement);
