import type { AnyMachine } from "#lib/domain/machine";
import { machines } from "#lib/domain/machines";
import { alwaysRequired, requirements } from "#lib/domain/requirement";
import { components } from "#lib/domain/rules";
import { countries } from "#lib/settings/country";

/** How a setting is typed: a whole number within bounds, money, a rate, yes or no, some or all of a list, its order, days. */
export type SettingField = { group: SettingGroup } & (
  | { kind: "text"; most: number }
  | { kind: "option"; options: readonly string[] }
  | { kind: "number"; least: number; most: number; isOptional?: true }
  | { kind: "money" | "rate"; isOptional?: true }
  | { kind: "yes" }
  | { kind: "choices" | "order"; options: readonly string[] }
  | { kind: "days"; most: number; latest: number }
);

export const settingGroups = [
  "project",
  "registration",
  "arrears",
  "credits",
  "payments",
  "accounts",
  "offers",
  "approvals",
] as const;
type SettingGroup = (typeof settingGroups)[number];

/** The further events that a project may have approved by a second operator; those that always are cannot be taken away. */
const fourEyes = (Object.values(machines) as AnyMachine[]).flatMap(({ entity, events }) =>
  Object.entries(events).flatMap(([event, { by, fourEyes }]) =>
    by.permission === undefined || fourEyes === true ? [] : [`${entity}.${event}`],
  ),
);

/** Every setting of the project and business rule, as its form asks for it. */
export const settingFields = {
  name: { group: "project", kind: "text", most: 80 },
  country: { group: "project", kind: "option", options: countries },
  currency: { group: "project", kind: "option", options: Intl.supportedValuesOf("currency") },
  time_zone: { group: "project", kind: "option", options: ["UTC", ...Intl.supportedValuesOf("timeZone")] },
  language: { group: "project", kind: "option", options: ["es", "en"] },
  requirements: {
    group: "registration",
    kind: "choices",
    options: requirements.filter((each) => !alwaysRequired.includes(each)),
  },
  delinquency_grace_days: { group: "arrears", kind: "number", least: 0, most: 365 },
  disable_after_days: { group: "arrears", kind: "number", least: 1, most: 3_650 },
  block_after_days: { group: "arrears", kind: "number", least: 1, most: 3_650 },
  enable_on_cure: { group: "arrears", kind: "yes" },
  buckets: { group: "arrears", kind: "days", most: 12, latest: 9_999 },
  max_active_credits: { group: "credits", kind: "number", least: 1, most: 1_000, isOptional: true },
  days_to_close_pending: { group: "credits", kind: "number", least: 1, most: 365 },
  confirm_limit: { group: "credits", kind: "money", isOptional: true },
  max_annual_rate: { group: "credits", kind: "rate", isOptional: true },
  overpayment_limit: { group: "payments", kind: "money" },
  allocation: { group: "payments", kind: "order", options: components },
  suspend_grace_days: { group: "accounts", kind: "number", least: 0, most: 365 },
  may_modify_offers: { group: "offers", kind: "yes" },
  approval_days: { group: "approvals", kind: "number", least: 1, most: 90 },
  four_eyes: { group: "approvals", kind: "choices", options: fourEyes },
} as const satisfies Record<string, SettingField>;

export type SettingName = keyof typeof settingFields;
export const settingNames = Object.keys(settingFields) as [SettingName, ...SettingName[]];
