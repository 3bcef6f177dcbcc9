/** The columns of an onboarding export, as its header names them. */
export const exportColumns = [
  "external_id",
  "first_name",
  "last_name",
  "document_type",
  "document_number",
  "phone",
  "email",
  "address",
  "created_at",
  "phone_verified",
  "email_verified",
  "personal_data_accepted_at",
  "commercial_use_accepted_at",
  "account_activated_at",
] as const;
export type ExportColumn = (typeof exportColumns)[number];

export type Header = { width: number; position: Record<ExportColumn, number>; ignored: string[] };
export type HeaderRead =
  | { ok: true; header: Header }
  | { ok: false; reason: "missing_columns" | "repeated_columns"; columns: readonly ExportColumn[] };

const ignoredNamesKept = 20;
const ignoredNameLength = 40;

/** Finds each column by its name, in any order; the names it does not know are left out and told. */
export function readHeader(fields: readonly string[]): HeaderRead {
  const names = fields.map((field) => field.trim().toLowerCase());
  const missing = exportColumns.filter((column) => !names.includes(column));
  const repeated = exportColumns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (missing.length > 0) return { ok: false, reason: "missing_columns", columns: missing };
  if (repeated.length > 0) return { ok: false, reason: "repeated_columns", columns: repeated };
  const position = Object.fromEntries(exportColumns.map((column) => [column, names.indexOf(column)]));
  return { ok: true, header: { width: names.length, position: position as Header["position"], ignored: unknownAmong(names) } };
}

function unknownAmong(names: readonly string[]): string[] {
  return names
    .filter((name) => !(exportColumns as readonly string[]).includes(name))
    .slice(0, ignoredNamesKept)
    .map((name) => name.replace(/[^\p{L}\p{N}\p{P} ]/gu, "").slice(0, ignoredNameLength));
}
