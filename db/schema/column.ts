import { type SQL, sql } from "drizzle-orm";
import { bigint, customType, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { type CodeKind, codeLetters } from "#lib/domain/code";

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

/** Money in minor units. */
export const minor = (name: string) => bigint(name, { mode: "bigint" });

export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Ordered as its readers' alphabet orders: Álvarez before Zúñiga, ñ after n. */
export const collatedName = customType<{ data: string }>({ dataType: () => 'text collate "es-x-icu"' });

export const codeOf = (kind: CodeKind): SQL => sql.raw(`record_code('${codeLetters[kind]}', number)`);

/** What every record that a machine moves has: its ID, its status and when that changed, and how often. */
export const recordColumns = <const Statuses extends [string, ...string[]]>(kind: CodeKind, statuses: Statuses) => ({
  id: uuid("id").primaryKey().defaultRandom(),
  number: bigint("number", { mode: "bigint" }).generatedAlwaysAsIdentity().notNull().unique(),
  code: text("code").notNull().unique().generatedAlwaysAs(codeOf(kind)),
  status: text("status", { enum: statuses })
    .notNull()
    .default(statuses[0] as never),
  /** How many transitions it has had: a trigger asks for each one's row. */
  moves: integer("moves").notNull().default(0),
  createdAt: instant("created_at").notNull().defaultNow(),
  statusChangedAt: instant("status_changed_at").notNull().defaultNow(),
});
