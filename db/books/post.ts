import "server-only";
import { writeAllocations } from "#db/books/allocations";
import { writeFigures } from "#db/books/figures";
import { findBooks, type StoredBook } from "#db/books/find";
import { holdProducts } from "#db/books/hold";
import type { Moving } from "#db/move/moving";
import { type Book, figuresOf } from "#lib/domain/book";
import type { Replayed } from "#lib/domain/replay";

/** What of a credit is no longer as its rows still say. */
type Changed = { status?: Book["status"]; without?: string };
/** What writes rows that refer to the credits, which their books are to show. */
type Referring = { refer?: () => Promise<unknown>[] };

/**
 * Replays credits of one customer, whose row is locked, and writes what changed: their figures, and allocations in place of
 * those that are no longer so. `without` leaves out a payment that is being reversed.
 */
export async function post(
  moving: Moving,
  ids: readonly string[],
  { refer, ...changed }: Changed & Referring = {},
): Promise<Replayed[]> {
  const { db, writes } = moving;
  // Sent in one go: a row that refers to a credit locks it as well.
  const holding = holdProducts(db, ids);
  const referring = refer?.() ?? [];
  for (const each of referring) each.catch(() => undefined);
  writes.push(...referring);
  const [, books] = await Promise.all([holding, findBooks(db, ids)]);
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
