import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { findBooks } from "#db/books/find";
import { post } from "#db/books/post";
import type { Moving } from "#db/move/moving";
import { run } from "#db/question";
import { accounts } from "#db/schema/account";
import { cardMessages } from "#db/schema/card-message";
import { credits } from "#db/schema/credit";
import { creditNotes } from "#db/schema/settlement";
import { flag } from "#db/settle/flag";
import { isOpenCredit } from "#lib/domain/credit";
import { type Day, laterOf } from "#lib/domain/day";
import { aboveBought, splitRefund } from "#lib/domain/refund";

type Refund = { messageId: string; creditId: string; amount: bigint; on: Day };

/**
 * Gives a merchant's refund to the credit of its purchase: a credit note on what is still owed of it, the surplus to the
 * account's credit balance. To a closed credit nothing can be noted: all of it is surplus.
 */
export async function refund(
  moving: Moving,
  { messageId, creditId, amount, on }: Refund,
): Promise<{ note: bigint; surplus: bigint }> {
  const { db } = moving;
  const [book] = await findBooks(db, [creditId]);
  if (book === undefined) throw new Error(`no credit ${creditId}`);
  const { status, closedBy, disbursedOn } = book;
  const isOpen = isOpenCredit(status);
  const day = laterOf(on, disbursedOn);
  const { note, surplus } = isOpen ? splitRefund(book, { amount, on: day }, moving) : { note: 0n, surplus: amount };
  const above = aboveBought(book, { amount, surplusBefore: await surplusOf(moving, creditId) });
  if (note > 0n) {
    const row = { creditId, messageId, amount: note, on: day };
    await post(moving, [creditId], { refer: () => [run(db, db.insert(creditNotes).values(row))] });
    await Promise.all(moving.writes);
  }
  if (surplus > 0n) await addBalance(moving, creditId, surplus);
  // Of one that was simply paid, nothing else is odd.
  const isOdd = !isOpen && closedBy !== "settle";
  if (isOdd) await flag(db, creditId, "refund_of_closed", { amount });
  else if (above > 0n) await flag(db, creditId, "refund_above", { amount, above });
  if (status === "in_dispute") await flag(db, creditId, "refund_in_dispute", { amount });
  return { note, surplus };
}

/** What of refunds of a credit it did not owe. */
async function surplusOf({ db }: Moving, creditId: string): Promise<bigint> {
  const [found] = await db
    .select({ surplus: sql<string>`coalesce(sum(${cardMessages.amount} - coalesce(${creditNotes.amount}, 0)), 0)` })
    .from(cardMessages)
    .leftJoin(creditNotes, eq(creditNotes.messageId, cardMessages.id))
    .where(and(eq(cardMessages.creditId, creditId), eq(cardMessages.kind, "refund"), eq(cardMessages.outcome, "booked")));
  return BigInt(found?.surplus ?? 0);
}

async function addBalance({ db }: Moving, creditId: string, surplus: bigint): Promise<void> {
  const account = sql`(select ${credits.accountId} from ${credits} where ${credits.id} = ${creditId})`;
  await db
    .update(accounts)
    .set({ creditBalance: sql`${accounts.creditBalance} + ${surplus}` })
    .where(eq(accounts.id, account));
}
