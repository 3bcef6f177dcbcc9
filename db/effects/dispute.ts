import "server-only";
import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { post } from "#db/books/post";
import { closed, reopened } from "#db/effects/closing";
import type { Effect, Moving } from "#db/move/moving";
import type { Moved } from "#db/move/record";
import { accounts } from "#db/schema/account";
import { disputes } from "#db/schema/credit";
import { paymentParts, payments } from "#db/schema/payment";
import { leastOf } from "#lib/domain/money";

/** Of a paid credit the credit note is taken back: what is decided closes it anew. */
const dispute: Effect = async (moving, { id }, { said }) => {
  if (said?.amountMinor === undefined) throw new Error("a dispute without an amount");
  const { db, businessDate } = moving;
  await db.insert(disputes).values({ creditId: id, amount: said.amountMinor, openedOn: businessDate });
  await post(moving, [id], { status: "in_dispute" });
  return reopened;
};

const lose: Effect = async (moving, record) => {
  await decide(moving, record, 0n);
  await post(moving, [record.id]);
  return undefined;
};

/** Payments to the credit are reversed; of an account's only the part on this credit, which becomes its credit balance. */
const win: Effect = async (moving, record) => {
  const { db, step, actor } = moving;
  if (actor === undefined) throw new Error("a dispute that nobody decided");
  await decide(moving, record, sql`${disputes.amount}`);
  const own = await db
    .select({ code: payments.code })
    .from(payments)
    .where(and(eq(payments.creditId, record.id), eq(payments.status, "accepted")))
    .orderBy(payments.number);
  const cause = { rule: "dispute_won", values: { credit: record.code } };
  const by = { kind: "operator", role: actor.role } as const;
  for (const { code } of own)
    await step("payment", code, "reverse", { reason: "dispute_won", said: { isByWinDispute: true }, cause, by });
  await freeParts(moving, record);
  return closed(moving, record.id, "win_dispute");
};

/** Less was lent. What was paid too much becomes credit balance: of the account, as far as it was paid to one. */
const winInPart: Effect = async (moving, record, { said }) => {
  const accepted = said?.amountMinor;
  if (accepted === undefined) throw new Error("a dispute won in part without the part");
  await decide(moving, record, accepted);
  const [replayed] = await post(moving, [record.id]);
  const excess = replayed?.creditBalance ?? 0n;
  if (excess > 0n && (await freeParts(moving, record, excess)) > 0n) await post(moving, [record.id]);
  return undefined;
};

/** Takes from a credit what an account's payments brought it, the latest first, and makes it the account's credit balance. */
async function freeParts({ db }: Moving, { id }: Moved, most?: bigint): Promise<bigint> {
  const parts = await db
    .select({ paymentId: payments.id, accountId: payments.accountId, amount: paymentParts.amount })
    .from(paymentParts)
    .innerJoin(payments, eq(payments.id, paymentParts.paymentId))
    .where(and(eq(paymentParts.creditId, id), isNotNull(payments.accountId), eq(payments.status, "accepted")))
    .orderBy(desc(payments.number));
  let freed = 0n;
  for (const { paymentId, amount } of parts) {
    const freeing = leastOf(amount, most === undefined ? amount : most - freed);
    if (freeing === 0n) break;
    freed += freeing;
    const part = and(eq(paymentParts.paymentId, paymentId), eq(paymentParts.creditId, id));
    await db
      .update(paymentParts)
      .set({ amount: amount - freeing })
      .where(part);
  }
  const creditBalance = sql`${accounts.creditBalance} + ${freed}`;
  const owners = parts.flatMap(({ accountId }) => accountId ?? []);
  if (freed > 0n) await db.update(accounts).set({ creditBalance }).where(inArray(accounts.id, owners));
  return freed;
}

async function decide({ db, businessDate }: Moving, { id }: Moved, accepted: bigint | SQL) {
  await db
    .update(disputes)
    .set({ decidedAt: sql`now()`, decidedOn: businessDate, accepted })
    .where(and(eq(disputes.creditId, id), isNull(disputes.decidedAt)));
}

export const disputeEffects = { dispute, lose_dispute: lose, win_dispute: win, win_dispute_in_part: winInPart };
