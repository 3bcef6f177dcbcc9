import { sql } from "drizzle-orm";
import { check, date, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { accounts } from "#db/schema/account";
import { cardMessages } from "#db/schema/card-message";
import { bytes, instant, minor } from "#db/schema/column";
import { credits } from "#db/schema/credit";
import { flagKinds } from "#lib/domain/card-message";

/** Why an operator should look at a settlement that was booked, until one has. */
export const settlementFlags = pgTable(
  "settlement_flags",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    creditId: uuid("credit_id")
      .notNull()
      .references(() => credits.id),
    kind: text("kind", { enum: flagKinds }).notNull(),
    /** What was seen, by name: money as marked text (`storedValues`). */
    seen: jsonb("seen").$type<Record<string, string | number>>().notNull().default({}),
    openedAt: instant("opened_at").notNull().defaultNow(),
    resolvedAt: instant("resolved_at"),
    /** "system" where what was missing came later. */
    resolvedEmail: text("resolved_email"),
    /** Under the customer's key. */
    comment: bytes("comment"),
  },
  (it) => [
    index("settlement_flags_credit").on(it.creditId),
    check("settlement_flags_kind_known", oneOf("kind", flagKinds)),
    check("settlement_flags_resolved", sql`(resolved_at is null) = (resolved_email is null)`),
  ],
);

/** What a refund took off the principal of a credit, from a day on. */
export const creditNotes = pgTable(
  "credit_notes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    creditId: uuid("credit_id")
      .notNull()
      .references(() => credits.id),
    messageId: uuid("message_id")
      .notNull()
      .references(() => cardMessages.id),
    amount: minor("amount_minor").notNull(),
    on: date("on_day", { mode: "string" }).notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (it) => [
    index("credit_notes_credit").on(it.creditId),
    uniqueIndex("credit_notes_message").on(it.messageId),
    check("credit_notes_amount", sql`amount_minor > 0`),
  ],
);

/** What of an account's credit balance was paid back to its holder. */
export const balanceRefunds = pgTable(
  "balance_refunds",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    amount: minor("amount_minor").notNull(),
    /** Of the transfer that paid it, under the customer's key; of one paid before it was sealed only the history has it. */
    reference: bytes("reference"),
    on: date("on_day", { mode: "string" }).notNull(),
    askedEmail: text("asked_email").notNull(),
    approvedEmail: text("approved_email").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (it) => [index("balance_refunds_account").on(it.accountId), check("balance_refunds_amount", sql`amount_minor > 0`)],
);
