import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { minor, recordColumns } from "#db/schema/column";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { preLoanStatuses } from "#lib/domain/pre-loan";

/** A request for a credit; on an account, an authorization. */
export const preLoans = pgTable(
  "pre_loans",
  {
    ...recordColumns("pre_loan", preLoanStatuses),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customers.id),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offers.id),
    accountId: uuid("account_id").references(() => accounts.id),
    cardId: uuid("card_id").references(() => cards.id),
    amount: minor("amount_minor").notNull(),
    downpayment: minor("downpayment_minor").notNull().default(sql`0`),
    instalments: integer("instalments").notNull(),
    /** Null is the business date on which it is confirmed. */
    disburseOn: date("disburse_on", { mode: "string" }),
    /** Null is as the offer says. */
    firstDueOn: date("first_due_on", { mode: "string" }),
    /** The credit that the new one would pay off. */
    refinancesId: uuid("refinances_id").references(() => credits.id),
    /** What it became. */
    creditId: uuid("credit_id").references(() => credits.id),
  },
  (it) => [
    index("pre_loans_customer").on(it.customerId),
    index("pre_loans_offer").on(it.offerId, it.createdAt, it.id),
    index("pre_loans_account").on(it.accountId),
    uniqueIndex("pre_loans_credit").on(it.creditId),
    index("pre_loans_taken").on(it.createdAt, it.id),
    index("pre_loans_status").on(it.status, it.createdAt, it.id),
    index("pre_loans_amount").on(it.amount, it.id),
    check("pre_loans_status_known", oneOf("status", preLoanStatuses)),
    check("pre_loans_amounts", sql`amount_minor > downpayment_minor and downpayment_minor >= 0 and instalments > 0`),
  ],
);
