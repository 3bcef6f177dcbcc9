import { type Book, type Measure, replayBook } from "#lib/domain/book";
import type { Day } from "#lib/domain/day";
import { leastOf } from "#lib/domain/money";

/**
 * How a merchant's refund goes to an open credit: a credit note takes off its principal what is still owed of it, and the
 * rest is surplus. Minor units.
 */
export function splitRefund(
  book: Book,
  { amount, on }: { amount: bigint; on: Day },
  measure: Measure,
): { note: bigint; surplus: bigint } {
  const balance = (note: bigint) =>
    replayBook({ ...book, lowered: [...book.lowered, { on, amount: note }] }, measure).creditBalance;
  const before = replayBook(book, measure).creditBalance;
  let note = leastOf(amount, leftOf(book));
  // Less principal bears less interest, so that what is over may change with the note: each turn it is less.
  for (let over = note > 0n ? balance(note) - before : 0n; over > 0n && note > 0n; over = note > 0n ? balance(note) - before : 0n)
    note -= leastOf(over, note);
  return { note, surplus: amount - note };
}

/** What of a refund is more than was ever bought, after refunds that left so much surplus; minor units. */
export function aboveBought(book: Bought, { amount, surplusBefore }: { amount: bigint; surplusBefore: bigint }): bigint {
  const left = leftOf(book) - surplusBefore;
  return left > 0n ? amount - leastOf(amount, left) : amount;
}

type Bought = Pick<Book, "amount" | "lowered">;

function leftOf({ amount, lowered }: Bought): bigint {
  const left = lowered.reduce((rest, lowering) => rest - lowering.amount, amount);
  return left > 0n ? left : 0n;
}
