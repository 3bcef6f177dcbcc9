import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, minor } from "#db/schema/column";
import { importId } from "#db/schema/import";
import { messageKinds } from "#lib/domain/card-message";

/** The good rows of a card processor's file between check and commit, then gone. */
export const processorLines = pgTable(
  "processor_lines",
  {
    importId: importId(),
    line: integer("line").notNull(),
    externalId: text("external_id").notNull(),
    kind: text("kind", { enum: messageKinds }).notNull(),
    purchase: text("purchase").notNull(),
    amount: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    at: instant("at").notNull(),
    /** The IDs of the card and its account, once all rows are read. */
    card: text("card"),
    account: text("account"),
    lastFour: text("last_four"),
    merchant: text("merchant").notNull(),
  },
  (it) => [primaryKey({ columns: [it.importId, it.line] }), index("processor_lines_at").on(it.importId, it.at)],
);
