import "server-only";
import { asc, eq } from "drizzle-orm";
import { db } from "#db/client";
import { listAllocations, listPaidToDate } from "#db/read/allocation";
import { basicsOf, codeIn, owner } from "#db/read/related";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { paymentParts, payments } from "#db/schema/payment";
import type { Actor } from "#lib/domain/actor";
import type { PaymentRecord } from "#lib/records";

/** A payment by ID, with how much of it went to which credit. */
export async function findPayment(actor: Actor, code: string): Promise<PaymentRecord | undefined> {
  const [found] = await db
    .select({
      id: payments.id,
      ...basicsOf(payments),
      customer: owner(actor),
      credit: codeIn("credits", payments.creditId),
      account: codeIn("accounts", payments.accountId),
      amount: payments.amount,
      type: payments.type,
      paidOn: payments.paidOn,
      isPayoff: payments.isPayoff,
      shortfall: payments.shortfall,
      prePayment: codeIn("pre_payments", payments.prePaymentId),
    })
    .from(payments)
    .innerJoin(customers, eq(customers.id, payments.customerId))
    .where(eq(payments.code, code));
  if (found === undefined) return undefined;
  const { id, ...payment } = found;
  const [parts, covered, toDate] = await Promise.all([listPartsOf(id), listAllocations(id), listPaidToDate(id)]);
  const allocations = covered.flatMap(({ supersededAt, ...row }) => (supersededAt === null ? [row] : []));
  const superseded = covered.flatMap(({ supersededAt, ...row }) => (supersededAt === null ? [] : [{ ...row, supersededAt }]));
  return { ...payment, parts, allocations, superseded, toDate };
}

const listPartsOf = (id: string) =>
  db
    .select({ code: credits.code, status: credits.status, amount: paymentParts.amount })
    .from(paymentParts)
    .innerJoin(credits, eq(credits.id, paymentParts.creditId))
    .where(eq(paymentParts.paymentId, id))
    .orderBy(asc(credits.number));
