import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/column";

/** Words typed into a list's search, kept out of addresses: the address carries the id, only its owner can read it. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    owner: text("owner").notNull(),
    list: text("list").notNull(),
    /** As JSON text, which holds what PostgreSQL's text cannot (NUL, lone surrogates). */
    words: text("words").notNull(),
    wordsHash: text("words_hash").notNull(),
    usedAt: instant("used_at").notNull().defaultNow(),
  },
  (it) => [uniqueIndex("saved_searches_once").on(it.owner, it.list, it.wordsHash)],
);
