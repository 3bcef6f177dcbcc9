import { measureOn } from "#db/seed/book";
import type { CreditRow } from "#db/seed/credit";
import { type AccountRow, type PaymentRow, recordOf, type Tale } from "#db/seed/tale";
import { bookOf, cover, dueAgo, replayedAgo } from "#db/seed/tale/book";
import { closeCycles } from "#db/seed/tale/statement";
import { uuidFrom } from "#db/seed/uuid";
import { type Owing, splitOver } from "#lib/domain/account-payment";
import { sumOf, unpaidOf } from "#lib/domain/allocation";
import { figuresOf } from "#lib/domain/book";
import { daysBetween } from "#lib/domain/day";
import type { PrePaymentStatus } from "#lib/domain/pre-payment";

type Way = { type: "automatic" | "voluntary"; channel: "platform" | "external" };
type Target = { creditId: string } | { accountId: string };

export const debit: Way = { type: "automatic", channel: "platform" };
export const bankFile: Way = { type: "automatic", channel: "external" };
export const atTheCounter: Way = { type: "voluntary", channel: "external" };
export const byApp: Way = { type: "voluntary", channel: "platform" };

export const toCredit = ({ id }: CreditRow): Target => ({ creditId: id });
export const toAccount = ({ id }: AccountRow): Target => ({ accountId: id });

/** How many days ago a payment was made. */
export const paidAgo = ({ today }: Tale, { paidOn }: PaymentRow): number => daysBetween(paidOn as Tale["today"], today);

/** Every instalment from one on that fell due before the business date, paid on its day; the last of the payments. */
export function keepUp(tale: Tale, credit: CreditRow, from = 1): PaymentRow {
  const due = replayedAgo(tale, credit, 0).instalments.filter(({ number, dueOn }) => number >= from && dueOn < tale.today);
  const last = due.map(({ number }) => payDue(tale, credit, number)).at(-1);
  if (last === undefined) throw new Error("nothing fell due");
  return last;
}

/** An instalment, with all before it, paid so many days after it fell due. */
export function payDue(tale: Tale, credit: CreditRow, number: number, late = 0, way = debit): PaymentRow {
  const daysAgo = dueAgo(tale, credit, number) - late;
  return pay(tale, credit, owedAgo(tale, credit, number, daysAgo), daysAgo, way);
}

/** What was unpaid so many days ago of so many first instalments. */
export function owedAgo(tale: Tale, credit: CreditRow, number: number, daysAgo: number): bigint {
  const first = replayedAgo(tale, credit, daysAgo).instalments.slice(0, number);
  return first.reduce((sum, each) => sum + sumOf(unpaidOf(each)), 0n);
}

/** What pays a credit off, paid. */
export const payOff = (tale: Tale, credit: CreditRow, daysAgo: number, way = debit): PaymentRow =>
  pay(tale, credit, replayedAgo(tale, credit, daysAgo).payoff, daysAgo, way, true);

/** An accepted payment of a credit. */
export function pay(tale: Tale, credit: CreditRow, amount: bigint, daysAgo: number, way = debit, isPayoff = false): PaymentRow {
  const payment = accept(tale, toCredit(credit), amount, daysAgo, way, isPayoff);
  tale.parts.push({ paymentId: payment.id, creditId: credit.id, amount });
  return payment;
}

/** One of an account, over its credits as long as it lasts; the rest is the account's credit balance. */
export function payAccount(tale: Tale, account: AccountRow, amount: bigint, daysAgo: number, way = byApp): PaymentRow {
  closeCycles(tale, daysAgo);
  const { parts, left } = splitOver(owingAgo(tale, account, daysAgo), amount);
  const payment = accept(tale, toAccount(account), amount, daysAgo, way, false);
  for (const part of parts) tale.parts.push({ paymentId: payment.id, ...part });
  account.creditBalance += left;
  return payment;
}

/** What each credit of an account owed so many days ago; all are of one rate. */
function owingAgo(tale: Tale, { id }: AccountRow, daysAgo: number): Owing[] {
  const billedUntil = tale.statements.flatMap(({ accountId, dueOn }) => (accountId === id ? dueOn : [])).at(-1) ?? "";
  const owing = tale.credits.filter(
    (it) => it.accountId === id && it.status === "active" && it.disbursedOn <= tale.dayOf(daysAgo),
  );
  return owing.map((credit) => {
    const { figures } = figuresOf(bookOf(tale, credit), measureOn(tale.dayOf(daysAgo)));
    const { daysPastDue, amountPastDue: pastDue, outstanding, nextDueOn, nextDue } = figures;
    const billed = nextDueOn !== null && nextDueOn <= billedUntil ? nextDue : 0n;
    return { creditId: credit.id, daysPastDue, pastDue, billed, outstanding };
  });
}

/** Money announced and not confirmed yet, or refused. */
export function announce(tale: Tale, target: Target, amount: bigint, daysAgo: number, way: Way, more: Announced = {}): void {
  const { status = "pending", changedDaysAgo, datedOn = tale.dayOf(daysAgo) } = more;
  const { id: customerId } = tale.customer;
  tale.prePayments.push({ ...recordOf(tale, daysAgo, changedDaysAgo), customerId, ...target, amount, ...way, status, datedOn });
}
type Announced = { status?: PrePaymentStatus; changedDaysAgo?: number; datedOn?: string };

/** What was accepted is returned, and owed again. */
export function reverse(tale: Tale, payment: PaymentRow, at: string, daysAgo: number): void {
  for (const credit of tale.credits)
    for (const before of replayedAgo(tale, credit, daysAgo).payments)
      if (before.id === payment.id) cover(tale, credit, before, at);
  payment.status = "reversed";
  payment.statusChangedAt = at;
}

/** Every payment was announced before it was accepted. */
function accept(tale: Tale, target: Target, amount: bigint, daysAgo: number, way: Way, isPayoff: boolean): PaymentRow {
  const { id: customerId } = tale.customer;
  const paidOn = tale.dayOf(daysAgo);
  const announced = recordOf(tale, daysAgo + 1, daysAgo);
  const of = { customerId, ...target, amount, isPayoff };
  tale.prePayments.push({ ...announced, ...of, ...way, status: "completed", datedOn: paidOn });
  const payment: PaymentRow = {
    id: uuidFrom(tale.random),
    createdAt: announced.statusChangedAt,
    statusChangedAt: announced.statusChangedAt,
    status: "accepted",
    ...of,
    prePaymentId: announced.id,
    type: way.type,
    paidOn,
  };
  tale.payments.push(payment);
  return payment;
}
