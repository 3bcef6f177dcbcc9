import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Effect, Moving } from "#db/move/moving";
import type { Moved } from "#db/move/record";
import { accounts } from "#db/schema/account";
import { credits, disputes } from "#db/schema/credit";
import { paymentParts, payments } from "#db/schema/payment";

/** What a closed credit has: nothing outstanding, the rest in its credit note, no arrears. */
const closed = (closedBy: (typeof credits.$inferSelect)["closedBy"]) => ({
  closedBy,
  closingNote: sql`${credits.outstanding}`,
  outstanding: 0n,
  daysPastDue: 0,
  delinquentDays: 0,
});

const settle: Effect = async () => closed("settle");
const cancel: Effect = async () => closed("cancel");
const refinance: Effect = async () => ({ ...closed("refinance"), closingNote: 0n });
const reopen: Effect = async () => ({
  closedBy: null,
  closingNote: 0n,
  outstanding: sql`${credits.outstanding} + ${credits.closingNote}`,
});

const dispute: Effect = async ({ db }, { id }, { said }) => {
  if (said?.amountMinor === undefined) throw new Error("a dispute without an amount");
  await db.insert(disputes).values({ creditId: id, amount: said.amountMinor });
  return undefined;
};

const loseDispute: Effect = (moving, record) => decide(moving, record, 0n).then(() => undefined);

/** Payments to the credit are reversed; of an account's only the part on this credit, which becomes its credit balance. */
const winDispute: Effect = async (moving, record) => {
  const { db, step } = moving;
  await decide(moving, record, sql`${disputes.amount}`);
  const own = await db
    .select({ code: payments.code })
    .from(payments)
    .where(and(eq(payments.creditId, record.id), eq(payments.status, "accepted")))
    .orderBy(payments.number);
  const cause = { rule: "dispute_won", values: { credit: record.code } };
  for (const { code } of own)
    await step("payment", code, "reverse", { reason: "dispute_won", said: { isByWinDispute: true }, cause });
  const parts = await db.delete(paymentParts).where(isAccountPart(record.id)).returning({ amount: paymentParts.amount });
  const freed = parts.reduce((sum, { amount }) => sum + amount, 0n);
  const account = sql`(select account_id from credits where id = ${record.id})`;
  if (freed > 0n)
    await db
      .update(accounts)
      .set({ creditBalance: sql`${accounts.creditBalance} + ${freed}` })
      .where(eq(accounts.id, account));
  return closed("win_dispute");
};

const isAccountPart = (creditId: string) =>
  and(
    eq(paymentParts.creditId, creditId),
    sql`${paymentParts.paymentId} in (select id from payments where account_id is not null and status = 'accepted')`,
  );

const winDisputeInPart: Effect = async (moving, record, { said }) => {
  const accepted = said?.amountMinor;
  if (accepted === undefined) throw new Error("a dispute won in part without the part");
  await decide(moving, record, accepted);
  return {
    amount: sql`${credits.amount} - ${accepted}`,
    outstanding: sql`greatest(${credits.outstanding} - ${accepted}, 0)`,
    creditBalance: sql`${credits.creditBalance} + greatest(${accepted} - ${credits.outstanding}, 0)`,
  };
};

async function decide({ db }: Moving, { id }: Moved, accepted: bigint | ReturnType<typeof sql>) {
  await db
    .update(disputes)
    .set({ decidedAt: sql`now()`, accepted })
    .where(and(eq(disputes.creditId, id), isNull(disputes.decidedAt)));
}

export const creditEffects = {
  settle,
  cancel,
  refinance,
  reopen,
  dispute,
  lose_dispute: loseDispute,
  win_dispute: winDispute,
  win_dispute_in_part: winDisputeInPart,
};
