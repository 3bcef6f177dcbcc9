/** Where each column of a file stands, -1 where it has none that it may lack. */
export type Header<Column extends string> = { width: number; position: Record<Column, number>; ignored: string[] };
export type HeaderRead<Column extends string> =
  | { ok: true; header: Header<Column> }
  | { ok: false; reason: "missing_columns" | "repeated_columns"; columns: readonly Column[] };

const ignoredNamesKept = 20;
const ignoredNameLength = 40;

/** Finds each column by its name, in any order; the names it does not know are left out and told. */
export function readHeaderOf<Column extends string>(
  columns: readonly Column[],
  needed: readonly Column[],
  fields: readonly string[],
): HeaderRead<Column> {
  const names = namesIn(fields);
  const missing = needed.filter((column) => !names.includes(column));
  const repeated = columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (missing.length > 0) return { ok: false, reason: "missing_columns", columns: missing };
  if (repeated.length > 0) return { ok: false, reason: "repeated_columns", columns: repeated };
  const position = Object.fromEntries(columns.map((column) => [column, names.indexOf(column)])) as Record<Column, number>;
  return { ok: true, header: { width: names.length, position, ignored: unknownAmong(names, columns) } };
}

export const namesIn = (fields: readonly string[]) => fields.map((field) => field.trim().toLowerCase());

function unknownAmong(names: readonly string[], columns: readonly string[]): string[] {
  return names
    .filter((name) => !columns.includes(name))
    .slice(0, ignoredNamesKept)
    .map((name) => name.replace(/[^\p{L}\p{N}\p{P} ]/gu, "").slice(0, ignoredNameLength));
}
