import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { instant, minor } from "#db/schema/column";
import { credits } from "#db/schema/credit";
import { preLoans } from "#db/schema/pre-loan";
import { messageKinds, messageOutcomes } from "#lib/domain/card-message";

/** A refusal as JSON holds it (`storedValues`). */
export type StoredRefusal = { rule: string; values?: Record<string, string | number> };

/** What a card's processor told of purchases, once each, and what came of it. */
export const cardMessages = pgTable(
  "card_messages",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    number: bigint("number", { mode: "bigint" }).generatedAlwaysAsIdentity().notNull(),
    kind: text("kind", { enum: messageKinds }).notNull(),
    externalId: text("external_id").notNull(),
    /** The external ID of the purchase that it is of: the authorization's own. */
    purchase: text("purchase").notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    cardId: uuid("card_id")
      .notNull()
      .references(() => cards.id),
    amount: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    merchant: text("merchant").notNull(),
    /** When it happened, as the processor says. */
    at: instant("at").notNull(),
    receivedAt: instant("received_at").notNull().defaultNow(),
    outcome: text("outcome", { enum: messageOutcomes }).notNull(),
    refusals: jsonb("refusals").$type<StoredRefusal[]>().notNull().default([]),
    /** The hold that it made or released, and the credit that it made or lowered. */
    preLoanId: uuid("pre_loan_id").references(() => preLoans.id),
    creditId: uuid("credit_id").references(() => credits.id),
  },
  (it) => [
    uniqueIndex("card_messages_once").on(it.externalId, it.kind),
    index("card_messages_purchase").on(it.purchase),
    index("card_messages_account").on(it.accountId, it.number),
    index("card_messages_card").on(it.cardId, it.number),
    index("card_messages_pre_loan").on(it.preLoanId),
    index("card_messages_credit").on(it.creditId),
    check("card_messages_kind_known", oneOf("kind", messageKinds)),
    check("card_messages_outcome_known", oneOf("outcome", messageOutcomes)),
    check("card_messages_said", sql`amount_minor > 0 and external_id <> '' and purchase <> ''`),
  ],
);
