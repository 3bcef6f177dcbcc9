import { boolean, date, pgTable, text } from "drizzle-orm/pg-core";
import type { Day } from "#lib/domain/day";

/** One row: the project this installation serves. */
export const projects = pgTable("projects", {
  isOnly: boolean("is_only").primaryKey().default(true),
  name: text("name").notNull(),
  country: text("country").notNull(),
  currency: text("currency").notNull(),
  timeZone: text("time_zone").notNull(),
  language: text("language", { enum: ["es", "en"] }).notNull(),
  businessDate: date("business_date", { mode: "string" }).$type<Day>().notNull(),
});
