import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { customType, timestamp } from "drizzle-orm/pg-core";
import { type CodeKind, codeLetters } from "#lib/domain/code";

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

/** Ordered as its readers' alphabet orders: Álvarez before Zúñiga, ñ after n. */
export const collatedName = customType<{ data: string }>({ dataType: () => 'text collate "es-x-icu"' });

export const codeOf = (kind: CodeKind, number: PgColumn): SQL =>
  sql`record_code(${sql.raw(`'${codeLetters[kind]}'`)}, ${number})`;
