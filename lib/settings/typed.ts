import { writeAmount } from "#lib/domain/money";
import type { Rules } from "#lib/domain/rules";
import { type SettingName, settingFields, settingNames } from "#lib/settings/field";

/** The project itself, and its business rules. */
export type Settings = {
  project: { name: string; country: string; currency: string; timeZone: string; language: "es" | "en" };
  rules: Rules;
};

/** Settings as a form sends them: what is not there, or off, is empty. */
export type Typed = Readonly<Record<SettingName, readonly string[]>>;

/** What the form of some settings holds before anybody types. */
export function typedFrom({ project, rules }: Settings): Typed {
  const one = (value: string | number | null) => (value === null ? [] : [String(value)]);
  const money = (minor: bigint | null) => (minor === null ? [] : [plainAmount(minor)]);
  const yes = (is: boolean) => (is ? ["yes"] : []);
  return {
    name: one(project.name),
    country: one(project.country),
    currency: one(project.currency),
    time_zone: one(project.timeZone),
    language: one(project.language),
    requirements: inOrder("requirements", rules.requirements),
    delinquency_grace_days: one(rules.delinquencyGraceDays),
    disable_after_days: one(rules.disableAfterDays),
    block_after_days: one(rules.blockAfterDays),
    enable_on_cure: yes(rules.enablesOnCure),
    buckets: [rules.buckets.join(", ")],
    max_active_credits: one(rules.maxActiveCredits),
    days_to_close_pending: one(rules.daysToClosePending),
    confirm_limit: money(rules.confirmLimitMinor),
    max_annual_rate: one(rules.maxAnnualRate),
    overpayment_limit: money(rules.overpaymentLimitMinor),
    allocation: rules.allocation,
    suspend_grace_days: one(rules.suspendGraceDays),
    may_modify_offers: yes(rules.mayModifyOffers),
    approval_days: one(rules.approvalDays),
    four_eyes: inOrder("four_eyes", rules.fourEyes),
  };
}

/** What a form or an address holds of each setting, as it was typed; fields left blank are left out. */
export function typedIn(given: { getAll: (name: string) => unknown[] }): Typed {
  const longest = 1_000;
  const texts = (name: string) =>
    given
      .getAll(name)
      .filter((each): each is string => typeof each === "string" && each.trim() !== "")
      .map((text) => text.normalize("NFC").trim().slice(0, longest))
      .slice(0, 100);
  return Object.fromEntries<readonly string[]>(settingNames.map((name) => [name, texts(name)])) as Typed;
}

/** A value that differs between two settings, both as they are typed. */
export type Change = { name: SettingName; before: readonly string[]; after: readonly string[] };

export const changesOf = (before: Typed, after: Typed): Change[] =>
  settingNames
    .filter((name) => before[name].join("\n") !== after[name].join("\n"))
    .map((name) => ({ name, before: before[name], after: after[name] }));

/** As the settings declare them, whatever order they were stored in. */
const inOrder = (name: "requirements" | "four_eyes", chosen: readonly string[]) =>
  (settingFields[name].options as readonly string[]).filter((option) => chosen.includes(option));

const plainAmount = (minor: bigint) => writeAmount(minor, 2).replace(/\.00$/, "");
