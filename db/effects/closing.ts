import { type SQL, sql } from "drizzle-orm";
import type { Moving } from "#db/move/moving";
import { credits } from "#db/schema/credit";
import { closedFigures } from "#lib/domain/book";

/** What a closed credit has: nothing outstanding, the rest in its credit note, no arrears. */
export const closed = ({ businessDate }: Moving, closedBy: (typeof credits.$inferSelect)["closedBy"]) => ({
  ...closedFigures,
  closedBy,
  closedOn: businessDate,
  closingNote: closedBy === "refinance" ? 0n : sql`${credits.outstanding}`,
  wasNotedWhole: closedBy === "refinance" ? false : sql`${credits.outstanding} > 0 and not ${isPaid(sql`${credits.id}`)}`,
});

/** What one has that is no longer closed; its figures are those of an open one. */
export const reopened = { closedBy: null, closedOn: null, wasNotedWhole: false } as const;

/** Whether something of a credit is paid. */
export const isPaid = (creditId: SQL) => sql`exists (select from payment_parts y join payments m on m.id = y.payment_id
  where y.credit_id = ${creditId} and y.amount_minor > 0 and m.status = 'accepted')`;
