import type { AccountStatus } from "#lib/domain/account";
import { type CreditStatus, isOpenCredit } from "#lib/domain/credit";
import { type Closing, mayReopen } from "#lib/domain/credit-guard";
import type { CustomerStatus } from "#lib/domain/customer";
import type { Day } from "#lib/domain/day";
import type { Values } from "#lib/domain/machine";
import type { Entity } from "#lib/domain/machines";
import type { PromiseStatus } from "#lib/domain/promise";
import type { Requirement } from "#lib/domain/requirement";
import { isRequired, type Rules } from "#lib/domain/rules";

/** All that the automatic statuses of one customer and of what they have depend on; money in minor units. */
export type Situation = {
  businessDate: Day;
  rules: Rules;
  customer: {
    code: string;
    status: CustomerStatus;
    missing: readonly Requirement[];
    isHeld: boolean;
    openViolations: number;
    openFraud: number;
  };
  credits: readonly {
    code: string;
    status: CreditStatus;
    outstandingMinor: bigint;
    toleranceMinor: bigint;
    delinquentDays: number;
    /** Its one such day is that of the credit it refinanced: until its first instalment is paid. */
    isOnlyInherited: boolean;
    closedBy: Closing | null;
    wasNotedWhole: boolean;
    /** False while its product is inactive: then it ages nothing. */
    isProductActive: boolean;
  }[];
  promises: readonly {
    code: string;
    status: PromiseStatus;
    amountMinor: bigint;
    paidMinor: bigint;
    dueOn: Day;
    isProductActive: boolean;
  }[];
  accounts: readonly {
    code: string;
    status: AccountStatus;
    isHeld: boolean;
    /** Days since the oldest minimum payment that is not met was due; undefined when all are met. */
    unmetDays: number | undefined;
    isProductActive: boolean;
  }[];
};

/** An automatic transition: the record and event, the rule that sets it, and the fact that triggered it. */
export type Consequence = { entity: Entity; code: string; event: string; rule: string; values: Values };

/** What follows from a situation, in order: credits, promises, accounts, and the customer last. */
export function consequencesOf(situation: Situation): Consequence[] {
  return [
    ...creditConsequences(situation),
    ...promiseConsequences(situation),
    ...accountConsequences(situation),
    ...customerConsequences(situation),
  ];
}

/** The delinquent days that count against a customer: those of the worst credit, open disputes not excepted. */
export function worstCredit({ credits }: Pick<Situation, "credits">): Worst {
  const counted = credits.filter((it) => it.isProductActive && isOpenCredit(it.status) && !settles(it));
  return counted.reduce<Worst>((worst, it) => (it.delinquentDays > worst.delinquentDays ? it : worst), none);
}

type Worst = Pick<Credit, "code" | "delinquentDays" | "isOnlyInherited">;
const none: Worst = { code: "", delinquentDays: 0, isOnlyInherited: false };

type Credit = Situation["credits"][number];
const settles = ({ status, outstandingMinor, toleranceMinor }: Credit) =>
  status === "active" && outstandingMinor <= toleranceMinor;

function creditConsequences({ credits }: Situation): Consequence[] {
  return credits.flatMap((it): Consequence[] => {
    const { code, status, outstandingMinor, toleranceMinor } = it;
    const values = { outstanding: outstandingMinor };
    if (settles(it)) return [{ entity: "credit", code, event: "settle", rule: "nothing_outstanding", values }];
    const canReopen = !isOpenCredit(status) && mayReopen(it);
    if (!canReopen || outstandingMinor <= toleranceMinor) return [];
    return [{ entity: "credit", code, event: "reopen", rule: "outstanding_again", values }];
  });
}

function promiseConsequences({ promises, businessDate }: Situation): Consequence[] {
  return promises.flatMap(({ code, status, amountMinor, paidMinor, dueOn, isProductActive }): Consequence[] => {
    if (status !== "open") return [];
    const values = { paid: paidMinor, due: dueOn };
    if (paidMinor >= amountMinor) return [{ entity: "promise", code, event: "keep", rule: "promise_paid", values }];
    if (dueOn >= businessDate || !isProductActive) return [];
    return [{ entity: "promise", code, event: "break", rule: "promise_day_passed", values }];
  });
}

function accountConsequences({ accounts, rules }: Situation): Consequence[] {
  return accounts.flatMap(({ code, status, isHeld, unmetDays, isProductActive }): Consequence[] => {
    const isUnmet = unmetDays !== undefined && unmetDays > rules.suspendGraceDays && isProductActive;
    if (status === "active" && isUnmet)
      return [{ entity: "account", code, event: "suspend", rule: "minimum_unmet", values: { days: unmetDays } }];
    if (status === "suspended" && unmetDays === undefined && !isHeld)
      return [{ entity: "account", code, event: "reinstate", rule: "minimums_met", values: {} }];
    return [];
  });
}

function customerConsequences(situation: Situation): Consequence[] {
  const { customer, rules } = situation;
  const { code, status, openViolations, openFraud, isHeld, missing } = customer;
  const { code: credit, delinquentDays: days, isOnlyInherited } = worstCredit(situation);
  const late = isOnlyInherited
    ? { rule: "inherited_delinquency", values: { credit } }
    : { rule: "delinquent_days", values: { credit, days } };
  const then = (event: string, rule: string, values: Values): Consequence[] => [
    { entity: "customer", code, event, rule, values },
  ];
  if (status === "unregistered")
    return missing.some((each) => isRequired(rules, each)) ? [] : then("register", "requirements_met", {});
  if (status !== "enabled" && status !== "disabled") return [];
  if (openFraud > 0) return then("block", "open_fraud", { count: openFraud });
  if (days >= rules.blockAfterDays && days > 0) return then("block", late.rule, late.values);
  if (status === "enabled") {
    if (openViolations > 0) return then("disable", "open_violation", { count: openViolations });
    return days >= rules.disableAfterDays && days > 0 ? then("disable", late.rule, late.values) : [];
  }
  const isCured = days === 0 && openViolations === 0 && !isHeld;
  return isCured && rules.enablesOnCure ? then("enable", "cured", {}) : [];
}
