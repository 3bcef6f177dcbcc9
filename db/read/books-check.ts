import "server-only";
import { asc, gt, type SQL, sql } from "drizzle-orm";
import { findBooks } from "#db/books/find";
import { listMinimums, type Minimum } from "#db/books/minimum";
import type { Db, Tx } from "#db/client";
import type { Sight } from "#db/facts/sight";
import { cardChecks } from "#db/read/books-check/cards";
import { columnChecks } from "#db/read/books-check/columns";
import { flagChecks } from "#db/read/books-check/flags";
import { linkChecks } from "#db/read/books-check/links";
import { moveChecks } from "#db/read/books-check/moves";
import { statusChecks } from "#db/read/books-check/statuses";
import { findSight } from "#db/read/rules";
import { credits } from "#db/schema/credit";
import { creditDifferences, type Difference, type StoredCredit, waits } from "#lib/books-check";
import { writeAmount } from "#lib/domain/money";
import type { Unmet } from "#lib/domain/statement";

/** How many credits were replayed, how many of them wait for the next close of day, and how many differences there are in all. */
export type BooksCheck = { credits: number; waiting: number; differences: number; told: Difference[] };

/** So many differences are told one by one. */
const mostTold = 50;
const batchSize = 500;

/**
 * Replays every credit, and recomputes every status, counter and figure that is kept of what is stored elsewhere. It sees one
 * moment, changes nothing, and holds a batch at a time.
 */
export function checkBooks(db: Db | Tx, onProgress: (credits: number) => void = () => undefined): Promise<BooksCheck> {
  const check = async (tx: Tx) => {
    const sight = await findSight(tx);
    const found: BooksCheck = { credits: 0, waiting: 0, differences: 0, told: [] };
    await checkCredits(sight, tx, found, onProgress);
    await checkMinimums(tx, found);
    const checks = [columnChecks, linkChecks, cardChecks, flagChecks, moveChecks].flat();
    for (const [what, rows] of checks) await checkRows(tx, found, what, rows);
    for (const [what, rows] of await statusChecks(sight)) await checkRows(tx, found, what, rows);
    return found;
  };
  // One that runs already sees what it sees.
  const begin: Db["transaction"] = db.transaction.bind(db);
  return begin(check, { isolationLevel: "repeatable read", accessMode: "read only" });
}

async function checkCredits(sight: Sight, tx: Tx, found: BooksCheck, onProgress: (credits: number) => void): Promise<void> {
  let next = readBatch(tx, undefined);
  for (let batch = await next; batch.length > 0; batch = await next) {
    // While these are replayed, the database reads on.
    next = readBatch(tx, batch.at(-1)?.id);
    next.catch(() => undefined);
    for (const credit of batch) {
      found.credits++;
      if (waits(credit, sight)) found.waiting++;
      else tell(found, creditDifferences(credit, sight));
    }
    onProgress(found.credits);
  }
}

async function checkMinimums(tx: Tx, found: BooksCheck): Promise<void> {
  for (let after: string | undefined = ""; after !== undefined; ) {
    const batch: Minimum[] = await listMinimums(tx, after, batchSize);
    for (const minimum of batch) tell(found, minimumDifferences(minimum));
    after = batch.at(-1)?.code;
  }
}

/** What an account's row says of its minimum payments, where its statements say otherwise. */
const minimumDifferences = ({ code, now, stored }: Minimum): Difference[] => {
  const worded = ({ unmet, dueOn }: Unmet) => `${writeAmount(unmet, 2)}${dueOn === null ? "" : ` by ${dueOn}`}`;
  const [is, was] = [worded(now), worded(stored)];
  return is === was ? [] : [{ record: code, what: "minimum payment due", stored: was, recomputed: is }];
};

async function readBatch(tx: Tx, after: string | undefined): Promise<(StoredCredit & { id: string })[]> {
  const rows = await tx
    .select({
      ...{ id: credits.id, outstanding: credits.outstanding, amountPastDue: credits.amountPastDue },
      ...{ pastDueSince: credits.pastDueSince, daysPastDue: credits.daysPastDue, delinquentDays: credits.delinquentDays },
      ...{ pausedDays: credits.pausedDays, nextDueOn: credits.nextDueOn, nextDue: credits.nextDue, wakesOn: credits.wakesOn },
      ...{ creditBalance: credits.creditBalance, carriesDelinquency: credits.carriesDelinquency },
      closingNote: credits.closingNote,
      successor: sql<string | null>`(select s.amount_minor from credits s where s.refinances_id = ${credits}.id)`,
    })
    .from(credits)
    .where(after === undefined ? undefined : gt(credits.id, after))
    .orderBy(asc(credits.id))
    .limit(batchSize);
  const ids = rows.map(({ id }) => id);
  const books = new Map((await findBooks(tx, ids)).map((book) => [book.id, book]));
  return rows.map(({ id, successor, ...figures }) => {
    const book = books.get(id);
    if (book === undefined) throw new Error(`credit ${id} has no book`);
    const { code, allocations } = book;
    return {
      ...{ id, code, book, allocations },
      figures: figures as StoredCredit["figures"],
      successor: successor === null ? null : BigInt(successor),
    };
  });
}

/** Rows of `record`, `stored` and `recomputed` that are not alike. */
async function checkRows(tx: Tx, found: BooksCheck, what: string, rows: SQL): Promise<void> {
  const room = mostTold - found.told.length;
  const { rows: differences } = await tx.execute<Omit<Difference, "what"> & { of: string }>(
    sql`select record, stored, recomputed, count(*) over () as of from (${rows}) as differences limit ${Math.max(1, room)}`,
  );
  const [first] = differences;
  found.differences += Number(first?.of ?? 0);
  for (const { record, stored, recomputed } of differences.slice(0, room)) found.told.push({ record, what, stored, recomputed });
}

function tell(found: BooksCheck, differences: readonly Difference[]): void {
  found.differences += differences.length;
  found.told.push(...differences.slice(0, Math.max(0, mostTold - found.told.length)));
}
