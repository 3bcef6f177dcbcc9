import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "#db/schema/column";
import { customers } from "#db/schema/customer";

/** What operators tell each other of a customer, under the customer's key. */
export const notes = pgTable(
  "notes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customers.id),
    email: text("email").notNull(),
    at: instant("at").notNull().defaultNow(),
    words: bytes("words").notNull(),
  },
  (it) => [index("notes_customer").on(it.customerId, it.at)],
);
