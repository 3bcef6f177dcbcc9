import { sql } from "drizzle-orm";
import type { Moving } from "#db/move/moving";
import { credits } from "#db/schema/credit";
import { closedFigures } from "#lib/domain/book";

/** What a closed credit has: nothing outstanding, the rest in its credit note, no arrears. */
export const closed = ({ businessDate }: Moving, closedBy: (typeof credits.$inferSelect)["closedBy"]) => ({
  ...closedFigures,
  closedBy,
  closedOn: businessDate,
  closingNote: closedBy === "refinance" ? 0n : sql`${credits.outstanding}`,
});

/** What one has that is no longer closed; its figures are those of an open one. */
export const reopened = { closedBy: null, closedOn: null } as const;
