import "server-only";
import type { SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { ColumnKind, FilterKind, ListView, Sort } from "#lib/list/view";

type ListColumn = {
  sql: PgColumn | SQL;
  kind: ColumnKind;
  sort?: true;
  filter?: FilterKind;
  options?: readonly string[];
};

export type ListSpec = Omit<ListView, "columns"> & {
  from: PgTable;
  id: PgColumn;
  code: PgColumn;
  search: PgColumn;
  status: PgColumn;
  /** The statuses of the records that the list holds; a filter on the status asks for others by name. */
  statuses: readonly string[];
  columns: Readonly<Record<string, ListColumn>>;
};

/** One declaration per list; header, filters, addresses, SQL, total and file are derived from it. */
export function defineList<const Columns extends Record<string, ListColumn>>(
  spec: Omit<ListSpec, "columns" | "defaultSort"> & {
    columns: Columns;
    defaultSort: { column: keyof Columns & string; direction: Sort["direction"] };
  },
): ListSpec {
  const { column } = spec.defaultSort;
  if (spec.columns[column]?.sort !== true) throw new Error(`${spec.name}: ${column} does not sort`);
  for (const [key, { filter, options }] of Object.entries(spec.columns)) {
    if ((filter === "choice") !== (options !== undefined)) throw new Error(`${spec.name}: ${key} needs options to choose from`);
  }
  return spec;
}

/** The part of a list that crosses to components. */
export function viewOf({ name, record, defaultSort, pageSize, columns }: ListSpec): ListView {
  return {
    name,
    record,
    defaultSort,
    pageSize,
    columns: Object.entries(columns).map(([key, { kind, sort, filter, options }]) => ({
      key,
      kind,
      isSortable: sort === true,
      ...(filter !== undefined && { filter }),
      ...(options !== undefined && { options }),
    })),
  };
}
