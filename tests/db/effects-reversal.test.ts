import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { checkBooks } from "#db/read/books-check";
import { credits } from "#db/schema/credit";
import { expectCovered } from "#tests/db/covered";
import { accountNow, addLent, entriesOf, expectCounts, lent, madeIn, moveByTwo, pay, reverse, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, addPreLoan, addPromise, bruno, creditNow, moveNow, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules({ overpaymentLimitMinor: 1_000n }));
afterEach(expectCounts);

describe("a reversed payment", () => {
  test("is owed again; a credit that it had settled reopens and takes its credit note back", async () => {
    const { id, code, customerId } = await lent();
    const [one, other] = [await pay(customerId, { creditId: id }, 100n), await pay(customerId, { creditId: id }, 393n)];
    expect(await creditNow(id)).toMatchObject({ status: "paid", closingNote: 7n });
    expect(madeIn(await reverse(one.payment.code))).toEqual(["payment.reverse", "credit.reopen"]);
    expect(await creditNow(id)).toMatchObject({ status: "active", outstanding: 107n, closingNote: 0n, closedBy: null });
    expect((await entriesOf(code)).at(-1)).toMatchObject({
      subject: "system",
      action: "credit.reopen",
      details: { from: "paid", to: "active", rule: "outstanding_again" },
    });
    expect(madeIn(await reverse(other.payment.code))).toEqual(["payment.reverse"]);
    expect(await creditNow(id)).toMatchObject({ outstanding: 500n });
  });

  test("reopens what a credit note for the rest had canceled", async () => {
    const { id, code, customerId } = await lent();
    const { payment } = await pay(customerId, { creditId: id }, 100n);
    await moveByTwo("credit", code, "cancel", { reason: "early_payoff", amountMinor: 400n });
    expect(madeIn(await reverse(payment.code))).toEqual(["payment.reverse", "credit.reopen"]);
    expect(await creditNow(id)).toMatchObject({ status: "active", outstanding: 500n, closingNote: 0n });
  });

  test.each([1, 2])("reopens what bore interest and was canceled by a note after %i instalments", async (instalments) => {
    const { id } = await addCustomer();
    const asked = await addPreLoan(id);
    await moveNow(bruno, "pre_loan", asked.code, "confirm");
    const [made] = await db.select().from(credits).where(eq(credits.customerId, id));
    const { id: creditId = "", code = "", outstanding: owed = 0n, nextDue = 0n } = made ?? {};
    const { payment } = await pay(id, { creditId }, nextDue);
    if (instalments === 2) await pay(id, { creditId }, nextDue);
    const note = owed - BigInt(instalments) * nextDue;
    await moveByTwo("credit", code, "cancel", { reason: "purchase_returned", amountMinor: note });
    expect(await creditNow(creditId)).toMatchObject({ status: "cancelled", closingNote: note, wasNotedWhole: false });
    expect(madeIn(await reverse(payment.code))).toEqual(["payment.reverse", "credit.reopen"]);
    expect(await creditNow(creditId)).toMatchObject({ status: "active", outstanding: note + nextDue, closingNote: 0n });
  });

  test("is none of a credit that was noted whole: it stays closed, whatever had been paid and reversed before", async () => {
    const { id, code, customerId } = await lent();
    const { payment } = await pay(customerId, { creditId: id }, 100n);
    await reverse(payment.code);
    await moveByTwo("credit", code, "cancel", { reason: "purchase_returned", amountMinor: 500n });
    expect(await creditNow(id)).toMatchObject({ status: "cancelled", closingNote: 500n, wasNotedWhole: true });
    expect((await checkBooks(db)).told).toEqual([]);
  });

  test.each([
    ["that owes no more than its tolerance in all", 3n, 490n, { status: "paid", outstanding: 0n, closingNote: 10n }],
    ["that owes more than it with what was written off", 6n, 489n, { status: "active", outstanding: 11n, closingNote: 0n }],
  ])("of a credit %s is decided by all that it owes", async (_, small, large, credit) => {
    const { id, customerId } = await lent();
    const { payment } = await pay(customerId, { creditId: id }, small);
    await pay(customerId, { creditId: id }, large);
    await reverse(payment.code);
    expect(await creditNow(id)).toMatchObject(credit);
  });

  test("takes what was too much of it from the credit balance", async () => {
    const { id, customerId } = await lent();
    const { payment } = await pay(customerId, { creditId: id }, 700n);
    expect(madeIn(await reverse(payment.code))).toEqual(["payment.reverse", "credit.reopen"]);
    expect(await creditNow(id)).toMatchObject({ status: "active", outstanding: 500n, creditBalance: 0n });
  });

  test("leaves the promises as they were decided", async () => {
    const { id, customerId } = await lent();
    const promise = await addPromise(customerId, { creditId: id, amount: 200n });
    const { outcome, payment } = await pay(customerId, { creditId: id }, 200n);
    expect(madeIn(outcome)).toEqual(["pre_payment.confirm", "promise.keep"]);
    expect(madeIn(await reverse(payment.code))).toEqual(["payment.reverse"]);
    expect(await statusOf("promise", promise.code)).toBe("kept");
  });

  test("to an account is owed again where it went, and what was kept of it is taken", async () => {
    const { id } = await addCustomer();
    const account = await addAccount(id, { creditBalance: 5n });
    const one = await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n, daysPastDue: 1 });
    const other = await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n });
    const { payment } = await pay(id, { accountId: account.id }, 230n);
    expect(await accountNow(account.id)).toMatchObject({ creditBalance: 35n });
    const made = madeIn(await reverse(payment.code));
    expect(made).toEqual(["payment.reverse", "credit.reopen", "credit.reopen", "customer.disable"]);
    expect([(await creditNow(one.id)).outstanding, (await creditNow(other.id)).outstanding]).toEqual([100n, 100n]);
    expect(await accountNow(account.id)).toMatchObject({ creditBalance: 5n });
  });

  test("that had paid the first instalment of what refinanced a delinquent credit lets that count again", async () => {
    const { id, code } = await addCustomer({ status: "disabled" });
    const old = await addLent(id, { daysPastDue: 40, delinquentDays: 40 });
    const asked = await addPreLoan(id, { refinancesId: old.id });
    await moveByTwo("pre_loan", asked.code, "confirm");
    const [made] = await db.select().from(credits).where(eq(credits.refinancesId, old.id));
    const { id: creditId = "", nextDue = 0n } = made ?? {};
    const { outcome, payment } = await pay(id, { creditId }, nextDue);
    expect(madeIn(outcome)).toEqual(["pre_payment.confirm", "customer.enable"]);
    expect(await creditNow(creditId)).toMatchObject({ carriesDelinquency: false });
    expect(madeIn(await reverse(payment.code))).toEqual(["payment.reverse", "customer.disable"]);
    expect(await creditNow(creditId)).toMatchObject({ carriesDelinquency: true });
    expect(await statusOf("customer", code)).toBe("disabled");
  });
});

test("all that this says of, and no more, was made", () => expectCovered("reversal"));
