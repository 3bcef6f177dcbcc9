import "server-only";
import type { SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Actor } from "#lib/domain/actor";
import type { CodeKind } from "#lib/domain/code";
import type { ColumnKind, FilterKind, ListView, Sort } from "#lib/list/view";

type ListColumn = {
  sql: PgColumn | SQL;
  kind: ColumnKind;
  /** What the page is given to word instead of the value, which files and filters have. */
  shown?: SQL;
  /** Filtered by, but neither shown nor in the file. */
  isHidden?: true;
  /** Of the list's own table, for an index to hold the order. */
  sort?: true;
  filter?: FilterKind;
  options?: readonly string[];
  stands?: Readonly<Record<string, string>>;
  names?: Readonly<Record<string, string>>;
  /** The records of chosen options, where it takes more than the value to tell. */
  chosen?: (options: readonly string[]) => SQL;
  /** An index holds each value's records in the order of the default sort. */
  isOrdered?: true;
};

export type ListSpec = Omit<ListView, "columns" | "ids" | "text"> & {
  from: PgTable;
  id: PgColumn;
  /** What the cursors of its pages hold: the record's ID, or an entry's number. */
  code: PgColumn;
  columns: Readonly<Record<string, ListColumn>>;
  /** Other tables whose values are shown beside a record's own: at most one row of each, and looked up only for what is shown. */
  joins?: SQL;
  status?: PgColumn;
  /** The statuses of the records that the list holds, counted by the tally; a filter on the status asks for others by name. */
  statuses: readonly string[];
  /** What else holds of all its records. */
  scope?: SQL;
  /** How many there are in all, as a number in the column `records`, where no tally knows and counting would take long. */
  total?: SQL;
  /** A record's fields, in which words are looked for anywhere. */
  search?: PgColumn | SQL;
  /** Where the words are another table's: the records that belong to what is found there. */
  within?: (found: SQL) => SQL;
  /** The kinds of ID besides its own that are looked for, and the records that each finds. */
  finds?: Partial<Record<CodeKind, (code: string) => SQL>>;
  /** Where no words are looked for: the records of one whole value, and the kinds of ID that it may be. */
  whole?: { ids: readonly CodeKind[]; records: (text: string) => SQL };
};

/** A list, or how it is made for whoever asks: of what they may see, to be read page by page or whole. */
export type ListFor = ListSpec | ((actor: Actor, use: "page" | "file") => Promise<ListSpec>);

export const listFor = async (list: ListFor, actor: Actor, use: "page" | "file"): Promise<ListSpec> =>
  typeof list === "function" ? list(actor, use) : list;

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
  if ((spec.status === undefined) !== (spec.statuses.length === 0)) throw new Error(`${spec.name}: a status needs its words`);
  return spec;
}

/** The columns of a list's table and file, by their names. */
export const shownColumns = ({ columns }: Pick<ListSpec, "columns">) =>
  Object.entries(columns).filter(([, { isHidden }]) => isHidden !== true);

/** The part of a list that crosses to components. */
export function viewOf({ name, record, defaultSort, pageSize, columns, search, finds, whole }: ListSpec): ListView {
  const own = record === "entry" ? [] : [record];
  return {
    name,
    record,
    ids: whole?.ids ?? [...own, ...(Object.keys(finds ?? {}) as CodeKind[])],
    text: search !== undefined ? "words" : whole !== undefined || finds !== undefined ? "whole" : "nothing",
    defaultSort,
    pageSize,
    columns: Object.entries(columns).map(([key, { kind, sort, isHidden, filter, options, stands, names }]) => ({
      key,
      kind,
      isSortable: sort === true,
      ...(isHidden === true && { isHidden }),
      ...(filter !== undefined && { filter }),
      ...(options !== undefined && { options }),
      ...(stands !== undefined && { stands }),
      ...(names !== undefined && { names }),
    })),
  };
}
