import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/column";
import { roles } from "#lib/domain/actor";

/** What was done, by whom, to what; rows are only ever added (a trigger refuses the rest). */
export const history = pgTable(
  "history",
  {
    id: bigint("id", { mode: "bigint" }).generatedAlwaysAsIdentity().primaryKey(),
    at: instant("at").notNull().defaultNow(),
    subject: text("subject").notNull(),
    email: text("email").notNull(),
    role: text("role", { enum: roles }),
    ip: text("ip").notNull(),
    action: text("action").notNull(),
    module: text("module").notNull(),
    record: text("record"),
    details: jsonb("details").$type<Record<string, string | number | boolean | null | string[]>>().notNull(),
  },
  (it) => [index("history_at").on(it.at, it.id)],
);
