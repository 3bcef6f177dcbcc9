import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, check, date, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { instant, minor, recordColumns } from "#db/schema/column";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { terms } from "#db/schema/terms";
import { creditStatuses } from "#lib/domain/credit";
import { closings } from "#lib/domain/credit-guard";
import type { Component } from "#lib/domain/rules";

/** A loan; on an account, a settlement. */
export const credits = pgTable(
  "credits",
  {
    ...recordColumns("credit", creditStatuses),
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customers.id),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offers.id),
    accountId: uuid("account_id").references(() => accounts.id),
    cardId: uuid("card_id").references(() => cards.id),
    amount: minor("amount_minor").notNull(),
    outstanding: minor("outstanding_minor").notNull(),
    disbursedOn: date("disbursed_on", { mode: "string" }).notNull(),
    termsId: uuid("terms_id")
      .notNull()
      .references(() => terms.id),
    instalments: integer("instalments").notNull(),
    /** Null is as the terms say. */
    firstDueOn: date("first_due_on", { mode: "string" }),
    /** The order in which its payments cover what an instalment asks. */
    collection: text("collection").array().$type<Component[]>().notNull().default(sql`'{penalty,fee,interest,principal}'`),
    amountPastDue: minor("amount_past_due_minor").notNull().default(sql`0`),
    /** The due day of the oldest instalment that is past due. */
    pastDueSince: date("past_due_since", { mode: "string" }),
    daysPastDue: integer("days_past_due").notNull().default(0),
    delinquentDays: integer("delinquent_days").notNull().default(0),
    /** Of the days past due, those that do not count as delinquent because a dispute or an inactive product paused them. */
    pausedDays: integer("paused_days").notNull().default(0),
    /** The next instalment that asks for something, and for how much. */
    nextDueOn: date("next_due_on", { mode: "string" }),
    nextDue: minor("next_due_minor").notNull().default(sql`0`),
    /** The business date on which more than the count of days changes by itself. */
    wakesOn: date("wakes_on", { mode: "string" }),
    /** The credit that this one paid off. */
    refinancesId: uuid("refinances_id").references((): AnyPgColumn => credits.id),
    /** Whether that one was delinquent. */
    inheritsDelinquency: boolean("inherits_delinquency").notNull().default(false),
    /** Whether this one counts as such for it: until its first instalment is paid. */
    carriesDelinquency: boolean("carries_delinquency").notNull().default(false),
    /** What was paid beyond what was owed. */
    creditBalance: minor("credit_balance_minor").notNull().default(sql`0`),
    closedOn: date("closed_on", { mode: "string" }),
    closedBy: text("closed_by", { enum: closings }),
    /** The credit note of its closing. */
    closingNote: minor("closing_note_minor").notNull().default(sql`0`),
    /** Whether that was for all of the credit: nothing of it had been paid. */
    wasNotedWhole: boolean("was_noted_whole").notNull().default(false),
  },
  (it) => [
    index("credits_customer").on(it.customerId),
    index("credits_offer").on(it.offerId, it.disbursedOn, it.id),
    index("credits_account").on(it.accountId),
    index("credits_card").on(it.cardId),
    index("credits_wake").on(it.wakesOn),
    index("credits_past_due").on(it.number).where(sql`past_due_since is not null`),
    uniqueIndex("credits_refinances").on(it.refinancesId),
    index("credits_taken").on(it.disbursedOn, it.id),
    index("credits_status").on(it.status, it.disbursedOn, it.id),
    index("credits_days_past_due").on(it.daysPastDue, it.id),
    index("credits_outstanding").on(it.outstanding, it.id),
    index("credits_amount").on(it.amount, it.id),
    index("credits_refinanced").on(it.disbursedOn, it.id).where(isRefinanced),
    check("credits_status_known", oneOf("status", creditStatuses)),
    check("credits_closed_by_known", oneOf("closed_by", closings)),
    check(
      "credits_amounts",
      sql`amount_minor > 0 and outstanding_minor >= 0 and credit_balance_minor >= 0 and closing_note_minor >= 0
        and amount_past_due_minor between 0 and outstanding_minor and next_due_minor >= 0 and instalments > 0`,
    ),
    check("credits_days", sql`days_past_due >= 0 and delinquent_days between 0 and days_past_due and paused_days >= 0`),
    check("credits_past_due", sql`(past_due_since is null) = (days_past_due = 0)`),
  ],
);

/** Of a pair of which one paid off the other. */
export const isRefinanced = sql`(refinances_id is not null or closed_by is not distinct from 'refinance')`;

/** What a customer disputed of a credit, and what came of it: while it is open, nothing is accepted or decided. */
export const disputes = pgTable(
  "disputes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    creditId: uuid("credit_id")
      .notNull()
      .references(() => credits.id),
    amount: minor("amount_minor").notNull(),
    accepted: minor("accepted_minor"),
    openedAt: instant("opened_at").notNull().defaultNow(),
    decidedAt: instant("decided_at"),
    /** Business dates: of the days between them its delinquent days stand still. */
    openedOn: date("opened_on", { mode: "string" }).notNull(),
    decidedOn: date("decided_on", { mode: "string" }),
  },
  (it) => [
    uniqueIndex("disputes_open").on(it.creditId).where(sql`decided_at is null`),
    index("disputes_credit").on(it.creditId),
    check("disputes_amounts", sql`amount_minor > 0 and accepted_minor between 0 and amount_minor`),
  ],
);
