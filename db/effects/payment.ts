import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Effect, Moving } from "#db/move/moving";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { paymentParts, payments } from "#db/schema/payment";
import { prePayments } from "#db/schema/pre-payment";
import { leastOf } from "#lib/domain/money";

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
    const part = leastOf(outstanding, left);
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
const reverse: Effect = async ({ db }, { id, code }) => {
  const [payment] = await db.select().from(payments).where(eq(payments.id, id));
  if (payment === undefined) throw new Error(`no payment ${code}`);
  const { creditId, accountId, amount } = payment;
  if (creditId !== null) {
    const owed = owedAgain(sql`greatest(${amount} - ${credits.creditBalance}, 0)`);
    const creditBalance = sql`greatest(${credits.creditBalance} - ${amount}, 0)`;
    await db
      .update(credits)
      .set({ ...owed, creditBalance })
      .where(eq(credits.id, creditId));
    return undefined;
  }
  const parts = await db.select().from(paymentParts).where(eq(paymentParts.paymentId, id));
  for (const part of parts)
    await db
      .update(credits)
      .set(owedAgain(sql`${part.amount}::bigint`))
      .where(eq(credits.id, part.creditId));
  const beyond = parts.reduce((left, part) => left - part.amount, amount);
  const creditBalance = sql`greatest(${accounts.creditBalance} - ${beyond}, 0)`;
  await db
    .update(accounts)
    .set({ creditBalance })
    .where(eq(accounts.id, accountId ?? ""));
  return undefined;
};

/** A closed credit that owes no more than its tolerance again, or that nothing reopens, stays closed: its credit note grows. */
function owedAgain(part: SQL) {
  const { status, closedBy, closingNote, outstanding, amount, offerId } = credits;
  const tolerance = sql`(select tolerance_minor from products p join offers o on o.product_id = p.id where o.id = ${offerId})`;
  const staysClosed = sql`(${status} in ('paid', 'cancelled') and (${part} = 0 or ${closingNote} + ${part} <= ${tolerance}
    or ${closingNote} >= ${amount} or ${closedBy} is null or ${closedBy} not in ('settle', 'cancel')))`;
  return {
    outstanding: sql`case when ${staysClosed} then ${outstanding} else ${outstanding} + ${closingNote} + ${part} end`,
    closingNote: sql`case when ${staysClosed} then ${closingNote} + ${part} else 0 end`,
  };
}

export const prePaymentEffects = { confirm };
export const paymentEffects = { reverse };
