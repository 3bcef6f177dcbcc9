import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import type { ListSpec } from "#db/list";
import type { Day } from "#lib/domain/day";
import type { Filter, ListParams } from "#lib/list/params";
import { daysOf } from "#lib/list/period";
import { valueBehind } from "#lib/list/view";

/** A view of a list, ready to be asked of the database. */
export type Query = {
  params: Pick<ListParams, "filters" | "sort" | "place" | "code" | "isExact">;
  /** All of them are looked for, each anywhere in a record's fields; `whole` ones only as a whole field. */
  words: readonly string[];
  isWhole: boolean;
  isMasked: boolean;
  today: Day;
  timeZone: string;
};

/** The records that a query is about: those of the statuses chosen, or else of the list; or the one of an ID. */
export function scopeSql(list: ListSpec, { params }: Query): SQL | undefined {
  const one = params.code === undefined || list.whole !== undefined ? undefined : sql`${list.code} = ${params.code}`;
  if (list.status === undefined) return and(list.scope, one);
  const chosen = Object.entries(list.columns).find(([key, { kind }]) => kind === "status" && params.filters[key])?.[0];
  const filter = chosen === undefined ? undefined : params.filters[chosen];
  const statuses = filter?.kind === "choice" ? filter.values : list.statuses;
  return and(list.scope, among(sql`${list.status}`, statuses), one);
}

/** What a query asks of the records in its scope, beside words. */
export function filtersSql(list: ListSpec, { params, today, timeZone }: Query): SQL | undefined {
  const conditions = Object.entries(list.columns).map(([key, column]) => {
    const filter = column.kind === "status" ? undefined : params.filters[key];
    return filter && filterSql(column, filter, today, timeZone);
  });
  return and(...conditions);
}

/** Whether the records of a query lie together in the order of its sort: nothing is asked but where in that order. */
export function isInOrder(list: ListSpec, query: Query): boolean {
  const { filters, sort } = query.params;
  const asked = Object.keys(filters).filter((key) => list.columns[key]?.kind !== "status" && key !== sort.column);
  if (wordsSql(list, query) !== undefined) return false;
  const [only, ...others] = asked;
  return only === undefined || (others.length === 0 && isOrderedBy(list, only, query));
}

/** Of one value alone the index that holds it holds its records in order. */
function isOrderedBy(list: ListSpec, key: string, { params: { filters, sort } }: Query): boolean {
  const filter = filters[key];
  const isOne = filter?.kind === "choice" && filter.values.length === 1;
  return isOne && list.columns[key]?.isOrdered === true && sort.column === list.defaultSort.column;
}

/** The words of a query, as conditions that one trigram index answers; or the one whole value that it looks for. */
export function wordsSql(list: ListSpec, { params, words, isWhole }: Query): SQL | undefined {
  if (list.whole !== undefined) {
    const text = params.code ?? words.join(" ");
    return text === "" ? undefined : list.whole.records(text);
  }
  if (isWhole) return words.length === 0 ? undefined : sql`${list.search} like whole_field(${words.join(" ")})`;
  return and(...words.map((word) => sql`${list.search} like anywhere(${word})`));
}

/** Order by the sort, the id breaking ties; `reversed` walks it from the end. */
export function orderSql(list: ListSpec, { params }: Query, isReversed = false): SQL {
  const direction = (params.sort.direction === "desc") === isReversed ? sql`asc` : sql`desc`;
  return sql`${sortSql(list, params.sort.column)} ${direction}, ${list.id} ${direction}`;
}

/** What stands after (or before) the record that a cursor names, in the order of the sort. */
export function placeSql(list: ListSpec, { params: { place, sort } }: Query): SQL | undefined {
  if (!("code" in place)) return undefined;
  const column = sortSql(list, sort.column);
  const there = (value: SQL) => sql`(select ${value} from ${list.from} where ${list.code} = ${place.code})`;
  const comparison = (place.at === "after") === (sort.direction === "asc") ? sql`>` : sql`<`;
  return sql`(${column}, ${list.id}) ${comparison} (${there(column)}, ${there(sql`${list.id}`)})`;
}

function sortSql(list: ListSpec, key: string): SQL {
  const column = list.columns[key];
  if (column === undefined) throw new Error(`${list.name} has no column ${key}`);
  return sql`${column.sql}`;
}

function filterSql(declared: ListSpec["columns"][string], filter: Filter, today: Day, timeZone: string): SQL | undefined {
  const column = sql`${declared.sql}`;
  if (filter.kind === "choice")
    return among(
      column,
      filter.values.map((option) => valueBehind(declared, option)),
    );
  const { from, to } = "period" in filter ? daysOf(filter.period, today) : filter;
  if (filter.kind === "range")
    return and(
      from === undefined ? undefined : sql`${column} >= ${from}::int`,
      to === undefined ? undefined : sql`${column} <= ${to}::int`,
    );
  const midnight = (day: SQL) => sql`(${day})::timestamp at time zone ${timeZone}::text`;
  return and(
    from === undefined ? undefined : sql`${column} >= ${midnight(sql`${from}::date`)}`,
    to === undefined ? undefined : sql`${column} < ${midnight(sql`${to}::date + 1`)}`,
  );
}

function among(column: SQL, values: readonly string[]): SQL {
  const words = values.map((value) => sql`${value}`);
  return sql`${column} in (${sql.join(words, sql`, `)})`;
}
