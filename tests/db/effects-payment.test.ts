import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { customers } from "#db/schema/customer";
import { payments } from "#db/schema/payment";
import { expectCovered } from "#tests/db/covered";
import { accountNow, addLent, entriesOf, expectCounts, lent, madeIn, partsOf, pay, today, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, addPrePayment, bruno, creditNow, moveNow, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules({ overpaymentLimitMinor: 1_000n }));
afterEach(expectCounts);

describe("a confirmed pre-payment", () => {
  test("becomes an accepted payment, all of it a part of its credit", async () => {
    const { id, code, customerId } = await lent();
    const { outcome, payment } = await pay(customerId, { creditId: id }, 200n);
    expect(madeIn(outcome)).toEqual(["pre_payment.confirm"]);
    expect(payment).toMatchObject({ status: "accepted", customerId, creditId: id, accountId: null, amount: 200n });
    expect(payment).toMatchObject({ type: "voluntary", paidOn: today });
    expect(await partsOf(payment.id)).toEqual({ [code]: 200n });
    expect(await creditNow(id)).toMatchObject({ status: "active", outstanding: 300n, creditBalance: 0n });
  });

  test("that leaves no more than the tolerance settles, and cures its customer", async () => {
    const { id, code, customerId, customer } = await lent({ daysPastDue: 9, delinquentDays: 9 });
    const { outcome } = await pay(customerId, { creditId: id }, 490n);
    expect(madeIn(outcome)).toEqual(["pre_payment.confirm", "credit.settle"]);
    expect(await creditNow(id)).toMatchObject({ status: "paid", closedBy: "settle", outstanding: 0n, closingNote: 10n });
    expect(await creditNow(id)).toMatchObject({ daysPastDue: 0, delinquentDays: 0 });
    expect(await statusOf("customer", customer)).toBe("enabled");
    const [entry] = await entriesOf(code);
    const details = { from: "active", to: "paid", rule: "nothing_outstanding", outstanding: "minor:10" };
    expect(entry).toMatchObject({ subject: "system", action: "credit.settle", details });
  });

  test("of more than is owed leaves credit balance", async () => {
    const { id, code, customerId } = await lent();
    const { payment } = await pay(customerId, { creditId: id }, 700n);
    expect(await partsOf(payment.id)).toEqual({ [code]: 700n });
    expect(await creditNow(id)).toMatchObject({ status: "paid", outstanding: 0n, creditBalance: 200n });
  });

  test("may be rejected", async () => {
    const { id, customerId } = await lent();
    const { code } = await addPrePayment(customerId, { creditId: id });
    expect(madeIn(await moveNow(bruno, "pre_payment", code, "reject", { reason: "declined" }))).toEqual(["pre_payment.reject"]);
    expect(await creditNow(id)).toMatchObject({ outstanding: 500n });
  });
});

describe("a payment to an account", () => {
  test("goes to what is past due first, then to the oldest; to nothing in dispute or closed; the rest is kept", async () => {
    const { id } = await addCustomer();
    const account = await addAccount(id);
    const of = { accountId: account.id, amount: 100n, outstanding: 100n };
    const old = await addLent(id, of);
    const disputed = await addLent(id, { ...of, status: "in_dispute", daysPastDue: 99 });
    const late = await addLent(id, { ...of, daysPastDue: 3 });
    const latest = await addLent(id, { ...of, daysPastDue: 8 });
    const closed = await addLent(id, { ...of, status: "cancelled", closedBy: "win_dispute" });
    const part = (await pay(id, { accountId: account.id }, 250n)).payment;
    expect(await partsOf(part.id)).toEqual({ [latest.code]: 100n, [late.code]: 100n, [old.code]: 50n });
    const { outcome, payment } = await pay(id, { accountId: account.id }, 120n);
    expect(madeIn(outcome)).toEqual(["pre_payment.confirm", "credit.settle"]);
    expect(await partsOf(payment.id)).toEqual({ [old.code]: 50n });
    expect(await accountNow(account.id)).toMatchObject({ creditBalance: 70n });
    expect([(await creditNow(disputed.id)).outstanding, (await creditNow(closed.id)).outstanding]).toEqual([100n, 100n]);
  });

  test("of more than is owed without what is in dispute has to be within the limit", async () => {
    await useRules();
    const { id } = await addCustomer();
    const account = await addAccount(id);
    await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n });
    await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n, status: "in_dispute" });
    const { code } = await addPrePayment(id, { accountId: account.id, amount: 101n });
    expect(await moveNow(bruno, "pre_payment", code, "confirm")).toMatchObject({
      refusals: [{ rule: "amount_within_owed", values: { amount: 101n, owed: 100n, limit: 100n } }],
    });
  });

  test("dated before a credit was disbursed leaves that one out, and so does what it is measured by", async () => {
    await useRules();
    const { id } = await addCustomer();
    const account = await addAccount(id);
    const before = await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n });
    // Which would come first.
    await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n, disbursedOn: "2026-03-02", daysPastDue: 3 });
    const { code } = await addPrePayment(id, { accountId: account.id, amount: 101n });
    expect(await moveNow(bruno, "pre_payment", code, "confirm")).toMatchObject({
      refusals: [{ rule: "amount_within_owed", values: { amount: 101n, owed: 100n, limit: 100n } }],
    });
    const right = await addPrePayment(id, { accountId: account.id, amount: 100n });
    await moveNow(bruno, "pre_payment", right.code, "confirm");
    const [payment] = await db.select().from(payments).where(eq(payments.prePaymentId, right.id));
    expect(await partsOf(payment?.id ?? "")).toEqual({ [before.code]: 100n });
  });

  test("may settle more credits than anybody thought of", async () => {
    const { id, code } = await addCustomer();
    const account = await addAccount(id);
    for (let each = 0; each < 12; each++) await addLent(id, { accountId: account.id, amount: 5n, outstanding: 5n });
    const { outcome } = await pay(id, { accountId: account.id }, 60n);
    expect(madeIn(outcome)).toEqual(["pre_payment.confirm", ...Array(12).fill("credit.settle")]);
    expect(await db.select().from(customers).where(eq(customers.code, code))).toMatchObject([{ activeCredits: 0 }]);
  });

  test("lowers the unmet minimum by what it is", async () => {
    const { id } = await addCustomer();
    const account = await addAccount(id, { minimumUnmet: 80n, minimumDueOn: "2026-03-05", status: "suspended" });
    await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n });
    await pay(id, { accountId: account.id }, 30n);
    expect(await accountNow(account.id)).toMatchObject({ minimumUnmet: 50n, minimumDueOn: "2026-03-05", status: "suspended" });
  });
});

test("all that this says of, and no more, was made", () => expectCovered("payment"));
