import type { States } from "#lib/domain/machine";

export const customerStates = {
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
} as const satisfies States;

export type CustomerStatus = keyof typeof customerStates;
export const customerStatuses = Object.keys(customerStates) as [CustomerStatus, ...CustomerStatus[]];

/** The customers of the list; a deleted one shows only when asked for. */
export const registeredStatuses = ["enabled", "disabled", "blocked"] as const satisfies CustomerStatus[];

export const idTypes = ["cc", "ce", "passport", "nit"] as const;
export type IdType = (typeof idTypes)[number];
