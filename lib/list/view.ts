import type { CodeKind } from "#lib/domain/code";

/** What a column holds decides how it is shown, masked, written to a file and aligned. */
export type ColumnKind =
  | "code"
  | "name"
  | "text"
  | "phone"
  | "email"
  | "national_id"
  | "address"
  | "status"
  | "id_type"
  | "count"
  | "instant";
export type FilterKind = "choice" | "range" | "days";

/** The part of a column that crosses to components: plain data, no SQL. */
export type ColumnView = {
  key: string;
  kind: ColumnKind;
  isSortable: boolean;
  filter?: FilterKind;
  options?: readonly string[];
};

export type Sort = { column: string; direction: "asc" | "desc" };

export type ListView = {
  name: "pre-customers" | "customers";
  record: CodeKind;
  columns: readonly ColumnView[];
  defaultSort: Sort;
  pageSize: number;
};

export const filtersOf = (list: ListView) => list.columns.filter((column) => column.filter !== undefined);
