import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/column";

/** Forms that were acted on: the same one sent again gets the same answer, another under its key is refused. */
export const requests = pgTable(
  "requests",
  {
    key: uuid("key").primaryKey(),
    owner: text("owner").notNull(),
    /** Of all that the form said, hashed with the key. */
    bodyHash: text("body_hash").notNull(),
    answer: jsonb("answer").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (it) => [index("requests_at").on(it.at)],
);
