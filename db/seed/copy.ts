import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { copyText } from "#db/seed/copy-text";

/** Adds rows, as the lines of `copyLine`, to those columns of a table by COPY, as they come. */
export async function copy(
  client: PoolClient,
  table: PgTable,
  fields: readonly string[],
  lines: Iterable<string>,
): Promise<void> {
  const columns = getTableColumns(table);
  const names = fields.map((field) => columns[field]?.name).join(", ");
  await pipeline(Readable.from(copyText(lines)), client.query(copyFrom(`COPY ${getTableName(table)} (${names}) FROM STDIN`)));
}
