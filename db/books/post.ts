import "server-only";
import { writeAllocations } from "#db/books/allocations";
import { writeFigures } from "#db/books/figures";
import { findBooks, type StoredBook } from "#db/books/find";
import { holdProducts } from "#db/books/hold";
import type { Moving } from "#db/move/moving";
import { type Book, figuresOf, standingFigures } from "#lib/domain/book";
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
  write(moving, posted);
  return posted.map(({ replayed }) => replayed);
}

/** The same of credits that stay closed, whatever they come to; their products are locked. */
export async function restate(moving: Moving, ids: readonly string[]): Promise<void> {
  const books = await findBooks(moving.db, ids);
  write(
    moving,
    books.map((book) => ({ book, ...standingFigures(book, moving) })),
  );
}

/** Writes what credits have come to. */
export function write({ db, writes }: Moving, posted: readonly Posted[]): void {
  const written = [...writeAllocations(db, posted), writeFigures(db, posted)];
  for (const each of written) each.catch(() => undefined);
  writes.push(...written);
}

type Posted = { book: StoredBook } & ReturnType<typeof standingFigures>;

function changedBook(book: StoredBook, { status = book.status, without }: Changed): StoredBook {
  return { ...book, status, paid: book.paid.filter(({ paymentId }) => paymentId !== without) };
}
