import { type HeaderRead, namesIn, readHeaderOf } from "#lib/onboarding/header";

/** The columns of a card processor's file; the card is named by its ID, or by its account's and its last four digits. */
export const processorColumns = [
  "external_id",
  "kind",
  "amount",
  "currency",
  "at",
  "card_id",
  "account_id",
  "last_four",
  "merchant",
  "purchase_id",
] as const;
export type ProcessorColumn = (typeof processorColumns)[number];

const needed = ["external_id", "kind", "amount", "currency", "at"] as const satisfies ProcessorColumn[];

/** Whether the first line of a file is meant to be that of a card processor's. */
export const isProcessorHeader = (fields: readonly string[]): boolean =>
  ["kind", "currency"].every((name) => namesIn(fields).includes(name));

export const readProcessorHeader = (fields: readonly string[]): HeaderRead<ProcessorColumn> =>
  readHeaderOf(processorColumns, needed, fields);
