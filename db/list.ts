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
  sort?: true;
  filter?: FilterKind;
  options?: readonly string[];
  stands?: Readonly<Record<string, string>>;
  /** An index holds each value's records in the order of the default sort. */
  isOrdered?: true;
};

export type ListSpec = Omit<ListView, "columns" | "ids" | "text"> & {
  from: PgTable;
  id: PgColumn;
  /** What the cursors of its pages hold: the record's ID, or an entry's number. */
  code: PgColumn;
  columns: Readonly<Record<string, ListColumn>>;
  status?: PgColumn;
  /** The statuses of the records that the list holds, counted by the tally; a filter on the status asks for others by name. */
  statuses: readonly string[];
  /** What else holds of all its records. */
  scope?: SQL;
  /** How many there are in all, as a number in the column `records`, where no tally knows and counting would take long. */
  total?: SQL;
  /** A record's fields, in which words are looked for anywhere. */
  search?: PgColumn;
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

/** The part of a list that crosses to components. */
export function viewOf({ name, record, defaultSort, pageSize, columns, search, whole }: ListSpec): ListView {
  const ids = whole === undefined ? (record === "entry" ? [] : [record]) : whole.ids;
  return {
    name,
    record,
    ids,
    text: whole !== undefined ? "whole" : search !== undefined ? "words" : "nothing",
    defaultSort,
    pageSize,
    columns: Object.entries(columns).map(([key, { kind, sort, filter, options, stands }]) => ({
      key,
      kind,
      isSortable: sort === true,
      ...(filter !== undefined && { filter }),
      ...(options !== undefined && { options }),
      ...(stands !== undefined && { stands }),
    })),
  };
}
