import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Effect, Moving } from "#db/move/moving";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { paymentParts, payments } from "#db/schema/payment";
import { prePayments } from "#db/schema/pre-payment";

/** What was announced becomes an accepted payment, applied to what is owed. */
const confirm: Effect = async (moving, { id, code }) => {
  const { db } = moving;
  const [announced] = await db.select().from(prePayments).where(eq(prePayments.id, id));
  if (announced === undefined) throw new Error(`no pre-payment ${code}`);
  const { customerId, creditId, accountId, amount, type, datedOn } = announced;
  const [payment] = await db
    .insert(payments)
    .values({ customerId, creditId, accountId, amount, type, prePaymentId: id, paidOn: datedOn })
    .returning({ id: payments.id });
  if (payment === undefined) throw new Error("no payment was made");
  await apply(moving, payment.id, { creditId, accountId, amount });
  return undefined;
};

/** Over the credits of an account: the most past due first, then the oldest; those in dispute are left out. */
async function apply(
  { db }: Moving,
  paymentId: string,
  { creditId, accountId, amount }: { creditId: string | null; accountId: string | null; amount: bigint },
) {
  const owing = await db
    .select({ id: credits.id, outstanding: credits.outstanding })
    .from(credits)
    .where(
      and(creditId === null ? eq(credits.accountId, accountId ?? "") : eq(credits.id, creditId), eq(credits.status, "active")),
    )
    .orderBy(sql`${credits.daysPastDue} desc`, asc(credits.number));
  let left = amount;
  for (const { id, outstanding } of owing) {
    const part = outstanding < left ? outstanding : left;
    if (part === 0n) continue;
    left -= part;
    await db.insert(paymentParts).values({ paymentId, creditId: id, amount: part });
    await db
      .update(credits)
      .set({ outstanding: outstanding - part })
      .where(eq(credits.id, id));
  }
  if (creditId !== null) {
    await db
      .update(credits)
      .set({ creditBalance: sql`${credits.creditBalance} + ${left}` })
      .where(eq(credits.id, creditId));
    return;
  }
  const unmet = sql`greatest(${accounts.minimumUnmet} - ${amount}, 0)`;
  await db
    .update(accounts)
    .set({
      creditBalance: sql`${accounts.creditBalance} + ${left}`,
      minimumUnmet: unmet,
      minimumDueOn: sql`case when ${unmet} > 0 then ${accounts.minimumDueOn} end`,
    })
    .where(eq(accounts.id, accountId ?? ""));
}

/** What a payment had paid is owed again; what it had paid beyond that is taken from the credit balance. */
const reverse: Effect = async ({ db }, { id }) => {
  const parts = await db.select().from(paymentParts).where(eq(paymentParts.paymentId, id));
  for (const { creditId, amount } of parts)
    await db
      .update(credits)
      .set({ outstanding: sql`${credits.outstanding} + ${amount}` })
      .where(eq(credits.id, creditId));
  const paid = parts.reduce((sum, { amount }) => sum + amount, 0n);
  const beyond = sql`(select amount_minor - ${paid}::bigint from payments where id = ${id})`;
  const mine = (column: "credit_id" | "account_id") => sql`(select ${sql.raw(column)} from payments where id = ${id})`;
  await db
    .update(credits)
    .set({ creditBalance: sql`greatest(${credits.creditBalance} - ${beyond}, 0)` })
    .where(inArray(credits.id, mine("credit_id")));
  await db
    .update(accounts)
    .set({ creditBalance: sql`greatest(${accounts.creditBalance} - ${beyond}, 0)` })
    .where(inArray(accounts.id, mine("account_id")));
  return undefined;
};

export const prePaymentEffects = { confirm };
export const paymentEffects = { reverse };
