import "server-only";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { post } from "#db/books/post";
import { splitAmong } from "#db/books/split";
import { announcedOf } from "#db/facts/money";
import type { Effect, Moving } from "#db/move/moving";
import { question, run } from "#db/question";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { paymentParts, payments } from "#db/schema/payment";
import { sumOf } from "#lib/domain/allocation";
import type { Day } from "#lib/domain/day";
import { leastOf } from "#lib/domain/money";
import type { PaymentType } from "#lib/domain/pre-payment";

/** What was announced becomes an accepted payment, applied to what is owed. */
const confirm: Effect = async (moving, record) => {
  const { customerId, creditId, accountId, type, amount, datedOn: paidOn, isPayoff } = await announcedOf(moving, record);
  const row = { id: randomUUID(), customerId, prePaymentId: record.id, type, amount, paidOn, isPayoff };
  if (creditId !== null) await payCredit(moving, { ...row, creditId });
  else if (accountId !== null) await payAccount(moving, { ...row, accountId });
  return undefined;
};

type Row = {
  id: string;
  customerId: string;
  prePaymentId: string;
  type: PaymentType;
  amount: bigint;
  paidOn: Day;
  isPayoff: boolean;
};

const value = sql.placeholder;
// Made after whatever the lock waited for: a statement that was made meanwhile is to be the one that it pays.
const addPayment = question(
  "add_payment",
  sql`insert into payments (id, customer_id, credit_id, account_id, pre_payment_id, type, amount_minor, paid_on, is_payoff, created_at)
    values (${value("id")}, ${value("customerId")}, ${value("creditId")}, ${value("accountId")}, ${value("prePaymentId")},
      ${value("type")}, ${value("amount")}, ${value("paidOn")}, ${value("isPayoff")}, clock_timestamp())`,
);
const addPart = question(
  "add_payment_part",
  sql`insert into payment_parts (payment_id, credit_id, amount_minor)
    values (${value("paymentId")}, ${value("creditId")}, ${value("amount")})`,
);

/** A pay-off that came to the day cancels the credit. */
async function payCredit(moving: Moving, row: Row & { creditId: string }) {
  const { db, actor, step } = moving;
  const { id: paymentId, creditId, amount, isPayoff } = row;
  const refer = () => [addPayment(db, { ...row, accountId: null }), addPart(db, { paymentId, creditId, amount })];
  const [replayed] = await post(moving, [creditId], { refer });
  if (!isPayoff || actor === undefined || replayed === undefined || sumOf(replayed.outstanding) > 0n) return;
  const [credit] = await db.select({ code: credits.code }).from(credits).where(eq(credits.id, creditId));
  const by = { kind: "operator", role: actor.role } as const;
  const cause = { rule: "paid_off", values: { amount } };
  await step("credit", credit?.code ?? "", "cancel", { reason: "early_payoff", said: { amountMinor: 0n }, by, cause });
}

async function payAccount(moving: Moving, row: Row & { accountId: string }) {
  const { db, writes } = moving;
  const { id: paymentId, accountId, amount, paidOn } = row;
  writes.push(addPayment(db, { ...row, creditId: null }));
  const { parts: split, left } = await splitAmong(db, accountId, { amount, on: paidOn });
  const parts = split.map((part) => ({ paymentId, ...part }));
  const ids = parts.map(({ creditId }) => creditId);
  await post(moving, ids, { refer: () => (parts.length > 0 ? [run(db, db.insert(paymentParts).values(parts))] : []) });
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
