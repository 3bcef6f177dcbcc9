import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { db, statementName } from "#db/client";
import type { ListSpec } from "#db/list";
import { filtersSql, type Query, scopeSql, wordsSql } from "#db/list/query";
import { statusTally } from "#db/schema/status-tally";

/** How many records; where `isMore`, at least one more than `records`. */
export type Total = { records: number; isMore: boolean };

/** Counting stops here unless all are asked for: by an index alone so many are cheap, by words each is fetched. */
const countedAtMost = { byIndex: 100_000, byWords: 1_000 };

/** How many records the list has in all: exact, from the tally of statuses where it has any. */
export async function countAll(list: ListSpec, statuses = list.statuses): Promise<number> {
  if (list.status === undefined)
    return countSql(list.total ?? sql`select ${count} from ${list.from} where ${list.scope ?? sql`true`}`);
  const tally = await tallied.execute({ entity: list.record });
  return tally.filter(({ status }) => statuses.includes(status)).reduce((sum, { records }) => sum + records, 0);
}

/** How many records a query finds: exact up to a bound, and beyond it when the query asks for that. */
export async function countFound(list: ListSpec, query: Query): Promise<Total> {
  if (isAll(query)) return { records: await countAll(list), isMore: false };
  const only = onlyStatuses(list, query);
  if (only !== undefined) return { records: await countAll(list, only), isMore: false };
  const words = wordsSql(list, query);
  const most = words === undefined ? countedAtMost.byIndex : countedAtMost.byWords;
  const limit: SQL = query.params.isExact ? sql`` : sql`limit ${most + 1}`;
  const found = and(scopeSql(list, query), filtersSql(list, query), words) ?? sql`true`;
  const records = await countSql(sql`select ${count} from (select 1 from ${list.from} where ${found} ${limit}) as found`);
  return !query.params.isExact && records > most ? { records: most, isMore: true } : { records, isMore: false };
}

const count = sql`count(*)::float8 as records`;

async function countSql(question: SQL): Promise<number> {
  return (await db.execute<{ records: number }>(question)).rows[0]?.records ?? 0;
}

const tallied = db
  .select({ status: statusTally.status, records: sql<number>`sum(${statusTally.records})::float8` })
  .from(statusTally)
  .where(eq(statusTally.entity, sql.placeholder("entity")))
  .groupBy(statusTally.status)
  .prepare(statementName("tally_of"));

const isAll = ({ params, words }: Query) =>
  words.length === 0 && params.code === undefined && Object.keys(params.filters).length === 0;

/** The statuses of a query that asks for nothing else: the tally knows their number. */
function onlyStatuses(list: ListSpec, { params, words }: Query): readonly string[] | undefined {
  if (words.length > 0 || params.code !== undefined) return undefined;
  const filters = Object.entries(params.filters);
  const [[key, filter] = [], ...others] = filters;
  const isStatus = key !== undefined && list.columns[key]?.kind === "status";
  return isStatus && filter?.kind === "choice" && others.length === 0 ? filter.values : undefined;
}
