import { jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/column";
import type { OfferTerms } from "#lib/domain/offer-terms";

/** The terms of offers as they were when credits were made under them; they are only ever added to. */
export const terms = pgTable("terms", {
  id: uuid("id").primaryKey().defaultRandom(),
  /** Of the settings, so that equal ones are kept once. */
  hash: text("hash").notNull().unique(),
  settings: jsonb("settings").$type<OfferTerms>().notNull(),
  at: instant("at").notNull().defaultNow(),
});
