import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { ColumnKind } from "#lib/list/view";

/** A personal value as a role without `pii:read` may see it; the rest never leaves the database. */
export function masked(kind: ColumnKind, column: SQL): SQL {
  switch (kind) {
    case "name":
      return sql`regexp_replace(${column}, '(\\S)\\S*', '\\1•••', 'g')`;
    case "email":
      return sql`case when ${column} = '' then '' else left(${column}, 1) || '•••@•••' end`;
    case "phone":
    case "national_id":
      return sql`case when length(${column}) > 7 then '•••' || right(${column}, 4) else left('•••', length(${column})) end`;
    case "address":
      return sql`left(${column}, 0) || '•••'`;
    default:
      return column;
  }
}
