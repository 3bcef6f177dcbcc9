import { sql } from "drizzle-orm";
import { boolean, check, date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { accounts } from "#db/schema/account";
import { minor, recordColumns } from "#db/schema/column";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { channels, paymentTypes, prePaymentStatuses } from "#lib/domain/pre-payment";

/** Money announced for a credit or an account, not confirmed yet. */
export const prePayments = pgTable(
  "pre_payments",
  {
    ...recordColumns("pre_payment", prePaymentStatuses),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customers.id),
    creditId: uuid("credit_id").references(() => credits.id),
    accountId: uuid("account_id").references(() => accounts.id),
    amount: minor("amount_minor").notNull(),
    type: text("type", { enum: paymentTypes }).notNull(),
    channel: text("channel", { enum: channels }).notNull(),
    datedOn: date("dated_on", { mode: "string" }).notNull(),
    /** Meant to pay all off: the interest to come is not asked for. */
    isPayoff: boolean("is_payoff").notNull().default(false),
    /** What the bank calls it, of one that came in a bank's file. */
    reference: text("reference"),
  },
  (it) => [
    index("pre_payments_customer").on(it.customerId),
    index("pre_payments_credit").on(it.creditId),
    index("pre_payments_account").on(it.accountId),
    index("pre_payments_taken").on(it.createdAt, it.id),
    index("pre_payments_status").on(it.status, it.createdAt, it.id),
    index("pre_payments_type").on(it.type, it.createdAt, it.id),
    index("pre_payments_channel").on(it.channel, it.createdAt, it.id),
    index("pre_payments_amount").on(it.amount, it.id),
    check("pre_payments_status_known", oneOf("status", prePaymentStatuses)),
    check("pre_payments_type_known", oneOf("type", paymentTypes)),
    check("pre_payments_channel_known", oneOf("channel", channels)),
    check("pre_payments_of_one", sql`num_nonnulls(credit_id, account_id) = 1 and amount_minor > 0`),
  ],
);
