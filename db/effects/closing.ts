import { findBooks } from "#db/books/find";
import { write } from "#db/books/post";
import type { Moving } from "#db/move/moving";
import type { credits } from "#db/schema/credit";
import { standingFigures } from "#lib/domain/book";
import { creditMachine } from "#lib/domain/credit";
import type { Closing } from "#lib/domain/credit-guard";

/**
 * What a credit has that is closed now: nothing outstanding, no arrears, the rest in its credit note. Its row may not know yet
 * that its product was stopped this day, or goes on, so that it is by its book.
 */
export async function closed(moving: Moving, id: string, closedBy: Closing): Promise<Partial<typeof credits.$inferInsert>> {
  const { businessDate: closedOn } = moving;
  const [open] = await findBooks(moving.db, [id]);
  if (open === undefined) throw new Error(`no credit ${id}`);
  const book = { ...open, status: creditMachine.events[closedBy].to, closedBy, closedOn };
  const { figures, replayed } = standingFigures(book, moving);
  write(moving, [{ book, figures, replayed }]);
  return { closedBy, closedOn, wasNotedWhole: figures.closingNote > 0n && book.paid.length === 0 };
}

/** What one has that is no longer closed; its figures are those of an open one. */
export const reopened = { closedBy: null, closedOn: null, wasNotedWhole: false } as const;
