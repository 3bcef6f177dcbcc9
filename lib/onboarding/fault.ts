import { type BankColumn, bankColumns } from "#lib/bank/column";
import { type ExportColumn, exportColumns } from "#lib/onboarding/column";
import { type ProcessorColumn, processorColumns } from "#lib/processor/column";

export type FileColumn = ExportColumn | BankColumn | ProcessorColumn;
export const fileColumns: readonly [FileColumn, ...FileColumn[]] = [
  ...exportColumns,
  ...bankColumns,
  ...processorColumns.filter((column) => column !== "external_id" && column !== "amount"),
];

/** Why a value or a row of the file cannot be taken. */
export const reasons = [
  "unreadable_row",
  "too_few_fields",
  "too_many_fields",
  "missing",
  "too_long",
  "not_utf8",
  "bad_characters",
  "bad_document_type",
  "bad_document_number",
  "bad_phone",
  "bad_email",
  "bad_date",
  "in_future",
  "bad_flag",
  "differs_from_line",
  "same_person_as_line",
  "differs_from_record",
  "same_person_as_record",
  "bad_amount",
  "ambiguous_amount",
  "too_many_decimals",
  "before_disbursement",
  "bad_channel",
  "bad_type",
  "reference_of_line",
  "reference_of_row",
  "bad_kind",
  "bad_currency",
  "bad_last_four",
  "card_number",
  "unknown_card",
  "other_currency",
  "no_offer",
] as const;
export type Reason = (typeof reasons)[number];

/** A fault of the row itself has no column. */
export type Fault<Column extends FileColumn = FileColumn> = { column: Column | null; reason: Reason };

/** A fault of a row of a file, and the line or the record's ID that the row is in conflict with. */
export type LocatedFault = Fault & { line: number; other: string | null };

export type Read<Value> = { ok: true; value: Value } | { ok: false; reason: Reason };

export const read = <Value>(value: Value): Read<Value> => ({ ok: true, value });
export const refuse = (reason: Reason): { ok: false; reason: Reason } => ({ ok: false, reason });

/** Why a whole file is refused before any of its rows counts; the columns are those that it lacks or repeats. */
export const fileRefusals = [
  "no_file",
  "broken_upload",
  "empty",
  "too_big",
  "missing_columns",
  "repeated_columns",
  "no_rows",
] as const;
export type FileRefusal = { reason: (typeof fileRefusals)[number]; columns: readonly FileColumn[] };
