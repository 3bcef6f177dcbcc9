import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { settlementFlags } from "#db/schema/settlement";
import type { MessageKind } from "#lib/domain/card-message";
import { expectCounts, today, useRules } from "#tests/db/moving";
import { addCard, addOffer, bruno, moveNow, offered, statusOf } from "#tests/db/portfolio";
import { addPlain, addWallet, creditsOf, deedsOf, flagsOf, plain, rulesIn, say, wallet } from "#tests/db/purchases";

beforeEach(() => useRules());

describe("a settlement", () => {
  test("becomes a credit of its own on its day, and releases the hold", async () => {
    const its = await addPlain();
    const asked = await say("authorization", its, { externalId: "s1" });
    const answer = await say("settlement", its, { externalId: "s1", at: "2026-03-12T15:00:00Z" });
    const [credit, ...others] = await creditsOf(its.account.id);
    expect(others).toEqual([]);
    expect(answer).toEqual({ ok: true, outcome: "booked", refusals: [], request: null, credit: credit?.code });
    const about = { amount: 100_00n, outstanding: 100_00n, disbursedOn: "2026-03-12", cardId: its.card.id, status: "active" };
    expect(credit).toMatchObject(about);
    expect(await wallet(its.account.id)).toMatchObject({ debt: 100_00n, authorized: 0n, available: 900_00n });
    const request = (asked.ok && asked.request) || "";
    expect(await statusOf("pre_loan", request)).toBe("completed");
    expect(await flagsOf(its.account.id)).toEqual([]);
    expect(await deedsOf(request)).toEqual(["pre_loan.confirm"]);
    expect(await deedsOf(its.account.code)).toEqual(["authorization.approved", "settlement.booked"]);
    await expectCounts();
  });

  test("told again gets the same answer and books nothing more", async () => {
    const its = await addPlain();
    const first = await say("settlement", its, { externalId: "s2" });
    expect(await say("settlement", its, { externalId: "s2" })).toEqual(first);
    expect(await creditsOf(its.account.id)).toHaveLength(1);
  });

  test("for another amount books that amount, flagged", async () => {
    const its = await addPlain();
    await say("authorization", its, { externalId: "s3" });
    await say("settlement", its, { externalId: "s3", amountMinor: 130_00n });
    expect(await wallet(its.account.id)).toMatchObject({ debt: 130_00n, authorized: 0n });
    const [credit] = await creditsOf(its.account.id);
    const flags = await db
      .select()
      .from(settlementFlags)
      .where(eq(settlementFlags.creditId, credit?.id ?? ""));
    expect(flags).toMatchObject([{ kind: "amount_differs", seen: { authorized: "minor:10000", settled: "minor:13000" } }]);
  });

  test.each([
    ["without an authorization", {}],
    [
      "on a canceled account, with a lost card, of a blocked customer",
      {
        account: { status: "canceled" },
        card: { status: "lost" },
        customer: { status: "blocked" },
      },
    ],
    ["above the line", { account: { creditLine: 1n } }],
  ] as const)("%s books all the same, flagged", async (_, made) => {
    const its = await addPlain(made as never);
    expect(await say("settlement", its)).toMatchObject({ ok: true, outcome: "booked" });
    expect(await wallet(its.account.id)).toMatchObject({ debt: 100_00n });
    expect(await flagsOf(its.account.id)).toEqual(["no_authorization"]);
  });

  test("books after its authorization expired, and after the account was suspended and the product stopped", async () => {
    const its = await addPlain();
    const asked = await say("authorization", its, { externalId: "s4" });
    await moveNow(bruno, "pre_loan", (asked.ok && asked.request) || "", "reject", { reason: "expired" });
    await moveNow(bruno, "account", its.account.code, "suspend", { reason: "fraud" });
    expect(await say("settlement", its, { externalId: "s4" })).toMatchObject({ outcome: "booked" });
    expect(await flagsOf(its.account.id)).toEqual(["no_authorization"]);
  });

  test("is lent under an offer of any status, and refused only where no terms are set at all", async () => {
    const { productId } = await addOffer({ kind: "card" }, { ...plain, status: "disabled" });
    const its = await addWallet({ account: { productId } });
    expect(await say("settlement", its)).toMatchObject({ outcome: "booked" });
    const bare = await addOffer({ kind: "card" }, { status: "draft", terms: {} });
    const none = await addWallet({ account: { productId: bare.productId } });
    expect(rulesIn(await say("settlement", none))).toEqual(["no_offer"]);
  });

  test("of what an operator confirmed by hand books nothing twice", async () => {
    const its = await addPlain();
    const asked = await say("authorization", its, { externalId: "s5" });
    await moveNow(bruno, "pre_loan", (asked.ok && asked.request) || "", "confirm");
    const [credit] = await creditsOf(its.account.id);
    expect(await say("settlement", its, { externalId: "s5" })).toMatchObject({ outcome: "booked", credit: credit?.code });
    expect(await creditsOf(its.account.id)).toHaveLength(1);
    await say("settlement", its, { externalId: "s5b", purchase: "s5" });
    expect(await creditsOf(its.account.id)).toHaveLength(2);
    expect(await flagsOf(its.account.id)).toEqual(["no_authorization"]);
  });

  test("dated ahead is booked on the business date, and in another currency or decimals not at all", async () => {
    const its = await addPlain();
    await say("settlement", its, { at: "2026-04-01T15:00:00Z" });
    expect(await creditsOf(its.account.id)).toMatchObject([{ disbursedOn: today }]);
    expect(rulesIn(await say("settlement", its, { currency: "USD" }))).toEqual(["same_currency"]);
    const { productId } = await addOffer({ kind: "card", decimals: 0 }, plain);
    const whole = await addWallet({ account: { productId } });
    expect(rulesIn(await say("settlement", whole, { amountMinor: 100_50n }))).toEqual(["amount_decimals"]);
  });

  test("long past is billed with the next statement all the same", async () => {
    const its = await addPlain();
    await say("settlement", its, { at: "2026-01-02T15:00:00Z" });
    // Its cycle closes on the 20th, and falls due on the 5th.
    const billed = { disbursedOn: "2026-01-02", firstDueOn: "2026-04-05", daysPastDue: 0 };
    expect(await creditsOf(its.account.id)).toMatchObject([billed]);
    expect(await statusOf("customer", its.customer.code)).toBe("enabled");
  });

  test("that is paid back by the week keeps to its own days", async () => {
    const { productId } = await addOffer({ kind: "card" }, { terms: { ...offered, unit: "week" } });
    const its = await addWallet({ account: { productId } });
    await say("settlement", its);
    expect(await creditsOf(its.account.id)).toMatchObject([{ firstDueOn: null }]);
  });
});

describe("a settlement before its authorization", () => {
  test("is flagged until it comes, which holds nothing", async () => {
    const its = await addPlain();
    await say("settlement", its, { externalId: "o1" });
    expect(await flagsOf(its.account.id)).toEqual(["no_authorization"]);
    expect(rulesIn(await say("authorization", its, { externalId: "o1" }))).toEqual(["not_settled_before"]);
    expect(await flagsOf(its.account.id)).toEqual([]);
    expect(await wallet(its.account.id)).toMatchObject({ authorized: 0n, debt: 100_00n });
  });

  test("is flagged for the amount where that differs", async () => {
    const its = await addPlain();
    await say("settlement", its, { externalId: "o2", amountMinor: 50_00n });
    await say("authorization", its, { externalId: "o2" });
    expect(await flagsOf(its.account.id)).toEqual(["amount_differs"]);
  });
});

test("what was told of a purchase comes to the same in whatever order it came", async () => {
  const kinds: MessageKind[] = ["authorization", "settlement", "refund"];
  const orders = fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 3, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 1, max: 100 }), async (order, refunded) => {
      const its = await addPlain();
      const externalId = `any-${its.card.code}`;
      for (const kind of order)
        await say(kind, its, { externalId, ...(kind === "refund" && { amountMinor: BigInt(refunded) * 1_00n }) });
      const owed = 100_00n - BigInt(refunded) * 1_00n;
      expect(await wallet(its.account.id)).toMatchObject({ debt: owed, authorized: 0n, creditBalance: 0n });
      expect(await flagsOf(its.account.id)).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test("a settlement with a card that was replaced is owed on the one that took its place", async () => {
  const its = await addPlain({ card: { status: "lost" } });
  const heir = await addCard(its.account.id, { replacesId: its.card.id });
  await say("settlement", its);
  expect(await creditsOf(its.account.id)).toMatchObject([{ cardId: heir.id }]);
});

test("settlements and authorizations at once lose nothing", async () => {
  const its = await addPlain();
  const ids = Array.from({ length: 12 }, (_, place) => `both-${place}`);
  await Promise.all(
    ids.flatMap((externalId) =>
      (["settlement", "authorization"] as const).map((kind) => say(kind, its, { externalId, amountMinor: 10_00n })),
    ),
  );
  expect(await wallet(its.account.id)).toMatchObject({ debt: 120_00n, authorized: 0n });
  expect(await flagsOf(its.account.id)).toEqual([]);
});
