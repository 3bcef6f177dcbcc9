import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { instant, minor, recordColumns } from "#db/schema/column";
import { customers } from "#db/schema/customer";
import { products } from "#db/schema/product";
import { accountStatuses } from "#lib/domain/account";

/** A card account. */
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
    /** What its credits owe and what its pending authorizations hold: triggers keep them, and so what is left of the line. */
    debt: minor("debt_minor").notNull().default(sql`0`),
    /** What those in dispute owe: no part of the debt, but nothing that could be spent again. */
    disputed: minor("disputed_minor").notNull().default(sql`0`),
    authorized: minor("authorized_minor").notNull().default(sql`0`),
    available: minor("available_minor")
      .notNull()
      .generatedAlwaysAs(sql`greatest(credit_line_minor - debt_minor - disputed_minor - authorized_minor, 0)`),
    /** What its statements ask for and is not paid yet, and when the oldest of it falls due (`unmetOf` of them says the same). */
    minimumUnmet: minor("minimum_unmet_minor").notNull().default(sql`0`),
    minimumDueOn: date("minimum_due_on", { mode: "string" }),
    closingDay: integer("closing_day").notNull(),
    dueDay: integer("due_day").notNull(),
    /** Since when an operator's suspension stands, which no rule lifts. */
    heldAt: instant("held_at"),
  },
  (it) => [
    index("accounts_customer").on(it.customerId),
    index("accounts_product").on(it.productId, it.createdAt, it.id),
    index("accounts_created").on(it.createdAt, it.id),
    index("accounts_status").on(it.status, it.createdAt, it.id),
    index("accounts_credit_line").on(it.creditLine, it.id),
    index("accounts_available").on(it.available, it.id),
    index("accounts_debt").on(it.debt, it.id),
    check("accounts_status_known", oneOf("status", accountStatuses)),
    check("accounts_days", sql`closing_day between 1 and 31 and due_day between 1 and 31`),
    check("accounts_minimum_due", sql`minimum_unmet_minor = 0 or minimum_due_on is not null`),
    check("accounts_amounts", sql`credit_line_minor >= 0 and credit_balance_minor >= 0 and minimum_unmet_minor >= 0`),
  ],
);
