import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";

/**
 * How many records of an entity are in each status: the sum of its rows. Triggers add a row a statement, so that no
 * two writers wait for one counter, and now and then fold the rows into one.
 */
export const statusTally = pgTable(
  "status_tally",
  {
    entity: text("entity").notNull(),
    status: text("status").notNull(),
    records: bigint("records", { mode: "number" }).notNull(),
  },
  (it) => [index("status_tally_entity").on(it.entity)],
);
