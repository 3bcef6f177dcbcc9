import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findPromise } from "#db/read/promise";
import { expectCovered } from "#tests/db/covered";
import { addLent, entriesOf, expectCounts, lent, madeIn, pay, reverse, today, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, addPromise, bruno, moveNow, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules({ overpaymentLimitMinor: 1_000n }));
afterEach(expectCounts);

describe("a promise", () => {
  test("is kept by payments accepted since it was made, and by no other", async () => {
    const { id, customerId } = await lent();
    await pay(customerId, { creditId: id }, 100n);
    const { code } = await addPromise(customerId, { creditId: id, amount: 150n });
    const { payment } = await pay(customerId, { creditId: id }, 100n);
    await reverse(payment.code);
    expect(madeIn((await pay(customerId, { creditId: id }, 149n)).outcome)).toEqual(["pre_payment.confirm"]);
    const kept = await pay(customerId, { creditId: id }, 1n);
    expect(madeIn(kept.outcome)).toEqual(["pre_payment.confirm", "promise.keep"]);
    const details = { from: "open", to: "kept", rule: "promise_paid", paid: "minor:150", due: "2099-01-01" };
    expect(await entriesOf(code)).toMatchObject([{ subject: "system", action: "promise.keep", details }]);
  });

  test("is kept by payments to its account", async () => {
    const { id } = await addCustomer();
    const { id: accountId } = await addAccount(id);
    await addLent(id, { accountId, amount: 100n, outstanding: 100n });
    const { code } = await addPromise(id, { accountId, amount: 60n });
    await pay(id, { accountId }, 60n);
    expect(await statusOf("promise", code)).toBe("kept");
  });

  test("of a purchase is kept by what payments to the account bring it, and by no more", async () => {
    const { id } = await addCustomer();
    const { id: accountId } = await addAccount(id);
    const late = await addLent(id, { accountId, amount: 500n, outstanding: 500n, daysPastDue: 2 });
    const { id: creditId } = await addLent(id, { accountId, amount: 500n, outstanding: 500n });
    const { code } = await addPromise(id, { creditId, amount: 60n, dueOn: "2026-03-14" });
    const open = await addPromise(id, { creditId: late.id, amount: 501n });
    const paid = await pay(id, { accountId }, 559n);
    expect(madeIn(paid.outcome)).toContain("promise.break");
    const again = await addPromise(id, { creditId, amount: 60n, dueOn: "2026-03-14" });
    expect(madeIn((await pay(id, { accountId }, 60n)).outcome)).toEqual(["pre_payment.confirm", "promise.keep"]);
    expect([await statusOf("promise", code), await statusOf("promise", again.code)]).toEqual(["broken", "kept"]);
    expect((await findPromise(bruno, open.code))?.paid).toBe(500n);
    expect((await findPromise(bruno, again.code))?.paid).toBe(60n);
  });

  test("of an account is kept by payments to a credit of it, and by what is left in its balance", async () => {
    const { id } = await addCustomer();
    const { id: accountId } = await addAccount(id);
    const { id: creditId } = await addLent(id, { accountId, amount: 500n, outstanding: 500n });
    const other = await addLent(id, { amount: 500n, outstanding: 500n });
    const { code } = await addPromise(id, { accountId, amount: 600n });
    await pay(id, { creditId: other.id }, 100n);
    await pay(id, { creditId }, 499n);
    expect((await findPromise(bruno, code))?.paid).toBe(499n);
    expect(madeIn((await pay(id, { accountId }, 101n)).outcome)).toContain("promise.keep");
  });

  test("is broken the day after its day, and not on it", async () => {
    const { id, customerId } = await lent();
    const [due, over] = [
      await addPromise(customerId, { creditId: id, dueOn: today }),
      await addPromise(customerId, { creditId: id, dueOn: "2026-03-14" }),
    ];
    expect(madeIn((await pay(customerId, { creditId: id }, 1n)).outcome)).toEqual(["pre_payment.confirm", "promise.break"]);
    expect([await statusOf("promise", due.code), await statusOf("promise", over.code)]).toEqual(["open", "broken"]);
  });

  test("may be withdrawn", async () => {
    const { id, customerId } = await lent();
    const { code } = await addPromise(customerId, { creditId: id });
    expect(madeIn(await moveNow(bruno, "promise", code, "withdraw", { reason: "replaced" }))).toEqual(["promise.withdraw"]);
  });
});

test("all that this says of, and no more, was made", () => expectCovered("promise"));
