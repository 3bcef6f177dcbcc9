import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import type { ListSpec } from "#db/list";
import { type CodeKind, isCode } from "#lib/domain/code";
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
  /** Days without a time are counted from it, not from today. */
  businessDate: Day;
  timeZone: string;
};

/** The records that a query is about: those of the statuses chosen, or else of the list; or those of an ID. */
export function scopeSql(list: ListSpec, query: Query): SQL | undefined {
  return scopeOf(list, query, chosenStatuses(list, query) ?? list.statuses);
}

/** The parts of a query's scope that an index each holds in the order of the sort: of several statuses each one. */
export function scopesSql(list: ListSpec, query: Query): (SQL | undefined)[] {
  const chosen = chosenStatuses(list, query) ?? [];
  const isWhole = chosen.length < 2 || chosen.length === list.status?.enumValues?.length;
  if (isWhole || query.params.sort.column !== list.defaultSort.column) return [scopeSql(list, query)];
  return chosen.map((status) => scopeOf(list, query, [status]));
}

function scopeOf(list: ListSpec, { params }: Query, statuses: readonly string[]): SQL | undefined {
  const one = params.code === undefined || list.whole !== undefined ? undefined : foundBy(list, params.code);
  const isAny = list.status === undefined || statuses.length === list.status.enumValues?.length;
  return and(list.scope, isAny ? undefined : among(sql`${list.status}`, statuses), one);
}

function chosenStatuses(list: ListSpec, { params }: Query): readonly string[] | undefined {
  const chosen = Object.entries(list.columns).find(([key, { kind }]) => kind === "status" && params.filters[key])?.[0];
  const filter = chosen === undefined ? undefined : params.filters[chosen];
  return filter?.kind === "choice" ? filter.values : undefined;
}

function foundBy({ finds = {}, code }: ListSpec, text: string): SQL | undefined {
  const kind = (Object.keys(finds) as CodeKind[]).find((each) => isCode(each, text));
  return kind === undefined ? sql`${code} = ${text}` : finds[kind]?.(text);
}

/** What a query asks of the records in its scope, beside words. */
export function filtersSql(list: ListSpec, { params, ...days }: Query): SQL | undefined {
  const conditions = Object.entries(list.columns).map(([key, column]) => {
    const filter = column.kind === "status" ? undefined : params.filters[key];
    return filter && filterSql(column, filter, days);
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
  if (words.length === 0) return undefined;
  // What is no ID finds nothing where only IDs are looked for.
  if (list.search === undefined) return sql`false`;
  const found = isWhole
    ? sql`${list.search} like whole_field(${words.join(" ")})`
    : sql.join(
        words.map((word) => sql`${list.search} like anywhere(${word})`),
        sql` and `,
      );
  return list.within === undefined ? found : list.within(found);
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

type Days = Pick<Query, "today" | "businessDate" | "timeZone">;

function filterSql(declared: ListSpec["columns"][string], filter: Filter, { today, businessDate, timeZone }: Days) {
  const column = sql`${declared.sql}`;
  if (filter.kind === "choice") {
    const {
      chosen = (options) =>
        among(
          column,
          options.map((option) => valueBehind(declared, option)),
        ),
    } = declared;
    return chosen(filter.values);
  }
  const isDay = declared.kind === "day";
  const { from, to } = "period" in filter ? daysOf(filter.period, isDay ? businessDate : today) : filter;
  if (filter.kind !== "days" || isDay) {
    const type = sql.raw({ range: "int", amount: "bigint", days: "date" }[filter.kind]);
    return and(
      from === undefined ? undefined : sql`${column} >= ${`${from}`}::${type}`,
      to === undefined ? undefined : sql`${column} <= ${`${to}`}::${type}`,
    );
  }
  const midnight = (day: SQL) => sql`(${day})::timestamp at time zone ${timeZone}::text`;
  return and(
    from === undefined ? undefined : sql`${column} >= ${midnight(sql`${from}::date`)}`,
    to === undefined ? undefined : sql`${column} < ${midnight(sql`${to}::date + 1`)}`,
  );
}

/** Whose column holds one of the values: nobody's where there are none. */
export function among(column: SQL, values: readonly string[]): SQL {
  if (values.length === 0) return sql`false`;
  const words = values.map((value) => sql`${value}`);
  return sql`${column} in (${sql.join(words, sql`, `)})`;
}
