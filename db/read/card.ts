import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client";
import { basicsOf, codeIn, listCredits, minorFrom, owner, stoppedOn } from "#db/read/related";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { products } from "#db/schema/product";
import type { Actor } from "#lib/domain/actor";
import type { CardRecord } from "#lib/records";

/** A card by ID, with what was bought with it. */
export async function findCard(actor: Actor, code: string): Promise<CardRecord | undefined> {
  const [found] = await db
    .select({ ...row, customer: owner(actor), id: cards.id, accountId: cards.accountId })
    .from(cards)
    .innerJoin(accounts, eq(accounts.id, cards.accountId))
    .innerJoin(customers, eq(customers.id, accounts.customerId))
    .innerJoin(products, eq(products.id, accounts.productId))
    .where(eq(cards.code, code));
  if (found === undefined) return undefined;
  const { id, accountId, ...card } = found;
  // By account first, which has an index.
  return { ...card, credits: await listCredits(and(eq(credits.accountId, accountId), eq(credits.cardId, id))) };
}

const row = {
  ...basicsOf(cards),
  account: { code: accounts.code, status: accounts.status },
  stoppedOn,
  kind: cards.kind,
  lastFour: cards.lastFour,
  debt: sql`(select coalesce(sum(outstanding_minor), 0) from credits it
    where it.account_id = ${cards.accountId} and it.card_id = ${cards.id})`.mapWith(minorFrom),
  replaces: codeIn("cards", cards.replacesId),
  replacedBy: sql<string | null>`(select it.code from cards it
    where it.account_id = ${cards.accountId} and it.replaces_id = ${cards.id} order by it.number desc limit 1)`,
};
