import { sql } from "drizzle-orm";
import { credits } from "#db/schema/credit";

/** What a closed credit has: nothing outstanding, the rest in its credit note, no arrears. */
export const closed = (closedBy: (typeof credits.$inferSelect)["closedBy"]) => ({
  closedBy,
  closingNote: sql`${credits.outstanding}`,
  outstanding: 0n,
  daysPastDue: 0,
  delinquentDays: 0,
});

/** What one has that is no longer closed: its credit note is taken back. */
export const reopened = {
  closedBy: null,
  closingNote: 0n,
  outstanding: sql`${credits.outstanding} + ${credits.closingNote}`,
};
