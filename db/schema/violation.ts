import { boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "#db/schema/column";
import { customers } from "#db/schema/customer";

/** A business rule that a customer broke; open until it is resolved. */
export const violations = pgTable(
  "violations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customers.id),
    rule: text("rule").notNull(),
    isFraud: boolean("is_fraud").notNull(),
    /** Under the customer's key. */
    comment: bytes("comment"),
    recordedEmail: text("recorded_email").notNull(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    resolvedEmail: text("resolved_email"),
    resolvedAt: instant("resolved_at"),
  },
  (it) => [index("violations_customer").on(it.customerId)],
);
