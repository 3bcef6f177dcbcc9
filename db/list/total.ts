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

/** How many records the list has in all: exact, from the tally of statuses. */
export async function countAll(list: ListSpec, statuses = list.statuses): Promise<number> {
  const tally = await tallied.execute({ entity: list.record });
  return tally.filter(({ status }) => statuses.includes(status)).reduce((sum, { records }) => sum + records, 0);
}

/** How many records a query finds: exact up to a bound, and beyond it when the query asks for that. */
export async function countFound(list: ListSpec, query: Query): Promise<Total> {
  const only = onlyStatuses(list, query);
  if (only !== undefined) return { records: await countAll(list, only), isMore: false };
  const words = wordsSql(list, query);
  const most = words === undefined ? countedAtMost.byIndex : countedAtMost.byWords;
  const limit: SQL = query.params.isExact ? sql`` : sql`limit ${most + 1}`;
  const found = await db.execute<{ records: number }>(
    sql`select count(*)::float8 as records from (select 1 from ${list.from} where ${and(scopeSql(list, query), filtersSql(list, query), words)} ${limit}) as found`,
  );
  const records = found.rows[0]?.records ?? 0;
  return !query.params.isExact && records > most ? { records: most, isMore: true } : { records, isMore: false };
}

const tallied = db
  .select({ status: statusTally.status, records: sql<number>`sum(${statusTally.records})::float8` })
  .from(statusTally)
  .where(eq(statusTally.entity, sql.placeholder("entity")))
  .groupBy(statusTally.status)
  .prepare(statementName("tally_of"));

/** The statuses of a query that asks for nothing else: the tally knows their number. */
function onlyStatuses(list: ListSpec, { params, words }: Query): readonly string[] | undefined {
  if (words.length > 0 || params.code !== undefined) return undefined;
  const filters = Object.entries(params.filters);
  if (filters.length === 0) return list.statuses;
  const [[key, filter] = [], ...others] = filters;
  const isStatus = key !== undefined && list.columns[key]?.kind === "status";
  return isStatus && filter?.kind === "choice" && others.length === 0 ? filter.values : undefined;
}
