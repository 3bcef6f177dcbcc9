import "server-only";
import { sql } from "drizzle-orm";
import type { StoredBook } from "#db/books/find";
import type { Tx } from "#db/client";
import { question } from "#db/question";
import type { Figures } from "#lib/domain/book";

/** Writes the figures of credits into their rows. */
export function writeFigures(db: Tx, posted: readonly { book: Pick<StoredBook, "id">; figures: Figures }[]): Promise<unknown> {
  const rows = posted.map(({ book: { id }, figures: it }) => ({
    ...{ id, ...it, outstanding: `${it.outstanding}`, amountPastDue: `${it.amountPastDue}`, nextDue: `${it.nextDue}` },
    ...{ creditBalance: `${it.creditBalance}`, closingNote: `${it.closingNote}` },
  }));
  return askToWrite(db, { rows: JSON.stringify(rows) });
}

const askToWrite = question(
  "write_figures",
  sql`update credits k set outstanding_minor = f.outstanding, amount_past_due_minor = f."amountPastDue",
      past_due_since = f."pastDueSince", days_past_due = f."daysPastDue", delinquent_days = f."delinquentDays",
      paused_days = f."pausedDays", next_due_on = f."nextDueOn", next_due_minor = f."nextDue", wakes_on = f."wakesOn",
      credit_balance_minor = f."creditBalance", carries_delinquency = f."carriesDelinquency", closing_note_minor = f."closingNote"
    from jsonb_to_recordset(${sql.placeholder("rows")}::jsonb) as f (id uuid, outstanding bigint, "amountPastDue" bigint,
      "pastDueSince" date, "daysPastDue" int, "delinquentDays" int, "pausedDays" int, "nextDueOn" date, "nextDue" bigint,
      "wakesOn" date, "creditBalance" bigint, "carriesDelinquency" boolean, "closingNote" bigint)
    where k.id = f.id`,
);
