import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { accounts } from "#db/schema/account";
import { instant, minor, recordColumns } from "#db/schema/column";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { prePayments } from "#db/schema/pre-payment";
import { paymentStatuses } from "#lib/domain/payment";
import { channels, paymentTypes } from "#lib/domain/pre-payment";

/** Money accepted, and applied to what is owed. */
export const payments = pgTable(
  "payments",
  {
    ...recordColumns("payment", paymentStatuses),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customers.id),
    creditId: uuid("credit_id").references(() => credits.id),
    accountId: uuid("account_id").references(() => accounts.id),
    prePaymentId: uuid("pre_payment_id").references(() => prePayments.id),
    amount: minor("amount_minor").notNull(),
    type: text("type", { enum: paymentTypes }).notNull(),
    /** Of the pre-payment that it was: a trigger says it. */
    channel: text("channel", { enum: channels }),
    paidOn: date("paid_on", { mode: "string" }).notNull(),
    isPayoff: boolean("is_payoff").notNull().default(false),
    /** Reversed, what of it was neither owed again nor in the account's credit balance any more: it had been paid out. */
    shortfall: minor("shortfall_minor").notNull().default(sql`0`),
  },
  (it) => [
    index("payments_customer").on(it.customerId),
    index("payments_credit").on(it.creditId),
    index("payments_account").on(it.accountId),
    uniqueIndex("payments_pre_payment").on(it.prePaymentId),
    index("payments_paid").on(it.paidOn, it.id),
    index("payments_status").on(it.status, it.paidOn, it.id),
    index("payments_type").on(it.type, it.paidOn, it.id),
    index("payments_channel").on(it.channel, it.paidOn, it.id),
    index("payments_amount").on(it.amount, it.id),
    check("payments_status_known", oneOf("status", paymentStatuses)),
    check("payments_type_known", oneOf("type", paymentTypes)),
    check("payments_channel_known", oneOf("channel", channels)),
    check("payments_shortfall", sql`shortfall_minor = 0 or shortfall_minor between 0 and amount_minor and status = 'reversed'`),
    check("payments_of_one", sql`num_nonnulls(credit_id, account_id) = 1 and amount_minor > 0`),
  ],
);

/** How much of a payment is for which credit: all of it, or of an account's what is not its credit balance; none any more where a dispute freed it. */
export const paymentParts = pgTable(
  "payment_parts",
  {
    paymentId: uuid("payment_id")
      .notNull()
      .references(() => payments.id),
    creditId: uuid("credit_id")
      .notNull()
      .references(() => credits.id),
    amount: minor("amount_minor").notNull(),
  },
  (it) => [
    primaryKey({ columns: [it.paymentId, it.creditId] }),
    index("payment_parts_credit").on(it.creditId),
    check("payment_parts_amount", sql`amount_minor >= 0`),
  ],
);

/**
 * How much of a payment covered what of an instalment. What a later reversal or back-dating changed is superseded by the
 * row that came instead, if any did.
 */
export const allocations = pgTable(
  "allocations",
  {
    id: bigint("id", { mode: "bigint" }).generatedAlwaysAsIdentity().primaryKey(),
    paymentId: uuid("payment_id").notNull(),
    creditId: uuid("credit_id").notNull(),
    instalment: integer("instalment").notNull(),
    penalty: minor("penalty_minor").notNull(),
    fee: minor("fee_minor").notNull(),
    interest: minor("interest_minor").notNull(),
    principal: minor("principal_minor").notNull(),
    at: instant("at").notNull().defaultNow(),
    supersedesId: bigint("supersedes_id", { mode: "bigint" }).references((): AnyPgColumn => allocations.id),
    supersededAt: instant("superseded_at"),
  },
  (it) => [
    foreignKey({ columns: [it.paymentId, it.creditId], foreignColumns: [paymentParts.paymentId, paymentParts.creditId] }),
    uniqueIndex("allocations_in_force").on(it.creditId, it.paymentId, it.instalment).where(sql`superseded_at is null`),
    index("allocations_payment").on(it.paymentId),
    check(
      "allocations_amounts",
      sql`least(penalty_minor, fee_minor, interest_minor, principal_minor) >= 0
        and penalty_minor + fee_minor + interest_minor + principal_minor > 0`,
    ),
  ],
);
