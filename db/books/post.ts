import "server-only";
import { writeAllocations } from "#db/books/allocations";
import { writeFigures } from "#db/books/figures";
import { findBooks, type StoredBook } from "#db/books/find";
import type { Moving } from "#db/move/moving";
import { type Book, figuresOf } from "#lib/domain/book";
import type { Replayed } from "#lib/domain/replay";

/** What of a credit is no longer as its rows still say. */
type Changed = { status?: Book["status"]; without?: string };

/**
 * Replays credits of one customer, whose row is locked, and writes what changed: their figures, and allocations in place of
 * those that are no longer so. `without` leaves out a payment that is being reversed.
 */
export async function post(moving: Moving, ids: readonly string[], changed: Changed = {}): Promise<Replayed[]> {
  const books = await findBooks(moving.db, ids);
  const posted = books.map((stored) => {
    const book = changedBook(stored, changed);
    return { book, ...figuresOf(book, moving) };
  });
  const written = [...writeAllocations(moving.db, posted), writeFigures(moving.db, posted)];
  for (const each of written) each.catch(() => undefined);
  moving.writes.push(...written);
  return posted.map(({ replayed }) => replayed);
}

function changedBook(book: StoredBook, { status = book.status, without }: Changed): StoredBook {
  return { ...book, status, paid: book.paid.filter(({ paymentId }) => paymentId !== without) };
}
