import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client";
import {
  basicsOf,
  listCards,
  listCredits,
  listPayments,
  listPreLoans,
  listPrePayments,
  listPromises,
  owner,
  productSeen,
  stoppedOn,
} from "#db/read/related";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { payments } from "#db/schema/payment";
import { preLoans } from "#db/schema/pre-loan";
import { prePayments } from "#db/schema/pre-payment";
import { products } from "#db/schema/product";
import { promises } from "#db/schema/promise";
import type { Actor } from "#lib/domain/actor";
import type { AccountRecord } from "#lib/records";

/** A card account by ID, with its cards, credits and payments, and the authorizations that wait. */
export async function findAccount(actor: Actor, code: string): Promise<AccountRecord | undefined> {
  const [found] = await db
    .select({ ...row, customer: owner(actor), id: accounts.id, customerId: accounts.customerId })
    .from(accounts)
    .innerJoin(customers, eq(customers.id, accounts.customerId))
    .innerJoin(products, eq(products.id, accounts.productId))
    .where(eq(accounts.code, code));
  if (found === undefined) return undefined;
  const { id, customerId, ...account } = found;
  const [cardsOf, authorizations, creditsOf, paid, announced, promised] = await Promise.all([
    listCards(eq(cards.accountId, id)),
    listPreLoans(and(eq(preLoans.accountId, id), eq(preLoans.status, "pending"))),
    listCredits(eq(credits.accountId, id)),
    listPayments(eq(payments.accountId, id)),
    listPrePayments(eq(prePayments.accountId, id)),
    listPromises(and(eq(promises.customerId, customerId), eq(promises.accountId, id))),
  ]);
  const lists = {
    cards: cardsOf,
    authorizations,
    credits: creditsOf,
    payments: paid,
    prePayments: announced,
    promises: promised,
  };
  return { ...account, ...lists };
}

const row = {
  ...basicsOf(accounts),
  product: productSeen,
  stoppedOn,
  creditLine: accounts.creditLine,
  debt: accounts.debt,
  disputed: accounts.disputed,
  available: accounts.available,
  authorized: accounts.authorized,
  creditBalance: accounts.creditBalance,
  minimumUnmet: accounts.minimumUnmet,
  minimumDueOn: accounts.minimumDueOn,
  closingDay: accounts.closingDay,
  dueDay: accounts.dueDay,
  heldAt: accounts.heldAt,
};
