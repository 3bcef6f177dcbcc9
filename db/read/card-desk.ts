import "server-only";
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { factsAt } from "#db/authorize";
import { glanceAtDesk } from "#db/authorize/desk";
import { findBooks } from "#db/books/find";
import { findMinimum } from "#db/books/minimum";
import { db, statementName, together } from "#db/client";
import { isWaiting } from "#db/move/expired-approvals";
import { findSight } from "#db/read/rules";
import { most, shown, total } from "#db/read/shown";
import { accounts } from "#db/schema/account";
import { approvals } from "#db/schema/approval";
import { cards } from "#db/schema/card";
import { cardMessages } from "#db/schema/card-message";
import { credits, disputes } from "#db/schema/credit";
import { preLoans } from "#db/schema/pre-loan";
import { products } from "#db/schema/product";
import { balanceRefunds, settlementFlags } from "#db/schema/settlement";
import { statements } from "#db/schema/statement";
import { unsealer } from "#db/write/seal";
import type { AccountDispute, AskedRefund, BalanceRefundRow, ChargeRow, StatementRow } from "#lib/card-desk";
import { type Actor, can } from "#lib/domain/actor";
import { authorizationRefusals } from "#lib/domain/authorization";
import { replayBook } from "#lib/domain/book";
import { isOpenCredit } from "#lib/domain/credit";
import type { Refusal } from "#lib/domain/machine";
import type { Shown } from "#lib/records";

/** What a processor told, of an account or of a card, the newest first. */
export function listMessages(where: SQL | undefined) {
  return shown(
    db
      .select({ ...messageColumns, card: cards.code, request: preLoans.code, credit: credits.code, total })
      .from(cardMessages)
      .innerJoin(cards, eq(cards.id, cardMessages.cardId))
      .leftJoin(preLoans, eq(preLoans.id, cardMessages.preLoanId))
      .leftJoin(credits, sql`${credits.id} = coalesce(${cardMessages.creditId}, ${preLoans.creditId})`)
      .where(where)
      .orderBy(desc(cardMessages.number))
      .limit(most),
  );
}

const { externalId, kind, at, amount, currency, merchant, outcome, refusals } = cardMessages;
const messageColumns = { externalId, kind, at, amount, currency, merchant, outcome, refusals };

const messagesOfAccount = (code: string) => inArray(cardMessages.accountId, idOf(code));
export const messagesOfCard = (code: string) =>
  inArray(cardMessages.cardId, db.select({ id: cards.id }).from(cards).where(eq(cards.code, code)));
export const authorizationsOf = (code: string) =>
  and(messagesOfAccount(code), inArray(cardMessages.kind, ["authorization", "reversal"]));
export const settlementsOf = (code: string) => and(messagesOfAccount(code), inArray(cardMessages.kind, ["settlement", "refund"]));

/** The flags of an account's settlements or of one credit, those that are open first; comments to whoever may see them. */
export async function listFlags(actor: Actor, of: { account: string } | { credit: string }) {
  const found = await db
    .select({ flag: settlementFlags, credit: credits.code, customerId: credits.customerId, total })
    .from(settlementFlags)
    .innerJoin(credits, eq(credits.id, settlementFlags.creditId))
    .where("account" in of ? inArray(credits.accountId, idOf(of.account)) : eq(credits.code, of.credit))
    .orderBy(sql`${settlementFlags.resolvedAt} is not null`, desc(settlementFlags.openedAt))
    .limit(most);
  const [first] = found;
  const open = first === undefined || !can(actor, "pii:read") ? undefined : await unsealer(db, first.customerId);
  const rows = found.map(({ flag: { comment, ...flag }, credit }) => ({
    ...{ ...flag, credit },
    comment: comment === null || open === undefined ? undefined : open(comment),
  }));
  return { rows, total: first?.total ?? 0 };
}

/** What of an account's credit balance was paid back; references to whoever may see them. */
export async function listBalanceRefunds(actor: Actor, code: string): Promise<Shown<BalanceRefundRow>> {
  const { id, on, amount: paid, reference, askedEmail, approvedEmail } = balanceRefunds;
  const row = { id, on, amount: paid, reference, askedEmail, approvedEmail, total };
  const of = inArray(balanceRefunds.accountId, idOf(code));
  const asking = shown(db.select(row).from(balanceRefunds).where(of).orderBy(desc(balanceRefunds.at)).limit(most));
  const [found, open] = await Promise.all([asking, openReferences(actor, code)]);
  return { ...found, rows: found.rows.map((each) => ({ ...each, reference: open(each.reference) })) };
}

/** The refund that waits for a second operator, if any does. */
export async function findAskedRefund(actor: Actor, code: string): Promise<AskedRefund | undefined> {
  const [asked] = await db
    .select({ email: approvals.askedEmail, input: approvals.input, reference: approvals.reference })
    .from(approvals)
    .where(and(eq(approvals.recordCode, code), eq(approvals.event, "refund"), isWaiting));
  if (asked === undefined) return undefined;
  const open = await openReferences(actor, code);
  return { email: asked.email, amount: BigInt(asked.input["amount"] ?? 0), reference: open(asked.reference) };
}

/** A reader of the references of an account's transfers: undefined for whom they are hidden from, and where none is kept. */
async function openReferences(actor: Actor, code: string): Promise<(sealed: Buffer | null) => string | undefined> {
  const [found] = await db.select({ customerId: accounts.customerId }).from(accounts).where(eq(accounts.code, code));
  if (found === undefined || !can(actor, "pii:read")) return () => undefined;
  const open = await unsealer(db, found.customerId);
  return (sealed) => (sealed === null ? undefined : open(sealed));
}

export function listAccountDisputes(code: string): Promise<Shown<AccountDispute>> {
  const { amount: disputed, accepted, openedAt, decidedAt } = disputes;
  return shown(
    db
      .select({ code: credits.code, amount: disputed, accepted, openedAt, decidedAt, total })
      .from(disputes)
      .innerJoin(credits, eq(credits.id, disputes.creditId))
      .where(inArray(credits.accountId, idOf(code)))
      .orderBy(desc(openedAt))
      .limit(most),
  );
}

/** What an account's credits have charged besides the principal, and what of it is paid. */
export async function sumCharges(code: string): Promise<ChargeRow[]> {
  const [sight, ids] = await Promise.all([
    findSight(db),
    db
      .select({ id: credits.id })
      .from(credits)
      .where(inArray(credits.accountId, idOf(code))),
  ]);
  const books = await findBooks(
    db,
    ids.map(({ id }) => id),
  );
  // What a closed credit had not collected is asked of nobody any more.
  const instalments = books.flatMap((book) => {
    const isOpen = isOpenCredit(book.status);
    return replayBook(book, sight).instalments.map(({ due, paid }) => ({ charged: isOpen ? due : paid, paid }));
  });
  return (["penalty", "fee", "interest"] as const).map((component) => ({
    component,
    charged: instalments.reduce((sum, { charged }) => sum + charged[component], 0n),
    paid: instalments.reduce((sum, each) => sum + each.paid[component], 0n),
  }));
}

/** An account's statements, the newest first. */
export async function listStatements(code: string): Promise<Shown<StatementRow>> {
  const { closedOn, dueOn, debt, fallsDue, charges, minimum, payoff } = statements;
  const [found, asked] = await Promise.all([
    db
      .select({ closedOn, dueOn, debt, fallsDue, charges, minimum, payoff, total })
      .from(statements)
      .where(inArray(statements.accountId, idOf(code)))
      .orderBy(desc(closedOn))
      .limit(most),
    findMinimum(db, code),
  ]);
  const newestFirst = asked.statements.toReversed();
  return shown(found.map((row, at) => ({ ...row, paid: newestFirst[at]?.paid ?? 0n })));
}

/** Products under which a card account can be opened now. */
export const listCardProducts = () => askCardProducts.execute();

const askCardProducts = together
  .select({ code: products.code, name: products.name, min: products.amountMin, max: products.amountMax })
  .from(products)
  .where(and(eq(products.kind, "card"), eq(products.status, "enabled")))
  .orderBy(products.name)
  .prepare(statementName("card_products"));

/** Whether a purchase would be approved now, asked as an authorization asks it; nothing is written. */
export async function simulate(
  card: string,
  purchase: { amountMinor: bigint; currency: string },
): Promise<{ refusals: Refusal[]; left: bigint } | undefined> {
  const desk = await glanceAtDesk(db, card);
  if (desk === undefined) return undefined;
  const facts = factsAt(desk, purchase);
  return { refusals: authorizationRefusals(facts), left: facts.availableMinor - purchase.amountMinor };
}

const idOf = (code: string) => db.select({ id: accounts.id }).from(accounts).where(eq(accounts.code, code));
