import "server-only";
import { findBooks } from "#db/books/find";
import type { Sight } from "#db/facts/sight";
import { replayBook } from "#lib/domain/book";

/** What pays a credit off on the business date, in minor units. */
export async function findPayoff(sight: Sight, creditId: string): Promise<bigint> {
  const [book] = await findBooks(sight.db, [creditId]);
  if (book === undefined) throw new Error(`no credit ${creditId}`);
  return replayBook(book, sight).payoff;
}
