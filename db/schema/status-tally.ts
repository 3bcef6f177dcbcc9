import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";

/**
 * How many records of an entity are in each status, of credits under each offer: the sum of its rows. Triggers add a row a statement, so that no
 * two writers wait for one counter, and now and then fold the rows into one.
 */
export const statusTally = pgTable(
  "status_tally",
  {
    entity: text("entity").notNull(),
    status: text("status").notNull(),
    records: bigint("records", { mode: "number" }).notNull(),
    /** Of credits, the offer they are under. */
    offerId: uuid("offer_id"),
  },
  (it) => [index("status_tally_entity").on(it.entity, it.status, it.offerId)],
);
