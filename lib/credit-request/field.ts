import type { Values } from "#lib/domain/machine";

/** What an operator types of a request for credit, in the order of the form. */
export const requestFields = [
  "refinances",
  "offer",
  "amount",
  "downpayment",
  "instalments",
  "disburse_on",
  "first_due_on",
] as const;
export type RequestField = (typeof requestFields)[number];
export type TypedRequest = Readonly<Record<RequestField, string>>;

/** What is wrong with a field: a rule of the request's machine, or one of `creditRequestFaultWords`. */
export type RequestFault = { field: RequestField; rule: string; values?: Values };

/** A value that was read, or what is wrong with it. */
export type Read<Value> = { value: Value } | { fault: Omit<RequestFault, "field"> };

export const fail = (rule: string, values?: Values): { fault: Omit<RequestFault, "field"> } => ({
  fault: { rule, ...(values !== undefined && { values }) },
});
