import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { pool } from "#db/client";
import { type ListSpec, shownColumns } from "#db/list";
import { masked } from "#db/list/mask";
import { filtersSql, isInOrder, orderSql, placeSql, type Query, scopeSql, scopesSql, wordsSql } from "#db/list/query";

export type Value = string | number | Date | object | null;
/** `first` and `last` are where its ends lie in the list; `found` is how many records the query finds in all, where looking told. */
export type Page = {
  rows: Value[][];
  first?: string;
  last?: string;
  hasPrevious: boolean;
  hasNext: boolean;
  found?: number;
};

/** How many records are walked in order before what is asked of them is looked up by its own index instead. */
const walked = 5_000;
const dialect = new PgDialect();

/** One page of a list, rows in the order of its columns; undefined when the cursor's record does not exist. */
export async function findPage(list: ListSpec, query: Query): Promise<Page | undefined> {
  const { place } = query.params;
  const isBackward = place.at === "before" || place.at === "last";
  const { rows, ...total } = await rowsOf(list, query, isBackward);
  if (rows.length === 0 && "code" in place && !(await exists(list, place.code))) return undefined;
  const hasMore = rows.length > list.pageSize;
  const shown = rows.slice(0, list.pageSize);
  if (!isBackward) return { ...total, ...ended(shown), hasPrevious: place.at === "after", hasNext: hasMore };
  return { ...total, ...ended(shown.reverse()), hasPrevious: hasMore, hasNext: place.at === "before" };
}

/** The rows without what they end with, which is where each lies. */
function ended(rows: Value[][]): Pick<Page, "rows" | "first" | "last"> {
  const [first, last] = [rows[0]?.at(-1), rows.at(-1)?.at(-1)];
  const shown = rows.map((row) => row.slice(0, -1));
  return first === undefined ? { rows: shown } : { rows: shown, first: String(first), last: String(last) };
}

async function rowsOf(list: ListSpec, query: Query, isBackward: boolean): Promise<{ rows: Value[][]; found?: number }> {
  const { from, joins = sql`` } = list;
  const scope = scopeSql(list, query) ?? sql`true`;
  const asked = and(filtersSql(list, query), wordsSql(list, query)) ?? sql`true`;
  const here = placeSql(list, query) ?? sql`true`;
  const order = orderSql(list, query, isBackward);
  const limit = list.pageSize + 1;
  const fields = fieldsSql(list, query);
  const page = sql`order by ${order} limit ${limit}`;
  const inOrder = (asked: SQL | undefined, most: number) => {
    const parts = scopesSql(list, query).map(
      (part) => sql`(select * from ${from} where ${and(part, asked, here) ?? sql`true`} order by ${order} limit ${most})`,
    );
    return sql`(${sql.join(parts, sql` union all `)}) as ${from}`;
  };
  // Other tables are joined to the rows of the page alone.
  const shown = (rows: SQL) =>
    ask(sql`select ${fields} from (select * from ${rows} ${page}) as ${from} ${joins} order by ${order}`);
  if (isInOrder(list, query)) return { rows: await shown(inOrder(asked, limit)) };
  // What many records have fills the page from the first of the order; PostgreSQL, left to choose, now and then walks
  // all of them for what few have. So the walk is bounded, and what it does not fill is found by its own index.
  const rows = await shown(sql`${inOrder(undefined, walked)} where ${asked}`);
  if (rows.length === limit) return { rows };
  // Planned without the limit, so that it is.
  if (wordsSql(list, query) === undefined)
    return { rows: await shown(sql`(select * from ${from} where ${and(scope, asked)} offset 0) as ${from} where ${here}`) };
  const found = sql`found as materialized (select * from ${from} where ${and(scope, asked)})`;
  const counted = await ask(
    sql`with ${found} select ${fields}, (select count(*)::float8 from found)
      from (select * from found as ${from} where ${here} ${page}) as ${from} ${joins} order by ${order}`,
  );
  const number = counted[0]?.at(-1);
  return { rows: counted.map((row) => row.slice(0, -1)), ...(typeof number === "number" && { found: number }) };
}

function fieldsSql(list: ListSpec, { isMasked }: Pick<Query, "isMasked">): SQL {
  const fields = shownColumns(list).map(([, { kind, sql: column, shown = sql`${column}` }]) => {
    // As text: a day has no time, and no zone to be read in.
    const value = kind === "day" ? sql`${shown}::text` : shown;
    return isMasked ? masked(kind, value) : value;
  });
  return sql.join([...fields, sql`${list.code}`], sql`, `);
}

async function exists(list: ListSpec, code: string) {
  return (await ask(sql`select 1 from ${list.from} where ${list.code} = ${code}`)).length > 0;
}

async function ask(query: SQL): Promise<Value[][]> {
  const { sql: text, params } = dialect.sqlToQuery(query);
  return (await pool.query<Value[]>({ text, values: params, rowMode: "array" })).rows;
}
