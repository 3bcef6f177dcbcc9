import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { pool } from "#db/client";
import { type ListSpec, shownColumns } from "#db/list";
import { masked } from "#db/list/mask";
import { filtersSql, orderSql, type Query, scopeSql, wordsSql } from "#db/list/query";
import { type ColumnKind, isMoney } from "#lib/list/view";

export type Labels = {
  headers: Readonly<Record<string, string>>;
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
};
export type CopyEnd = { isWhole: true; rows: number } | { isWhole: false };

const dialect = new PgDialect();
const chunkBytes = 64 * 1024;

/** Each file holds a connection for as long as its reader takes: some are left for the pages. */
const mostAtOnce = 6;
let atOnce = 0;

/**
 * The CSV of everything a query finds, in its sort, at the speed of COPY and in flat memory; undefined while too many
 * are being read. The reader's `cancel` ends the statement in the database; `onEnd` hears once how it ended.
 */
export async function copyCsv(
  list: ListSpec,
  query: Query,
  labels: Labels,
  onEnd: (end: CopyEnd) => Promise<void>,
): Promise<ReadableStream<Uint8Array> | undefined> {
  if (atOnce >= mostAtOnce) return undefined;
  const statement = `copy (${literalSql(copySql(list, query, labels))}) to stdout with (format csv, header)`;
  atOnce += 1;
  const client = await connect(query.timeZone);
  const source = client.query(copyTo(statement));
  const chunks = inChunks(source)[Symbol.asyncIterator]();
  let isOver = false;
  const end = async (how: CopyEnd) => {
    if (isOver) return;
    isOver = true;
    atOnce -= 1;
    // The session carries the file's time zone: it is closed, not handed on.
    client.release(true);
    await onEnd(how);
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (value !== undefined) controller.enqueue(value);
        if (done === true) {
          // The number of rows follows the last row, now and then in a packet of its own.
          await client.query("select");
          await end({ isWhole: true, rows: source.rowCount });
          controller.close();
        }
      } catch (error) {
        await end({ isWhole: false });
        controller.error(error);
      }
    },
    async cancel() {
      await endSession(client).finally(() => end({ isWhole: false }));
    },
  });
}

async function connect(timeZone: string): Promise<pg.PoolClient> {
  let client: pg.PoolClient | undefined;
  try {
    client = await pool.connect();
    await client.query(`select set_config('timezone', $1, false), ${unhurried}`, [timeZone]);
    return client;
  } catch (error) {
    client?.release(true);
    atOnce -= 1;
    throw error;
  }
}

// Parallel workers gather before they give, and what is joined by a hash is put in order afterwards: the first row
// should wait for neither.
const unhurried = Object.entries({ max_parallel_workers_per_gather: "0", enable_hashjoin: "off", enable_mergejoin: "off" })
  .map(([setting, value]) => `set_config('${setting}', '${value}', false)`)
  .join(", ");

/** A statement with its parameters written into it as literals, because COPY takes none. */
export function literalSql(statement: SQL): string {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return text.replace(/\$(\d+)/g, (_, number: string) => literal(params[Number(number) - 1]));
}

function literal(value: unknown): string {
  if (typeof value === "string" && !value.includes("\0")) return pg.escapeLiteral(value);
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  throw new Error(`no literal for a ${typeof value}`);
}

export function copySql(list: ListSpec, query: Query, labels: Labels): SQL {
  const fields = shownColumns(list).map(([key, { kind, sql: column }]) => {
    const value = query.isMasked ? masked(kind, sql`${column}`) : sql`${column}`;
    return sql`${fileValue(kind, value, labels)} as ${sql.identifier(labels.headers[key] ?? key)}`;
  });
  const found = and(scopeSql(list, query), filtersSql(list, query), wordsSql(list, query)) ?? sql`true`;
  return sql`select ${sql.join(fields, sql`, `)} from ${list.from} ${list.joins ?? sql``} where ${found} order by ${orderSql(list, query)}`;
}

function fileValue(kind: ColumnKind, value: SQL, labels: Labels): SQL {
  // To its last digit, and as a number.
  if (isMoney(kind)) return sql`(${value} / 100.0)::numeric(20, 2)`;
  if (asIs.has(kind)) return value;
  const words = labels.values[kind];
  if (words !== undefined) {
    const cases = Object.entries(words).map(([word, label]) => sql`when ${word} then ${label}`);
    return sql`case ${value} ${sql.join(cases, sql` `)} else harmless(${value}) end`;
  }
  if (kind === "instant" || kind === "moment") return sql`to_jsonb(${value}) #>> '{}'`;
  return sql`harmless(${value})`;
}

const asIs: ReadonlySet<ColumnKind> = new Set(["code", "count", "bucket", "day", "phone"]);

async function* inChunks(source: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let parts: Buffer[] = [];
  let bytes = 0;
  let isFirst = true;
  for await (const part of source) {
    parts.push(part);
    bytes += part.length;
    // The first rows leave at once, so that whoever waits sees the file begin.
    if (bytes < chunkBytes && !isFirst) continue;
    yield Buffer.concat(parts);
    isFirst = false;
    parts = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(parts);
}

/**
 * By a connection of its own: those of the pool may all be waiting for this one. Its session, not its statement: that may
 * still be on its way there, and would begin when nobody waits for it any more.
 */
async function endSession(target: pg.PoolClient) {
  const { processID } = target as pg.PoolClient & { processID: number };
  const client = new pg.Client(pool.options);
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select pg_terminate_backend($1)", [processID]);
  } finally {
    await client.end();
  }
}
