import { sql } from "drizzle-orm";
import { check, date, index, pgTable, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { accounts } from "#db/schema/account";
import { minor, recordColumns } from "#db/schema/column";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { promiseStatuses } from "#lib/domain/promise";

/** A promise to pay an amount of a credit or an account by a day. */
export const promises = pgTable(
  "promises",
  {
    ...recordColumns("promise", promiseStatuses),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customers.id),
    creditId: uuid("credit_id").references(() => credits.id),
    accountId: uuid("account_id").references(() => accounts.id),
    amount: minor("amount_minor").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
  },
  (it) => [
    index("promises_customer").on(it.customerId),
    index("promises_credit").on(it.creditId),
    index("promises_account").on(it.accountId),
    index("promises_due").on(it.dueOn, it.id),
    index("promises_status").on(it.status, it.dueOn, it.id),
    index("promises_amount").on(it.amount, it.id),
    check("promises_status_known", oneOf("status", promiseStatuses)),
    check("promises_of_one", sql`num_nonnulls(credit_id, account_id) = 1 and amount_minor > 0`),
  ],
);
