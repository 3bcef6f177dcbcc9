import "server-only";
import { eq } from "drizzle-orm";
import { db } from "#db/client";
import { basicsOf, codeIn, offerSeen, owner, productSeen } from "#db/read/related";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { preLoans } from "#db/schema/pre-loan";
import { products } from "#db/schema/product";
import type { Actor } from "#lib/domain/actor";
import type { PreLoanRecord } from "#lib/records";

/** A request for credit by ID, with what it became. */
export async function findPreLoan(actor: Actor, code: string): Promise<PreLoanRecord | undefined> {
  const [found] = await db
    .select({
      ...basicsOf(preLoans),
      customer: owner(actor),
      product: productSeen,
      offer: offerSeen,
      account: codeIn("accounts", preLoans.accountId),
      card: codeIn("cards", preLoans.cardId),
      amount: preLoans.amount,
      downpayment: preLoans.downpayment,
      instalments: preLoans.instalments,
      refinances: codeIn("credits", preLoans.refinancesId),
      credit: codeIn("credits", preLoans.creditId),
    })
    .from(preLoans)
    .innerJoin(customers, eq(customers.id, preLoans.customerId))
    .innerJoin(offers, eq(offers.id, preLoans.offerId))
    .innerJoin(products, eq(products.id, offers.productId))
    .where(eq(preLoans.code, code));
  return found;
}
