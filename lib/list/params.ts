import { typedAmount } from "#lib/amount/typed";
import { type Day, parseDay } from "#lib/domain/day";
import { writeAmount } from "#lib/domain/money";
import { isUuid } from "#lib/domain/uuid";
import { type Period, periods } from "#lib/list/period";
import { type ColumnView, filtersOf, isCursor, isFound, type ListView, type Sort } from "#lib/list/view";
import type { WordProblem } from "#lib/list/words";

export type Filter =
  | { kind: "choice"; values: readonly string[] }
  | { kind: "range"; from?: number; to?: number }
  /** In minor units. */
  | { kind: "amount"; from?: bigint; to?: bigint }
  | { kind: "days"; period: Period }
  | { kind: "days"; from?: Day; to?: Day };

/** Where in the list a page begins. A cursor is a record's ID or number, never a value of the record. */
export type Place = { at: "first" | "last" } | { at: "after" | "before"; code: string };

export type ListParams = {
  filters: Readonly<Record<string, Filter>>;
  sort: Sort;
  place: Place;
  /** A whole record ID that was searched for; any other search text is personal and stands behind `find`. */
  code?: string;
  find?: string;
  isExact: boolean;
};

/** A part of an address that cannot be followed: the word of the catalogue that says why, about which filter. */
export type Problem = {
  word:
    | "bad_choice"
    | "bad_day"
    | "bad_number"
    | "bad_amount"
    | "upside_down"
    | "period_or_days"
    | "more_than_once"
    | "bad_sort"
    | "page_gone"
    | "search_gone"
    | WordProblem;
  about?: string;
  value?: string;
};

export const largestNumber = 1_000_000;
export const largestAmount = 999_999_999_999_999_99n;

/** Of every currency's minor unit. */
const decimals = 2;

/** Reads an address. What the list does not declare is dropped; what it declares and cannot be followed is a problem. */
export function readParams(list: ListView, search: URLSearchParams): { params: ListParams; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = readerOf(search, problems);
  const filters = Object.fromEntries(
    filtersOf(list).flatMap((column) => {
      const filter = readers[column.filter ?? "choice"](column, read);
      return filter === undefined ? [] : [[column.key, filter]];
    }),
  );
  const params = { filters, sort: readSort(list, read), place: readPlace(list, read), isExact: read.one("count") === "exact" };
  const code = read.one("id");
  const find = list.text === "nothing" ? undefined : read.one("find");
  if (code !== undefined && !isFound(list, code)) read.refuse({ word: "search_gone" });
  const isKept = find !== undefined && isUuid(find);
  if (find !== undefined && !isKept) read.refuse({ word: "search_gone" });
  return { params: { ...params, ...(code !== undefined && { code }), ...(isKept && { find }) }, problems };
}

/** Writes the shortest address of these params: defaults are left out, so equal views have equal addresses. */
export function writeParams(list: ListView, params: ListParams): URLSearchParams {
  const out = new URLSearchParams();
  const put = (key: string, value: string | number | bigint | undefined) =>
    value !== undefined && out.append(key, plainText(value));
  put("id", params.code);
  put("find", params.find);
  for (const { key } of filtersOf(list)) {
    const filter = params.filters[key];
    if (filter === undefined) continue;
    if (filter.kind === "choice") for (const value of filter.values) put(key, value);
    else if ("period" in filter) put(key, filter.period);
    else {
      put(`${key}_from`, filter.from);
      put(`${key}_to`, filter.to);
    }
  }
  const { sort, place } = params;
  if (signed(sort) !== signed(list.defaultSort)) put("sort", signed(sort));
  if (place.at === "last") put("page", "last");
  if ("code" in place) put(place.at, place.code);
  if (params.isExact) put("count", "exact");
  return out;
}

/** The address of a view of a list, or of what stands below it (its `export`). */
export function addressOf(list: ListView, params: ListParams, below: "" | "/export" = ""): string {
  const search = writeParams(list, params).toString();
  return `/${list.name}${below}${search === "" ? "" : `?${search}`}`;
}

const plainText = (value: string | number | bigint) =>
  typeof value === "bigint" ? writeAmount(value, decimals).replace(/\.00$/, "") : String(value);

export const signed = ({ column, direction }: Sort) => (direction === "desc" ? `-${column}` : column);

type Reader = ReturnType<typeof readerOf>;

function readerOf(search: URLSearchParams, problems: Problem[]) {
  const given = (key: string) =>
    search
      .getAll(key)
      .map((value) => value.trim())
      .filter((value) => value !== "");
  const refuse = (problem: Problem) => void problems.push(problem);
  const one = (key: string, about = key) => {
    const [first, second] = given(key);
    if (second !== undefined) refuse({ word: "more_than_once", about });
    return first;
  };
  return { given, one, refuse };
}

const readers: Record<NonNullable<ColumnView["filter"]>, (column: ColumnView, read: Reader) => Filter | undefined> = {
  choice: ({ key, options = [] }, read) => {
    const values = [...new Set(read.given(key))];
    if (values.some((value) => !options.includes(value))) read.refuse({ word: "bad_choice", about: key });
    const known = options.filter((option) => values.includes(option));
    return known.length === 0 ? undefined : { kind: "choice", values: known };
  },
  range: ({ key }, read) =>
    fromTo("range", key, read, (text) => (/^\d{1,7}$/.test(text) && Number(text) <= largestNumber ? Number(text) : undefined)),
  amount: ({ key }, read) =>
    fromTo("amount", key, read, (text) => {
      const minor = typedAmount(text, decimals);
      return typeof minor === "bigint" && minor <= largestAmount ? minor : undefined;
    }),
  days: ({ key }, read) => {
    const asked = read.one(key);
    const between = fromTo("days", key, read, parseDay);
    if (asked === undefined || asked === "between") return between;
    const period = periods.find((each) => each === asked);
    if (period === undefined) read.refuse({ word: "bad_choice", about: key });
    if (period !== undefined && between !== undefined) read.refuse({ word: "period_or_days", about: key });
    return period === undefined ? between : { kind: "days", period };
  },
};

const badBound = { range: "bad_number", amount: "bad_amount", days: "bad_day" } as const;

function fromTo<Kind extends "range" | "amount" | "days", Value extends number | bigint | Day>(
  kind: Kind,
  key: string,
  read: Reader,
  parse: (text: string) => Value | undefined,
) {
  const bound = (end: "from" | "to") => {
    const text = read.one(`${key}_${end}`, key);
    const value = text === undefined ? undefined : parse(text);
    if (text !== undefined && value === undefined) read.refuse({ word: badBound[kind], about: key, value: text.slice(0, 40) });
    return value;
  };
  const from = bound("from");
  const to = bound("to");
  if (from !== undefined && to !== undefined && from > to) read.refuse({ word: "upside_down", about: key });
  if (from === undefined && to === undefined) return undefined;
  return { kind, ...(from !== undefined && { from }), ...(to !== undefined && { to }) } as Filter;
}

function readSort(list: ListView, read: Reader): Sort {
  const text = read.one("sort") ?? signed(list.defaultSort);
  const column = text.replace(/^-/, "");
  if (list.columns.some(({ key, isSortable }) => key === column && isSortable)) {
    return { column, direction: text.startsWith("-") ? "desc" : "asc" };
  }
  read.refuse({ word: "bad_sort" });
  return list.defaultSort;
}

function readPlace(list: ListView, read: Reader): Place {
  const page = read.one("page");
  const cursors = (["after", "before"] as const).flatMap((at) => {
    const code = read.one(at);
    return code === undefined ? [] : [{ at, code }];
  });
  const [cursor, second] = cursors;
  if (page === undefined && cursor !== undefined && second === undefined && isCursor(list, cursor.code)) return cursor;
  if (page === "last" && cursor === undefined) return { at: "last" };
  if (page !== undefined || cursor !== undefined) read.refuse({ word: "page_gone" });
  return { at: "first" };
}
