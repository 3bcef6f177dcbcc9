import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { payments } from "#db/schema/payment";
import type { Announcement } from "#lib/paying";
import { announced, foreseenOf, say } from "#tests/db/announced";
import { addLent, lent, madeIn, stepNow, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, addPromise, bruno, creditNow, moveNow, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules());

describe("what a payment would do is foreseen", () => {
  const outcomeOf = async (said: Announcement) => madeIn(await moveNow(bruno, "pre_payment", await announced(said), "confirm"));

  test("as it then does: what it covers, what settles, who is cured, which promise is kept", async () => {
    const { id, code, customerId, customer } = await lent({ daysPastDue: 9, delinquentDays: 9 });
    await stepNow("customer", customer, "disable", { cause: { rule: "delinquent_days", values: { credit: code, days: 9 } } });
    const promise = await addPromise(customerId, { creditId: id, amount: 400n });
    const said = say(code, 492n);
    const foreseen = await foreseenOf(said);
    expect(foreseen.credits).toMatchObject([
      {
        code,
        status: { before: "active", after: "paid" },
        allocations: [{ payment: null, instalment: 1, after: { principal: 492n, interest: 0n } }],
        figures: {
          outstanding: { before: 500n, after: 0n },
          daysPastDue: { before: 9, after: 0 },
          closingNote: { before: 0n, after: 8n },
        },
      },
    ]);
    expect(foreseen.customer).toEqual({ code: customer, status: { before: "disabled", after: "enabled" } });
    const moves = foreseen.moves.map(({ entity, event }) => `${entity}.${event}`);
    expect(await outcomeOf(said)).toEqual(["pre_payment.confirm", ...moves]);
    expect(moves).toEqual(["credit.settle", "promise.keep", "customer.enable"]);
    expect(await statusOf("promise", promise.code)).toBe("kept");
    expect(await creditNow(id)).toMatchObject({ status: "paid", closingNote: 8n });
  });

  test("of one to an account, over its credits, and what would be kept", async () => {
    await useRules({ overpaymentLimitMinor: 1_000n });
    const { id } = await addCustomer();
    const account = await addAccount(id, { createdAt: "2026-01-01T12:00:00Z" });
    const old = await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n });
    const late = await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n, daysPastDue: 3 });
    const foreseen = await foreseenOf(say(account.code, 230n));
    expect(foreseen.credits.map(({ code, status }) => [code, status.after])).toEqual([
      [late.code, "paid"],
      [old.code, "paid"],
    ]);
    expect(foreseen.kept).toEqual({ account: account.code, before: 0n, after: 30n });
    expect(await db.$count(payments, eq(payments.accountId, account.id))).toBe(0);
  });

  test("which promises it keeps: of the account, and of what it brings to each credit", async () => {
    const { id } = await addCustomer();
    const account = await addAccount(id, { createdAt: "2026-01-01T12:00:00Z" });
    const accountId = account.id;
    const late = await addLent(id, { accountId, amount: 100n, outstanding: 100n, daysPastDue: 3 });
    const other = await addLent(id, { accountId, amount: 100n, outstanding: 100n });
    await addPromise(id, { creditId: late.id, amount: 100n });
    await addPromise(id, { creditId: other.id, amount: 31n });
    await addPromise(id, { accountId, amount: 130n });
    const keeps = (moves: readonly string[]) => moves.filter((move) => move === "promise.keep").length;
    const keepsOf = async (said: Announcement) =>
      keeps((await foreseenOf(said)).moves.map(({ entity, event }) => `${entity}.${event}`));
    expect(await keepsOf(say(other.code, 31n))).toBe(1);
    const said = say(account.code, 130n);
    expect(await keepsOf(said)).toBe(2);
    expect(keeps((await outcomeOf(said)) as string[])).toBe(2);
    await addPromise(id, { accountId, amount: 5n });
    expect(await keepsOf(say(other.code, 5n))).toBe(2);
  });

  test("of one that pays off", async () => {
    const { code } = await lent();
    const foreseen = await foreseenOf(say(code, 500n, { isPayoff: true }));
    expect(foreseen.credits[0]?.status).toEqual({ before: "active", after: "cancelled" });
    expect(foreseen.moves).toEqual([]);
  });
});
