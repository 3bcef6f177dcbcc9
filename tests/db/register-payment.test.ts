import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { credits } from "#db/schema/credit";
import { offers } from "#db/schema/offer";
import { payments } from "#db/schema/payment";
import { prePayments } from "#db/schema/pre-payment";
import { products } from "#db/schema/product";
import { announce } from "#db/write/pre-payment";
import type { Day } from "#lib/domain/day";
import type { Announcement } from "#lib/paying";
import { announced, obstaclesTo, rulesOf, say, typed } from "#tests/db/announced";
import { addLent, entriesOf, lent, madeIn, stepNow, today, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, andres, bruno, creditNow, moveNow, sofia, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules());

describe("an announced payment", () => {
  test("is a pending pre-payment, said in the history, and becomes a payment when it is confirmed", async () => {
    const { id, code, customer } = await lent();
    const made = await announced(say(code, 200n, { type: "automatic", channel: "external" }));
    const [row] = await db.select().from(prePayments).where(eq(prePayments.code, made));
    expect(row).toMatchObject({
      status: "pending",
      creditId: id,
      accountId: null,
      amount: 200n,
      isPayoff: false,
      reference: null,
    });
    expect(row).toMatchObject({ type: "automatic", channel: "external", datedOn: today });
    const details = { amount: "minor:200", dated_on: today, credit: code };
    expect(await entriesOf(made)).toMatchObject([
      { action: "pre_payment.announce", module: "pre-payments", subject: "bruno", customer, details },
    ]);
    expect(madeIn(await moveNow(bruno, "pre_payment", made, "confirm"))).toEqual(["pre_payment.confirm"]);
    expect(await creditNow(id)).toMatchObject({ outstanding: 300n });
  });

  test("to an account waits as well", async () => {
    const { id } = await addCustomer();
    const account = await addAccount(id, { createdAt: "2026-01-01T12:00:00Z" });
    const made = await announced(say(account.code, 200n));
    expect((await db.select().from(prePayments).where(eq(prePayments.code, made)))[0]).toMatchObject({ accountId: account.id });
  });

  test("that pays off cancels its credit, when it is exactly what pays it off", async () => {
    const { id, code } = await lent();
    expect(await rulesOf(say(code, 499n, { isPayoff: true }))).toEqual(["payoff_differs"]);
    const made = await announced(say(code, 500n, { isPayoff: true }));
    expect(madeIn(await moveNow(bruno, "pre_payment", made, "confirm"))).toEqual(["pre_payment.confirm", "credit.cancel"]);
    expect(await creditNow(id)).toMatchObject({ status: "cancelled", closedBy: "cancel", outstanding: 0n });
  });

  test("acts once for its key, however often it is sent at once; another form under the key is refused", async () => {
    const { id, code } = await lent();
    const key = randomUUID();
    const all = await Promise.all(Array.from({ length: 8 }, () => announced(say(code, 200n), bruno, key)));
    expect(new Set(all).size).toBe(1);
    expect(await db.$count(prePayments, eq(prePayments.creditId, id))).toBe(1);
    expect(await announce(bruno, typed(say(code, 201n)), key)).toEqual({ ok: false, refusals: [{ rule: "key_reused" }] });
    expect(await announce(sofia, typed(say(code, 200n)), key)).toEqual({ ok: false, refusals: [{ rule: "key_reused" }] });
  });

  test("is nobody's who may not operate payments, and that it was tried is kept", async () => {
    const { id, code } = await lent();
    expect(await rulesOf(say(code, 200n), andres)).toEqual(["permission"]);
    expect(await db.$count(prePayments, eq(prePayments.creditId, id))).toBe(0);
  });

  test.each([
    ["nothing", 0n, {}, ["amount_zero"]],
    ["a day before the credit", 200n, { datedOn: "2026-01-31" as Day }, ["day_too_early"]],
    ["a day too far ahead", 200n, { datedOn: "2027-03-16" as Day }, ["day_too_late"]],
    ["nothing, on no day", 0n, { datedOn: "" as Day }, ["amount_zero", "day_missing"]],
  ])("of %s is refused", async (_, amount, more, rules) => {
    const { code } = await lent({ disbursedOn: "2026-02-01" });
    expect(await rulesOf(say(code, amount, more))).toEqual(rules);
  });

  test("must fit the decimals of its product", async () => {
    const { code } = await lent();
    await db.update(products).set({ decimals: 0 });
    expect(await rulesOf(say(code, 250n))).toEqual(["too_many_decimals"]);
    expect(await rulesOf(say(code, 200n))).toEqual([]);
    await db.update(products).set({ decimals: 2 });
  });

  test("to no credit at all is refused; one to an account pays nothing off", async () => {
    expect(await rulesOf(say("K-777777", 200n))).toEqual(["unknown"]);
    const account = await addAccount((await addCustomer()).id, { createdAt: "2026-01-01T12:00:00Z" });
    expect(await rulesOf(say(account.code, 200n, { isPayoff: true }))).toEqual(["payoff_of_account"]);
    const closed = await lent({ status: "paid", closedBy: "settle", outstanding: 0n });
    expect(await rulesOf(say(closed.code, 200n, { isPayoff: true }))).toEqual(["payoff_closed"]);
  });
});

describe("money that cannot be confirmed yet", () => {
  const waiting = async (said: Announcement, rule: string) => {
    expect(await obstaclesTo(said)).toEqual([rule]);
    const made = await announced(said);
    const outcome = await moveNow(bruno, "pre_payment", made, "confirm");
    expect(outcome).toMatchObject({ ok: false, kind: "refused", refusals: [{ rule }] });
    expect(await statusOf("pre_payment", made)).toBe("pending");
  };

  test("to a paid, a cancelled and a disputed credit stays pending", async () => {
    const paid = await lent({ status: "paid", closedBy: "settle", outstanding: 0n });
    expect(await obstaclesTo(say(paid.code, 5n))).toEqual(["credit_active", "amount_within_owed"]);
    expect(await statusOf("pre_payment", await announced(say(paid.code, 5n)))).toBe("pending");
    const cancelled = await lent({ status: "cancelled", closedBy: "win_dispute", outstanding: 0n });
    expect(await obstaclesTo(say(cancelled.code, 5n))).toContain("credit_active");
    await waiting(say((await lent({ status: "in_dispute" })).code, 5n), "credit_active");
  });

  test("of a blocked customer does so by the platform, and not from outside", async () => {
    const { id: customerId, code: customer } = await addCustomer();
    const { code } = await addLent(customerId, { amount: 500n, outstanding: 500n });
    await stepNow("customer", customer, "block", { by: { kind: "operator", role: "super_admin" }, reason: "fraud" });
    await waiting(say(code, 5n), "channel_allowed");
    expect(await obstaclesTo(say(code, 5n, { channel: "external" }))).toEqual([]);
  });

  test("under an inactive product, of too much, or ahead of the business date, does so", async () => {
    const { code } = await lent();
    await waiting(say(code, 501n), "amount_within_owed");
    await waiting(say(code, 5n, { datedOn: "2026-03-16" as Day }), "not_dated_ahead");
    const [found] = await db
      .select({ code: products.code })
      .from(credits)
      .innerJoin(offers, eq(offers.id, credits.offerId))
      .innerJoin(products, eq(products.id, offers.productId))
      .where(eq(credits.code, code));
    await stepNow("product", found?.code ?? "", "deactivate", {
      by: { kind: "operator", role: "super_admin" },
      reason: "regulation",
    });
    await waiting(say(code, 5n), "product_not_inactive");
  });
});

describe("two payments at once", () => {
  test("on one credit both count where both fit, and else one is refused with its sentence", async () => {
    const { id, code } = await lent();
    const both = await Promise.all([announced(say(code, 200n)), announced(say(code, 250n))]);
    const outcomes = await Promise.all(both.map((each) => moveNow(bruno, "pre_payment", each, "confirm")));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await creditNow(id)).toMatchObject({ outstanding: 50n });
    const again = await Promise.all([announced(say(code, 30n)), announced(say(code, 45n))]);
    const raced = await Promise.all(again.map((each) => moveNow(bruno, "pre_payment", each, "confirm")));
    expect(raced.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = raced.find(({ ok }) => !ok);
    expect(lost).toMatchObject({ kind: "refused" });
    expect(await db.$count(payments, eq(payments.creditId, id))).toBe(3);
  });
});
