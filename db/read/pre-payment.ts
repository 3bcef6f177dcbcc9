import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client";
import { masked } from "#db/list/mask";
import { basicsOf, codeIn, owner } from "#db/read/related";
import { customers } from "#db/schema/customer";
import { prePayments } from "#db/schema/pre-payment";
import { type Actor, can } from "#lib/domain/actor";
import type { PrePaymentRecord } from "#lib/records";

/** An announced payment by ID, with the payment that it became. */
export async function findPrePayment(actor: Actor, code: string): Promise<PrePaymentRecord | undefined> {
  const [found] = await db
    .select({
      ...basicsOf(prePayments),
      customer: owner(actor),
      credit: codeIn("credits", prePayments.creditId),
      account: codeIn("accounts", prePayments.accountId),
      amount: prePayments.amount,
      type: prePayments.type,
      channel: prePayments.channel,
      datedOn: prePayments.datedOn,
      isPayoff: prePayments.isPayoff,
      reference: referenceSeen(actor),
      payment: sql<string | null>`(select it.code from payments it where it.pre_payment_id = ${prePayments.id})`,
    })
    .from(prePayments)
    .innerJoin(customers, eq(customers.id, prePayments.customerId))
    .where(eq(prePayments.code, code));
  return found;
}

/** Banks name payers in it: it is masked whole, as an address is. */
const referenceSeen = (actor: Actor) =>
  (can(actor, "pii:read") ? sql`${prePayments.reference}` : masked("address", sql`${prePayments.reference}`)) as SQL<
    PrePaymentRecord["reference"]
  >;
