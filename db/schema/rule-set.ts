import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/column";

/** The versions of the project's business rules; the last one counts, and before the first the defaults. */
export const ruleSets = pgTable("rule_sets", {
  version: integer("version").generatedAlwaysAsIdentity().primaryKey(),
  rules: jsonb("rules").$type<Record<string, unknown>>().notNull(),
  subject: text("subject").notNull(),
  email: text("email").notNull(),
  at: instant("at").notNull().defaultNow(),
});
