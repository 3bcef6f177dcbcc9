import "server-only";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { CodeKind } from "#lib/domain/code";

type RecordTable = PgTable & Record<"id" | "code" | "status", PgColumn>;

/** What the list of a table's records has besides its columns, as the table says it. */
export const recordsOf = (record: CodeKind, table: RecordTable) => ({
  record,
  from: table,
  id: table.id,
  code: table.code,
  status: table.status,
  statuses: table.status.enumValues ?? [],
  pageSize: 50,
});
