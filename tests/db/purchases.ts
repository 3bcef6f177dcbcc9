import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { authorize } from "#db/authorize";
import type { Received } from "#db/authorize/receive";
import { db } from "#db/client";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { credits } from "#db/schema/credit";
import { history } from "#db/schema/history";
import { settlementFlags } from "#db/schema/settlement";
import { settle } from "#db/settle";
import { refundPurchase, reverseAuthorization } from "#db/settle/take-back";
import type { CardMessage, MessageKind } from "#lib/domain/card-message";
import { addAccount, addCard, addCustomer, addOffer, offered } from "#tests/db/portfolio";

const processor = { subject: "processor", email: "processor", role: null, ip: "" };

const tell = { authorization: authorize, settlement: settle, reversal: reverseAuthorization, refund: refundPurchase };

type Wallet = {
  customer: Parameters<typeof addCustomer>[0];
  account: Parameters<typeof addAccount>[1];
  card: Parameters<typeof addCard>[1];
};

/** A customer with an account of a line of 1,000 and an active card of it. */
export async function addWallet({ customer = {}, account = {}, card = {} }: Partial<Wallet> = {}) {
  const owner = await addCustomer(customer);
  const offer = account.productId === undefined ? await addOffer({ kind: "card", name: "Tarjeta" }) : undefined;
  const productId = account.productId ?? offer?.productId ?? "";
  const made = await addAccount(owner.id, { creditLine: 1_000_00n, ...account, productId });
  return { customer: owner, offer, account: made, card: await addCard(made.id, { status: "active", ...card }) };
}
export type MadeWallet = Awaited<ReturnType<typeof addWallet>>;

/** Repaid in one instalment without interest, so that what is owed is what was bought. */
export const plain = { terms: { ...offered, annualRate: "0" }, instalmentsMin: 1, instalmentsMax: 36 };
export async function addPlain(made: Parameters<typeof addWallet>[0] = {}) {
  const { productId } = await addOffer({ kind: "card" }, plain);
  return addWallet({ ...made, account: { productId, ...made?.account } });
}

let told = 0;

/** Tells of a purchase of 100 on the business date of these tests, with an external ID of its own unless one is given. */
export function say(kind: MessageKind, { card }: Pick<MadeWallet, "card">, more: Partial<CardMessage> = {}): Promise<Received> {
  const message = { card: card.code, externalId: `x${++told}`, amountMinor: 100_00n, currency: "COP", merchant: "Librería" };
  return tell[kind](processor, { ...message, at: "2026-03-15T15:00:00Z", ...more });
}

/** What is in the way, by name. */
export const rulesIn = ({ refusals }: Received) => refusals.map(({ rule }) => rule);

export async function wallet(id: string) {
  const { debt, disputed, authorized, available, creditBalance, status } =
    (await db.select().from(accounts).where(eq(accounts.id, id)))[0] ?? expect.fail();
  return { debt, disputed, authorized, available, creditBalance, status };
}

export const creditsOf = (accountId: string) =>
  db.select().from(credits).where(eq(credits.accountId, accountId)).orderBy(credits.number);
export const cardNow = async (id: string) => (await db.select().from(cards).where(eq(cards.id, id)))[0] ?? expect.fail();

/** Flags of an account's settlements that nobody resolved. */
export async function flagsOf(accountId: string): Promise<string[]> {
  const found = await db
    .select({ kind: settlementFlags.kind, resolvedAt: settlementFlags.resolvedAt })
    .from(settlementFlags)
    .innerJoin(credits, eq(credits.id, settlementFlags.creditId))
    .where(eq(credits.accountId, accountId));
  return found.filter(({ resolvedAt }) => resolvedAt === null).map(({ kind }) => kind);
}

export const deedsOf = async (record: string) =>
  (await db.select().from(history).where(eq(history.record, record)).orderBy(history.id)).map(({ action }) => action);
