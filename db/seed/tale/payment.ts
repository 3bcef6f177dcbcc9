import type { CreditRow } from "#db/seed/credit";
import { type AccountRow, type PaymentRow, recordOf, type Tale } from "#db/seed/tale";
import { uuidFrom } from "#db/seed/uuid";
import { leastOf } from "#lib/domain/money";
import type { PrePaymentStatus } from "#lib/domain/pre-payment";

type Way = { type: "automatic" | "voluntary"; channel: "platform" | "external" };
type Target = { creditId: string } | { accountId: string };

export const debit: Way = { type: "automatic", channel: "platform" };
export const bankFile: Way = { type: "automatic", channel: "external" };
export const atTheCounter: Way = { type: "voluntary", channel: "external" };
export const byApp: Way = { type: "voluntary", channel: "platform" };

export const toCredit = ({ id }: CreditRow): Target => ({ creditId: id });
export const toAccount = ({ id }: AccountRow): Target => ({ accountId: id });

/** The same amount on each of the days; the last of the payments. */
export function payEach(tale: Tale, credit: CreditRow, amount: bigint, [first, ...others]: [number, ...number[]]): PaymentRow {
  return others.reduce((_, daysAgo) => pay(tale, credit, amount, daysAgo), pay(tale, credit, amount, first));
}

/** An accepted payment of a credit. */
export function pay(tale: Tale, credit: CreditRow, amount: bigint, daysAgo: number, way = debit): PaymentRow {
  const payment = accept(tale, toCredit(credit), amount, daysAgo, way);
  part(tale, payment, credit, amount);
  return payment;
}

/** One of an account, over its credits as long as it lasts; the rest is the account's credit balance. */
export function payAccount(tale: Tale, account: AccountRow, amount: bigint, daysAgo: number, way = byApp): PaymentRow {
  const payment = accept(tale, toAccount(account), amount, daysAgo, way);
  let left = amount;
  for (const credit of tale.credits) {
    const paid = credit.accountId === account.id && credit.status === "active" ? leastOf(credit.outstanding, left) : 0n;
    if (paid > 0n) part(tale, payment, credit, paid);
    left -= paid;
  }
  account.creditBalance += left;
  return payment;
}

/** Money announced and not confirmed yet, or refused. */
export function announce(tale: Tale, target: Target, amount: bigint, daysAgo: number, way: Way, more: Announced = {}): void {
  const { status = "pending", changedDaysAgo, datedOn = tale.dayOf(daysAgo) } = more;
  const { id: customerId } = tale.customer;
  tale.prePayments.push({ ...recordOf(tale, daysAgo, changedDaysAgo), customerId, ...target, amount, ...way, status, datedOn });
}
type Announced = { status?: PrePaymentStatus; changedDaysAgo?: number; datedOn?: string };

/** What was accepted is returned, and owed again. */
export function reverse(tale: Tale, payment: PaymentRow, at: string): void {
  payment.status = "reversed";
  payment.statusChangedAt = at;
  for (const { paymentId, creditId, amount } of tale.parts) {
    const credit = tale.credits.find(({ id }) => id === creditId);
    if (paymentId === payment.id && credit !== undefined) credit.outstanding += amount;
  }
}

/** Every payment was announced before it was accepted. */
function accept(tale: Tale, target: Target, amount: bigint, daysAgo: number, way: Way): PaymentRow {
  const { id: customerId } = tale.customer;
  const paidOn = tale.dayOf(daysAgo);
  const announced = recordOf(tale, daysAgo + 1, daysAgo);
  tale.prePayments.push({ ...announced, customerId, ...target, amount, ...way, status: "completed", datedOn: paidOn });
  const payment: PaymentRow = {
    id: uuidFrom(tale.random),
    createdAt: announced.statusChangedAt,
    statusChangedAt: announced.statusChangedAt,
    status: "accepted",
    customerId,
    ...target,
    prePaymentId: announced.id,
    amount,
    type: way.type,
    paidOn,
  };
  tale.payments.push(payment);
  return payment;
}

function part(tale: Tale, payment: PaymentRow, credit: CreditRow, amount: bigint): void {
  tale.parts.push({ paymentId: payment.id, creditId: credit.id, amount });
  credit.outstanding -= amount;
}
