import { sql } from "drizzle-orm";
import { check, date, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { accounts } from "#db/schema/account";
import { instant, minor } from "#db/schema/column";

/** What a cycle of an account came to when it closed, as its holder was told; it stays so, whatever is paid or reversed later. */
export const statements = pgTable(
  "statements",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    closedOn: date("closed_on", { mode: "string" }).notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    debt: minor("debt_minor").notNull(),
    fallsDue: minor("falls_due_minor").notNull(),
    charges: minor("charges_minor").notNull(),
    minimum: minor("minimum_minor").notNull(),
    /** What of the minimum those before it had not asked for. */
    added: minor("added_minor").notNull(),
    payoff: minor("payoff_minor").notNull(),
    /** Payments accepted from then on are for it, until there is another. */
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (it) => [
    primaryKey({ columns: [it.accountId, it.closedOn] }),
    check("statements_due", sql`due_on > closed_on`),
    check(
      "statements_amounts",
      sql`least(debt_minor - minimum_minor, minimum_minor, falls_due_minor, charges_minor, payoff_minor) >= 0`,
    ),
  ],
);
