import { type Consequence, consequencesOf, type Situation } from "#lib/domain/consequences";
import type { Day } from "#lib/domain/day";
import type { AnyMachine } from "#lib/domain/machine";
import { machines } from "#lib/domain/machines";
import { defaultRules, type Rules } from "#lib/domain/rules";

export const today = "2026-11-22" as Day;
type Credit = Situation["credits"][number];
type Promised = Situation["promises"][number];
type Account = Situation["accounts"][number];

/** A credit of which nothing follows. */
export const credit = (change: Partial<Credit> = {}): Credit => ({
  code: "K-1",
  status: "active",
  outstandingMinor: 500n,
  toleranceMinor: 10n,
  delinquentDays: 0,
  isOnlyInherited: false,
  closedBy: null,
  wasNotedWhole: false,
  isProductActive: true,
  ...change,
});

/** One that is paid and owes again. */
export const owedAgain = (change: Partial<Credit> = {}) => credit({ status: "paid", closedBy: "settle", ...change });

export const promised = (change: Partial<Promised> = {}): Promised => ({
  code: "T-1",
  status: "open",
  amountMinor: 100n,
  paidMinor: 99n,
  dueOn: today,
  isProductActive: true,
  ...change,
});

export const account = (change: Partial<Account> = {}): Account => ({
  code: "A-1",
  status: "active",
  isHeld: false,
  unmetDays: undefined,
  isProductActive: true,
  ...change,
});

type Changes = Partial<Omit<Situation, "rules" | "customer">> & {
  rules?: Partial<Rules>;
  customer?: Partial<Situation["customer"]>;
};

/** A situation of which nothing follows, but for what is changed. */
export function situation({ rules, customer, ...change }: Changes = {}): Situation {
  return {
    businessDate: today,
    rules: { ...defaultRules, ...rules },
    customer: { code: "C-1", status: "enabled", missing: [], isHeld: false, openViolations: 0, openFraud: 0, ...customer },
    credits: [],
    promises: [],
    accounts: [],
    ...change,
  };
}

/** What follows, each as `C-1 disable delinquent_days`. */
export const following = (of: Situation): string[] =>
  consequencesOf(of).map(({ code, event, rule }) => `${code} ${event} ${rule}`);

/** The situation after a consequence: its status, and what its effect changes of what others depend on. */
export function after(before: Situation, { entity, code, event }: Consequence): Situation {
  const machine: AnyMachine = machines[entity];
  const to = machine.events[event]?.to as never;
  const moved = <Row extends { code: string }>(rows: readonly Row[], effect: Partial<Row>): Row[] =>
    rows.map((row) => (row.code === code ? { ...row, status: to, ...effect } : row));
  switch (entity) {
    case "credit":
      return { ...before, credits: moved(before.credits, creditEffects[event] ?? {}) };
    case "promise":
      return { ...before, promises: moved(before.promises, {}) };
    case "account":
      return { ...before, accounts: moved(before.accounts, {}) };
    default:
      return { ...before, customer: { ...before.customer, status: to } };
  }
}

const creditEffects: Record<string, Partial<Credit>> = {
  settle: { outstandingMinor: 0n, delinquentDays: 0, closedBy: "settle" },
  reopen: { closedBy: null },
};
