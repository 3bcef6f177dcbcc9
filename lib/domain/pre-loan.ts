import type { CreditStatus } from "#lib/domain/credit";
import { type CustomerStatus, customerMachine } from "#lib/domain/customer";
import { allows, defineMachine, type Guard, statesOf } from "#lib/domain/machine";
import { type OfferStatus, offerMachine } from "#lib/domain/offer";
import { type ProductStatus, productMachine } from "#lib/domain/product";
import type { Rules } from "#lib/domain/rules";
import type { FaultyField } from "#lib/domain/schedule/terms-fault";

/** What the pre-loan's guards ask; money is in minor units, and a limit that is null is none. */
export type PreLoanFacts = {
  rules: Rules;
  customerStatus: CustomerStatus;
  /** An authorization: what stood in its way was asked when it was authorized. */
  isOnAccount: boolean;
  refinances: { code: string; status: CreditStatus; isTheirs: boolean } | null;
  /** What pays that one off on the business date, while it is active; else 0n. */
  payoffMinor: bigint;
  offerStatus: OfferStatus;
  productStatus: ProductStatus;
  amountMinor: bigint;
  /** The same less what is paid down: of this the credit is made. */
  lentMinor: bigint;
  instalments: number;
  /** Which setting leaves the credit without a schedule, if one does. */
  termsFault: FaultyField | null;
  amountMinMinor: bigint | null;
  amountMaxMinor: bigint | null;
  instalmentsMin: number | null;
  instalmentsMax: number | null;
  /** Of this customer, besides the one refinanced. */
  activeCredits: { offer: number; product: number; project: number };
  maxActiveCredits: { offer: number | null; product: number | null; project: number | null };
  daysPending: number;
  /** An authorization whose merchant took it back. */
  isReversedByMerchant?: true;
};
type PreLoanGuard = Guard<PreLoanFacts>;

const customerMay = "customer enabled, or disabled and this refinances a credit of theirs (then 4E)";
const bothEnabled = "offer enabled, product enabled";
const withinLimits = "amount and instalments within the offer's limits, else the product's";

const customerGuards: readonly PreLoanGuard[] = [
  {
    rule: "customer_may_borrow",
    says: customerMay,
    holds: ({ customerStatus, refinances }) => mayBorrow(customerStatus, refinances !== null),
    values: ({ customerStatus }) => ({ customerState: customerStatus }),
  },
  { rule: "refinances_their_own", says: customerMay, holds: ({ refinances }) => refinances === null || refinances.isTheirs },
  {
    rule: "refinances_active",
    says: customerMay,
    holds: ({ refinances }) => refinances === null || refinances.status === "active",
    values: ({ refinances }) => ({ creditState: refinances?.status ?? "" }),
  },
  {
    rule: "successor_covers",
    says: customerMay,
    holds: ({ lentMinor, payoffMinor }) => lentMinor >= payoffMinor,
    values: ({ lentMinor, payoffMinor }) => ({ amount: lentMinor, owed: payoffMinor }),
  },
];

function mayBorrow(status: CustomerStatus, isRefinancing: boolean): boolean {
  return allows(customerMachine, status, "request credit") || (status === "disabled" && isRefinancing);
}

/** Whether a customer in a status may borrow: at all, or only to refinance a credit of theirs. */
export const borrowingOf = (status: CustomerStatus): "free" | "refinancing" | "none" =>
  mayBorrow(status, false) ? "free" : mayBorrow(status, true) ? "refinancing" : "none";

const offerGuards: readonly PreLoanGuard[] = [
  {
    rule: "offer_enabled",
    says: bothEnabled,
    holds: ({ offerStatus }) => allows(offerMachine, offerStatus, "loans"),
    values: ({ offerStatus }) => ({ offerState: offerStatus }),
  },
  {
    rule: "product_enabled",
    says: bothEnabled,
    holds: ({ productStatus }) => allows(productMachine, productStatus, "loans"),
    values: ({ productStatus }) => ({ productState: productStatus }),
  },
];

const limitGuards: readonly PreLoanGuard[] = [
  {
    rule: "amount_at_least",
    says: withinLimits,
    holds: ({ amountMinor, amountMinMinor }) => amountMinMinor === null || amountMinor >= amountMinMinor,
    values: ({ amountMinor, amountMinMinor }) => ({ amount: amountMinor, limit: amountMinMinor ?? 0n }),
  },
  {
    rule: "amount_at_most",
    says: withinLimits,
    holds: ({ amountMinor, amountMaxMinor }) => amountMaxMinor === null || amountMinor <= amountMaxMinor,
    values: ({ amountMinor, amountMaxMinor }) => ({ amount: amountMinor, limit: amountMaxMinor ?? 0n }),
  },
  {
    rule: "instalments_at_least",
    says: withinLimits,
    holds: ({ instalments, instalmentsMin }) => instalmentsMin === null || instalments >= instalmentsMin,
    values: ({ instalments, instalmentsMin }) => ({ count: instalments, limit: instalmentsMin ?? 0 }),
  },
  {
    rule: "instalments_at_most",
    says: withinLimits,
    holds: ({ instalments, instalmentsMax }) => instalmentsMax === null || instalments <= instalmentsMax,
    values: ({ instalments, instalmentsMax }) => ({ count: instalments, limit: instalmentsMax ?? 0 }),
  },
];

/** The rule that says no to terms for a setting of theirs. */
export const termsRules = {
  firstDueOn: "terms_first_due",
  graceOnPrincipal: "terms_grace",
  graceOnInterest: "terms_grace",
  instalments: "terms_last_due",
} as const satisfies Record<FaultyField, string>;

const termsGuards = [...new Set(Object.values(termsRules))].map(
  (rule): PreLoanGuard => ({
    rule,
    says: withinLimits,
    holds: ({ termsFault }) => termsFault === null || termsRules[termsFault] !== rule,
  }),
);

const activeCreditsGuard = (whose: "offer" | "product" | "project"): PreLoanGuard => ({
  rule: `below_limit_of_${whose}`,
  says: "active credits below the limits of offer, product, project",
  holds: ({ activeCredits, maxActiveCredits: { [whose]: limit } }) => limit === null || activeCredits[whose] < limit,
  values: ({ activeCredits, maxActiveCredits }) => ({ count: activeCredits[whose], limit: maxActiveCredits[whose] ?? 0 }),
});

const creditsGuards = (["offer", "product", "project"] as const).map(activeCreditsGuard);

const unlessOnAccount = (guard: PreLoanGuard): PreLoanGuard => ({
  ...guard,
  holds: (facts) => facts.isOnAccount || guard.holds(facts),
});

const follows = ({ isOnAccount, refinances }: PreLoanFacts) => ({
  account: isOnAccount ? "yes" : "no",
  refinances: refinances?.code ?? "none",
});

export const preLoanMachine = defineMachine<PreLoanFacts>()({
  entity: "pre_loan",
  first: "pending",
  states: {
    pending: { label: "Pending", set: "automatic", meaning: "asked for, not confirmed", allows: [] },
    rejected: { label: "Rejected", set: "proactive", meaning: "not approved; the process ends", allows: [] },
    completed: { label: "Completed", set: "proactive", meaning: "confirmed: it became an active credit", allows: [] },
  },
  events: {
    confirm: {
      label: "Confirm",
      from: ["pending"],
      to: "completed",
      by: { permission: "pre_loan:operate", system: "on a settlement" },
      fourEyes: {
        when: "above confirm_limit, or disabled and this refinances a credit of theirs",
        holds: ({ rules, amountMinor, customerStatus }) =>
          (rules.confirmLimitMinor !== null && amountMinor > rules.confirmLimitMinor) || customerStatus === "disabled",
      },
      follows,
      guards: [...customerGuards, ...offerGuards, ...limitGuards, ...termsGuards, ...creditsGuards].map(unlessOnAccount),
      effects: "the credit is made, active, with its schedule, disbursed on the business date or the given day",
    },
    reject: {
      label: "Reject",
      from: ["pending"],
      to: "rejected",
      by: { permission: "pre_loan:operate", system: "" },
      reasons: ["policy", "affordability", "suspected_fraud", "holder_withdrew", "reversed_by_merchant", "expired", "other"],
      guards: [
        {
          rule: "pending_too_long",
          says: "by the system: older than days_to_close_pending, reason expired",
          only: "system",
          holds: ({ daysPending, rules, isReversedByMerchant }) =>
            isReversedByMerchant === true || daysPending > rules.daysToClosePending,
          values: ({ daysPending, rules }) => ({ days: daysPending, limit: rules.daysToClosePending }),
        },
      ],
      follows,
      effects: "the hold on the account is released",
    },
  },
});

export type PreLoanStatus = keyof (typeof preLoanMachine)["states"];
export const preLoanStatuses = statesOf(preLoanMachine);
