import { check, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { instant, minor } from "#db/schema/column";
import { importId, imports } from "#db/schema/import";
import { prePayments } from "#db/schema/pre-payment";
import { bankStates, dismissals } from "#lib/bank/state";
import { channels, paymentTypes } from "#lib/domain/pre-payment";

/** What a row of a bank's file says. */
const said = () => ({
  line: integer("line").notNull(),
  /** The ID of the credit or account, as the bank has it. */
  target: text("target").notNull(),
  amount: minor("amount_minor").notNull(),
  datedOn: date("dated_on", { mode: "string" }).notNull(),
  reference: text("reference"),
  channel: text("channel", { enum: channels }).notNull(),
  type: text("type", { enum: paymentTypes }).notNull(),
});

/** The good rows of a bank's file between check and commit, then gone. */
export const bankLines = pgTable(
  "bank_lines",
  {
    importId: importId(),
    ...said(),
    /** Set when all rows are read. */
    identity: text("identity"),
  },
  (it) => [primaryKey({ columns: [it.importId, it.line] })],
);

/** The rows of banks' files that were committed, each once for ever: what came of it. */
export const bankRows = pgTable(
  "bank_rows",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    importId: uuid("import_id")
      .notNull()
      .references(() => imports.id),
    ...said(),
    /** By which the same row is known again: its reference, hashed; without one its file and line. */
    identity: text("identity").notNull().unique(),
    state: text("state", { enum: bankStates }).notNull(),
    prePaymentId: uuid("pre_payment_id").references(() => prePayments.id),
    /** Why nobody's payment was made of it. */
    dismissal: text("dismissal", { enum: dismissals }),
    resolvedEmail: text("resolved_email"),
    resolvedAt: instant("resolved_at"),
    at: instant("at").notNull().defaultNow(),
  },
  (it) => [
    index("bank_rows_import").on(it.importId, it.state, it.line),
    index("bank_rows_pre_payment").on(it.prePaymentId),
    check("bank_rows_state_known", oneOf("state", bankStates)),
  ],
);
