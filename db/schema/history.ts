import { sql } from "drizzle-orm";
import { bigint, boolean, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { bytes, instant } from "#db/schema/column";
import { roles } from "#lib/domain/actor";
import type { Details } from "#lib/history";

/**
 * What was done, by whom, to what. Rows are only ever added, and each one's hash is made from what it holds and the hash
 * before it (triggers do both), so that none can be altered or taken away unseen.
 */
export const history = pgTable(
  "history",
  {
    id: bigint("id", { mode: "bigint" }).generatedAlwaysAsIdentity().primaryKey(),
    at: instant("at").notNull().defaultNow(),
    /** The operator; "system" for a rule. */
    subject: text("subject").notNull(),
    email: text("email").notNull(),
    role: text("role", { enum: roles }),
    ip: text("ip").notNull(),
    action: text("action").notNull(),
    module: text("module").notNull(),
    /** The ID of the record, and of the customer whom it is about. */
    record: text("record"),
    customer: text("customer"),
    details: jsonb("details").$type<Details>().notNull(),
    /** What is personal of it, as JSON under the customer's key. */
    sealed: bytes("sealed"),
    hash: bytes("hash").notNull().default(sql`'\\x'`),
  },
  (it) => [
    index("history_at").on(it.at, it.id),
    index("history_record").on(it.record, it.id),
    index("history_customer").on(it.customer, it.id),
    index("history_email").on(it.email, it.at, it.id),
    index("history_subject").on(it.subject, it.at, it.id),
    index("history_action").on(it.action, it.at, it.id),
    index("history_module").on(it.module, it.at, it.id),
    index("history_approval").on(sql`(details ->> 'approval')`).where(sql`(details ->> 'approval') is not null`),
  ],
);

/** The last hash of the history: one row, locked by whoever adds to it. */
export const historyHead = pgTable("history_head", {
  isOnly: boolean("is_only").primaryKey().default(true),
  rows: bigint("rows", { mode: "bigint" }).notNull(),
  lastId: bigint("last_id", { mode: "bigint" }).notNull(),
  hash: bytes("hash").notNull(),
});
