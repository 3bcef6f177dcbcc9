import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { instant, minor, recordColumns } from "#db/schema/column";
import { customers } from "#db/schema/customer";
import { products } from "#db/schema/product";
import { accountStatuses } from "#lib/domain/account";

/** A card account; its debt is what its credits owe. */
export const accounts = pgTable(
  "accounts",
  {
    ...recordColumns("account", accountStatuses),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customers.id),
    productId: uuid("product_id")
      .notNull()
      .references(() => products.id),
    creditLine: minor("credit_line_minor").notNull(),
    creditBalance: minor("credit_balance_minor").notNull().default(sql`0`),
    /** What is still missing of minimum payments, and the oldest day one of them was due. */
    minimumUnmet: minor("minimum_unmet_minor").notNull().default(sql`0`),
    minimumDueOn: date("minimum_due_on", { mode: "string" }),
    closingDay: integer("closing_day").notNull(),
    dueDay: integer("due_day").notNull(),
    /** Since when an operator's suspension stands, which no rule lifts. */
    heldAt: instant("held_at"),
  },
  (it) => [
    index("accounts_customer").on(it.customerId),
    check("accounts_status_known", oneOf("status", accountStatuses)),
    check("accounts_days", sql`closing_day between 1 and 31 and due_day between 1 and 31`),
    check("accounts_minimum_due", sql`minimum_unmet_minor = 0 or minimum_due_on is not null`),
    check("accounts_amounts", sql`credit_line_minor >= 0 and credit_balance_minor >= 0 and minimum_unmet_minor >= 0`),
  ],
);
