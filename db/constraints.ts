import { type SQL, sql } from "drizzle-orm";

/** A CHECK's condition: the column holds one of a closed list of the domain's words. */
export function oneOf(column: string, words: readonly string[]): SQL {
  // sql.raw, because drizzle-kit writes a bound value into the DDL as "$1"; every word is a literal of lib/domain.
  return sql.raw(`${column} in (${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ")})`);
}
