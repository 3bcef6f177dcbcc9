import "server-only";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { post } from "#db/books/post";
import { splitAmong } from "#db/books/split";
import type { Effect, Moving } from "#db/move/moving";
import { only, question, run } from "#db/question";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { paymentParts, payments } from "#db/schema/payment";
import { sumOf } from "#lib/domain/allocation";
import type { Day } from "#lib/domain/day";
import { leastOf } from "#lib/domain/money";

/** What was announced becomes an accepted payment, applied to what is owed. */
const confirm: Effect = async (moving, { id }) => {
  const { db, writes } = moving;
  const announced = only(await findAnnounced(db, { id }));
  const { creditId, accountId } = announced;
  const row = { ...announced, id: randomUUID(), amount: BigInt(announced.amount), prePaymentId: id };
  // After whatever the lock waited for: a statement that was made meanwhile is to be the one that it pays.
  writes.push(run(db, db.insert(payments).values({ ...row, createdAt: sql`clock_timestamp()` })));
  if (creditId !== null) await payCredit(moving, { ...row, creditId });
  else if (accountId !== null) await payAccount(moving, { ...row, accountId });
  return undefined;
};

type Announced = Omit<typeof payments.$inferInsert, "amount"> & {
  creditId: string | null;
  accountId: string | null;
  amount: string;
};

const findAnnounced = question<Announced & { isPayoff: boolean }>(
  "announced",
  sql`select customer_id as "customerId", credit_id as "creditId", account_id as "accountId", amount_minor as amount, type,
    dated_on::text as "paidOn", is_payoff as "isPayoff" from pre_payments where id = ${sql.placeholder("id")}`,
);

type Paid = { id: string; amount: bigint; isPayoff: boolean };

/** A pay-off that came to the day cancels the credit. */
async function payCredit(moving: Moving, { id: paymentId, creditId, amount, isPayoff }: Paid & { creditId: string }) {
  const { db, writes, actor, step } = moving;
  writes.push(run(db, db.insert(paymentParts).values({ paymentId, creditId, amount })));
  const [replayed] = await post(moving, [creditId]);
  if (!isPayoff || actor === undefined || replayed === undefined || sumOf(replayed.outstanding) > 0n) return;
  const [credit] = await db.select({ code: credits.code }).from(credits).where(eq(credits.id, creditId));
  const by = { kind: "operator", role: actor.role } as const;
  const cause = { rule: "paid_off", values: { amount } };
  await step("credit", credit?.code ?? "", "cancel", { reason: "early_payoff", said: { amountMinor: 0n }, by, cause });
}

type PaidToAccount = Pick<Paid, "id" | "amount"> & { accountId: string; paidOn: string };

async function payAccount(moving: Moving, { id: paymentId, accountId, amount, paidOn }: PaidToAccount) {
  const { db, writes } = moving;
  const { parts: split, left } = await splitAmong(db, accountId, { amount, on: paidOn as Day });
  const parts = split.map((part) => ({ paymentId, ...part }));
  if (parts.length > 0) writes.push(run(db, db.insert(paymentParts).values(parts)));
  await post(
    moving,
    parts.map(({ creditId }) => creditId),
  );
  const creditBalance = sql`${accounts.creditBalance} + ${left}`;
  if (left > 0n) await db.update(accounts).set({ creditBalance }).where(eq(accounts.id, accountId));
}

/** Every credit that it had paid is replayed without it; what of it was an account's credit balance is taken from there. */
const reverse: Effect = async (moving, { id, code }) => {
  const { db } = moving;
  const [payment] = await db.select().from(payments).where(eq(payments.id, id));
  if (payment === undefined) throw new Error(`no payment ${code}`);
  const parts = await db.select().from(paymentParts).where(eq(paymentParts.paymentId, id));
  await post(
    moving,
    parts.map(({ creditId }) => creditId),
    { without: id },
  );
  if (payment.accountId === null) return undefined;
  const beyond = parts.reduce((left, part) => left - part.amount, payment.amount);
  const account = eq(accounts.id, payment.accountId);
  const [{ balance } = { balance: 0n }] = await db.select({ balance: accounts.creditBalance }).from(accounts).where(account);
  const taken = leastOf(beyond, balance);
  await db
    .update(accounts)
    .set({ creditBalance: balance - taken })
    .where(account);
  return { shortfall: beyond - taken };
};

export const prePaymentEffects = { confirm };
export const paymentEffects = { reverse };
