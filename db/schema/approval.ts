import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { bytes, codeOf, instant } from "#db/schema/column";
import { roles } from "#lib/domain/actor";
import { approvalStates } from "#lib/domain/approval";

/** What one operator asked for and a second one has to approve: the event, and what was said with it. */
export const approvals = pgTable(
  "approvals",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    number: bigint("number", { mode: "bigint" }).generatedAlwaysAsIdentity().notNull().unique(),
    code: text("code").notNull().unique().generatedAlwaysAs(codeOf("approval")),
    /** A pending one past `expires_at` is over, whether or not anybody has noted it. */
    status: text("status", { enum: approvalStates }).notNull().default("pending"),
    entity: text("entity").notNull(),
    record: uuid("record").notNull(),
    recordCode: text("record_code").notNull(),
    customerId: uuid("customer_id"),
    event: text("event").notNull(),
    reason: text("reason"),
    /** Amounts and choices, as text, and the dispute that was open. */
    input: jsonb("input").$type<{ [key: string]: string }>().notNull(),
    /** The comment, under the customer's key where there is a customer. */
    comment: bytes("comment"),
    /** That of the transfer by which money is to be paid out, under the customer's key. */
    reference: bytes("reference"),
    askedBy: text("asked_by").notNull(),
    askedEmail: text("asked_email").notNull(),
    askedRole: text("asked_role", { enum: roles }).notNull(),
    askedAt: instant("asked_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    decidedBy: text("decided_by"),
    decidedEmail: text("decided_email"),
    decidedAt: instant("decided_at"),
  },
  (it) => [
    index("approvals_asked").on(it.askedAt, it.id),
    index("approvals_record").on(it.record),
    uniqueIndex("approvals_once").on(it.record, it.event).where(sql`status = 'pending'`),
    check("approvals_status_known", oneOf("status", approvalStates)),
    check("approvals_two_people", sql`decided_by <> asked_by`),
  ],
);
