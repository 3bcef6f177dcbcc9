import { describe, expect, test } from "vitest";
import { offers, products } from "#db/seed/catalogue";
import { catalogueRows } from "#db/seed/catalogue-rows";
import { peopleOf } from "#db/seed/people";
import { replayedAgo } from "#db/seed/tale/book";
import { machines } from "#lib/domain/machines";
import { people, plan, tales, today, until } from "#tests/domain/seeded";

const sumOf = (amounts: bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);

describe("every state of every machine", () => {
  const told = {
    customer: people.map(({ customer }) => customer),
    credit: tales.flatMap(({ credits }) => credits),
    pre_loan: tales.flatMap(({ preLoans }) => preLoans),
    pre_payment: tales.flatMap(({ prePayments }) => prePayments),
    payment: tales.flatMap(({ payments }) => payments),
    account: tales.flatMap(({ accounts }) => accounts),
    card: tales.flatMap(({ cards }) => cards),
    promise: tales.flatMap(({ promises }) => promises),
    product: Object.values(products),
    offer: Object.values(offers),
  };
  test.each(Object.entries(machines))("%s", (entity, machine) => {
    const records: { status?: string | undefined }[] = told[entity as keyof typeof told];
    const seen = records.map(({ status }) => status ?? machine.first);
    expect(new Set(seen)).toEqual(new Set(Object.keys(machine.states)));
  });
  test("pre-payments of each type and channel, of credits and of accounts", () => {
    const ways = new Set(told.pre_payment.map(({ type, channel }) => `${type} ${channel}`));
    expect(ways.size).toBe(4);
    for (const status of ["pending", "rejected", "completed"])
      for (const of of ["creditId", "accountId"] as const)
        expect(told.pre_payment.some((it) => (it.status ?? "pending") === status && it[of])).toBe(true);
  });
  test("open and resolved violations, of fraud and not", () => {
    const kinds = tales.flatMap(({ violations }) => violations.map((it) => `${it.isFraud} ${it.resolvedAt === null}`));
    expect(new Set(kinds).size).toBe(4);
  });
});

describe("money adds up", () => {
  test("what a new credit pays off is what the old one owed that day", () => {
    const refinanced = tales.flatMap((tale) =>
      tale.credits.flatMap((credit) => {
        const successor = tale.credits.find(({ refinancesId }) => refinancesId === credit.id);
        return credit.closedBy === "refinance" ? [{ tale, credit, successor }] : [];
      }),
    );
    expect(refinanced.length).toBeGreaterThan(4);
    for (const { tale, credit, successor } of refinanced)
      expect([successor?.amount, successor?.disbursedOn]).toEqual([replayedAgo(tale, credit, 0).payoff, credit.closedOn]);
  });
  test("one that was paid off early or settled leaves no more than may be left, a returned one all of it", () => {
    const closed = tales.flatMap(({ credits }) => credits.filter(({ status }) => status === "cancelled" || status === "paid"));
    const notes = closed.filter(({ closedBy }) => closedBy === "cancel").map(({ closingNote, amount }) => closingNote / amount);
    expect(new Set(notes)).toEqual(new Set([0n, 1n]));
    expect(closed.some(({ closedBy, closingNote }) => closedBy === "settle" && closingNote > 0n)).toBe(true);
  });
  test("what was paid or refunded to an account and to none of its credits, and not paid out, is its balance", () => {
    for (const { accounts, payments, parts, messages, creditNotes, balanceRefunds } of tales)
      for (const { id, creditBalance } of accounts) {
        const of = <It extends { accountId?: string | null | undefined }>(all: readonly It[]) =>
          all.filter((it) => it.accountId === id);
        const own = of(payments).filter(({ status }) => status === "accepted");
        const applied = parts.filter(({ paymentId }) => own.some((it) => it.id === paymentId));
        const refunds = of(messages).filter(({ kind, outcome }) => kind === "refund" && outcome === "booked");
        const noted = creditNotes.filter(({ messageId }) => refunds.some((it) => it.id === messageId));
        const total = (all: readonly { amount: bigint }[]) => sumOf(all.map(({ amount }) => amount));
        expect(total(own) - total(applied) + total(refunds) - total(noted) - total(of(balanceRefunds))).toBe(creditBalance);
      }
    expect(tales.some(({ accounts }) => accounts.some(({ creditBalance }) => creditBalance > 0n))).toBe(true);
  });
  test("a payment of a credit is all of that credit", () => {
    for (const { payments, parts } of tales)
      for (const { id, creditId, amount } of payments.filter((it) => it.creditId))
        expect(parts.filter(({ paymentId }) => paymentId === id)).toEqual([{ paymentId: id, creditId, amount }]);
  });
  test("a payment is what was announced; a credit what was asked for, less its downpayment, unless flagged", () => {
    for (const { payments, prePayments, credits, preLoans, flags } of tales) {
      for (const { prePaymentId, amount, type } of payments)
        expect(prePayments.find(({ id }) => id === prePaymentId)).toMatchObject({ amount, type, status: "completed" });
      expect(prePayments.filter(({ status }) => status === "completed").length).toBe(payments.length);
      const settledOtherwise = flags.filter(({ kind }) => kind === "amount_differs").map((it) => it.creditId);
      const granted = preLoans.filter(({ status }) => status === "completed");
      for (const { creditId, amount, downpayment = 0n } of granted.filter((it) => !settledOtherwise.includes(it.creditId ?? "")))
        expect(credits.find(({ id }) => id === creditId)?.amount).toBe(amount - (downpayment as bigint));
    }
  });
  test("at most what may be left owing is written off of what was paid", () => {
    for (const { credits } of tales)
      for (const { closedBy, closingNote, offerId } of credits.filter((it) => it.closedBy === "settle")) {
        const tolerance = Object.values(offers).find(({ id }) => id === offerId)?.product.tolerance ?? 0;
        expect([closedBy, closingNote <= BigInt(tolerance) * 100n]).toEqual(["settle", true]);
      }
  });
});

test("everything happened before the business date, and nothing before its customer was one", () => {
  for (const { customer, ...told } of tales) {
    const { credits, accounts, cards, preLoans, prePayments, payments, promises } = told;
    for (const { createdAt = "", statusChangedAt = "" } of [
      ...[credits, accounts, preLoans, payments],
      ...[cards, prePayments, promises],
    ].flat()) {
      expect([createdAt >= (customer.registeredAt ?? ""), createdAt <= statusChangedAt]).toEqual([true, true]);
      expect(statusChangedAt < new Date(until).toISOString()).toBe(true);
    }
  }
});

test("a pending request is not so old that it expires", () => {
  const oldest = new Date(until - 15 * 86_400_000).toISOString();
  const pending = tales.flatMap(({ preLoans }) => preLoans.filter(({ status = "pending" }) => status === "pending"));
  expect(pending.filter(({ createdAt = "" }) => createdAt < oldest)).toEqual([]);
});

test("the catalogue is the same in every database, and older than what is lent", () => {
  const rows = catalogueRows(today, until * 1000);
  expect(new Set([...rows.products, ...rows.offers].map(({ id }) => id)).size).toBe(rows.products.length + rows.offers.length);
  const first = people.flatMap(({ credits }) => credits.map(({ createdAt }) => createdAt)).sort()[0] ?? "";
  expect(rows.products.every(({ createdAt = "" }) => createdAt < first)).toBe(true);
});

test("however few there are, whoever fits is told", () => {
  for (const rows of [1, 2, 7, 60]) {
    const few = [...peopleOf({ ...plan, rows }, 0, rows)];
    expect(few.length).toBe(rows);
    expect(few.filter(({ tale }) => tale !== undefined).length).toBeGreaterThan(0);
  }
});
