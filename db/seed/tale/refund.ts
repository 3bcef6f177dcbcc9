import { measureOn } from "#db/seed/book";
import type { CreditRow } from "#db/seed/credit";
import type { AccountRow, MessageRow, Tale } from "#db/seed/tale";
import { bookOf, replayedAgo } from "#db/seed/tale/book";
import { close } from "#db/seed/tale/credit";
import { flag, type Purchase, purchase, tell } from "#db/seed/tale/message";
import { closeCycles } from "#db/seed/tale/statement";
import { uuidFrom } from "#db/seed/uuid";
import { operator, otherOperator } from "#db/seed/violation";
import { sumOf } from "#lib/domain/allocation";
import { isOpenCredit } from "#lib/domain/credit";
import { aboveBought, splitRefund } from "#lib/domain/refund";
import { storedValues } from "#lib/history";

/** The merchant gives back of a purchase that was settled: off what is owed of it, and the rest to the account's balance. */
export function refund(tale: Tale, credit: CreditRow, amount: bigint, daysAgo: number): void {
  closeCycles(tale, daysAgo);
  const { of, settlement } = settlementOf(tale, credit);
  const { externalId } = purchase(tale, of.account, of.card, amount);
  const told = { outcome: "booked", creditId: credit.id, purchase: settlement.purchase, externalId } as const;
  const surplusBefore = surplusOf(tale, credit);
  const { id: messageId, at } = tell(tale, "refund", { ...of, amount }, tale.instantOf(daysAgo), told);
  const on = tale.dayOf(daysAgo);
  const { status, closedBy } = credit;
  const isOpen = isOpenCredit(status);
  const book = bookOf(tale, credit);
  const { note, surplus } = isOpen ? splitRefund(book, { amount, on }, measureOn(on)) : { note: 0n, surplus: amount };
  const above = aboveBought(book, { amount, surplusBefore });
  if (note > 0n) tale.creditNotes.push({ creditId: credit.id, messageId, amount: note, on, at });
  of.account.creditBalance += surplus;
  if (!isOpen && closedBy !== "settle") flag(tale, credit.id, "refund_of_closed", at, { amount });
  else if (above > 0n) flag(tale, credit.id, "refund_above", at, { amount, above });
  if (status === "in_dispute") flag(tale, credit.id, "refund_in_dispute", at, { amount });
  if (status === "active" && sumOf(replayedAgo(tale, credit, daysAgo).outstanding) === 0n)
    close(tale, credit, "settle", at, daysAgo);
}

/** A purchase that is settled already cannot be taken back any more. */
export function takeBackLate(tale: Tale, credit: CreditRow, daysAgo: number): void {
  const { of } = settlementOf(tale, credit);
  const at = tale.instantOf(daysAgo);
  tell(tale, "reversal", of, at, { outcome: "refused", refusals: [{ rule: "settled_already" }], creditId: credit.id });
  flag(tale, credit.id, "reversed_late", at);
}

/** Of a hold only all can be taken back. */
export function takeBackPart(tale: Tale, of: Purchase, amount: bigint, daysAgo: number): void {
  const refusals = [{ rule: "reversal_differs", values: storedValues({ amount, held: of.amount }) }];
  tell(tale, "reversal", { ...of, amount }, tale.instantOf(daysAgo), { outcome: "refused", refusals });
}

/** All of an account's credit balance, paid to its holder. */
export function payOut(tale: Tale, account: AccountRow, daysAgo: number): void {
  closeCycles(tale, daysAgo);
  const reference = `TRF-${100_000 + tale.random.below(900_000)}`;
  const row = { id: uuidFrom(tale.random), accountId: account.id, amount: account.creditBalance, on: tale.dayOf(daysAgo) };
  tale.balanceRefunds.push({ ...row, askedEmail: operator, approvedEmail: otherOperator, at: tale.instantOf(daysAgo) });
  tale.comments.push({ refundId: row.id, words: reference });
  account.creditBalance = 0n;
}

function surplusOf({ messages, creditNotes }: Tale, { id }: CreditRow): bigint {
  const refunds = messages.filter(({ kind, creditId }) => kind === "refund" && creditId === id);
  const notes = creditNotes.filter(({ creditId }) => creditId === id);
  const sum = (rows: readonly { amount: bigint }[]) => rows.reduce((total, { amount }) => total + amount, 0n);
  return sum(refunds) - sum(notes);
}

function settlementOf({ messages, accounts, cards }: Tale, { id }: CreditRow): { of: Purchase; settlement: MessageRow } {
  const settlement = messages.find(({ kind, creditId }) => kind === "settlement" && creditId === id);
  const account = accounts.find((each) => each.id === settlement?.accountId);
  const card = cards.find((each) => each.id === settlement?.cardId);
  if (settlement === undefined || account === undefined || card === undefined) throw new Error(`credit ${id} was not settled`);
  const { externalId, merchant, amount } = settlement;
  return { of: { account, card, externalId, merchant, amount }, settlement };
}
