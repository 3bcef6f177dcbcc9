import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { cardMessages } from "#db/schema/card-message";
import { history } from "#db/schema/history";
import { offers } from "#db/schema/offer";
import { preLoans } from "#db/schema/pre-loan";
import { useRules } from "#tests/db/moving";
import { addOffer, bruno, moveNow, statusOf } from "#tests/db/portfolio";
import { addWallet, deedsOf, rulesIn, say, wallet } from "#tests/db/purchases";

beforeEach(() => useRules());

describe("a purchase", () => {
  test("is approved: its amount is held as a request that waits, and the history says so", async () => {
    const its = await addWallet();
    const answer = await say("authorization", its, { externalId: "buy-1" });
    expect(answer).toMatchObject({ ok: true, outcome: "approved", refusals: [] });
    expect(await wallet(its.account.id)).toMatchObject({ authorized: 100_00n, available: 900_00n, debt: 0n });
    const [request] = await db.select().from(preLoans).where(eq(preLoans.accountId, its.account.id));
    expect(request).toMatchObject({ cardId: its.card.id, offerId: its.offer?.id, amount: 100_00n, status: "pending" });
    const [deed] = await db.select().from(history).where(eq(history.record, its.account.code));
    const details = { card: its.card.code, amount: "minor:10000", request: request?.code };
    expect(deed).toMatchObject({ subject: "processor", action: "authorization.approved", details, customer: its.customer.code });
  });

  test("is declined with all that stands in its way, which is kept", async () => {
    const its = await addWallet({ card: { status: "lost" }, customer: { status: "disabled" } });
    const answer = await say("authorization", its, { amountMinor: 2_000_00n });
    expect(answer).toMatchObject({ ok: true, outcome: "declined", request: null });
    expect(rulesIn(answer)).toEqual(["customer_enabled", "card_active", "amount_available"]);
    expect(await wallet(its.account.id)).toMatchObject({ authorized: 0n, available: 1_000_00n });
    const [kept] = await db.select().from(cardMessages).where(eq(cardMessages.accountId, its.account.id));
    expect(kept).toMatchObject({ outcome: "declined", merchant: "Librería", cardId: its.card.id, preLoanId: null });
    expect(kept?.refusals).toContainEqual({
      rule: "amount_available",
      values: { amount: "minor:200000", available: "minor:100000" },
    });
    expect(await deedsOf(its.account.code)).toEqual(["authorization.declined"]);
  });

  test.each([
    ["on a canceled account", { account: { status: "canceled" } }, {}, ["account_overlays_card"]],
    ["on a suspended account", { account: { status: "suspended" } }, {}, ["account_overlays_card"]],
    ["with a lost card", { card: { status: "lost" } }, {}, ["card_active"]],
    ["with a card never activated", { card: { status: "default" } }, {}, ["card_active"]],
    ["of a blocked customer", { customer: { status: "blocked" } }, {}, ["customer_enabled"]],
    ["above what is available", {}, { amountMinor: 1_000_01n }, ["amount_available"]],
    ["in another currency", {}, { currency: "USD" }, ["same_currency"]],
  ] as const)("%s is declined and says why", async (_, made, more, rules) => {
    const its = await addWallet(made as never);
    const answer = await say("authorization", its, more);
    expect([answer.ok && answer.outcome, rulesIn(answer)]).toEqual(["declined", rules]);
  });

  test("of all that is available is approved, and then nothing more", async () => {
    const its = await addWallet();
    expect(await say("authorization", its, { amountMinor: 1_000_00n })).toMatchObject({ outcome: "approved" });
    expect(rulesIn(await say("authorization", its, { amountMinor: 1n }))).toEqual(["amount_available"]);
  });

  test("is lent under the newest enabled offer, and declined without any", async () => {
    const its = await addWallet();
    const { name, status, terms, productId } = its.offer ?? expect.fail();
    const newer = await db.insert(offers).values({ name, status, terms, productId }).returning();
    await say("authorization", its);
    const [request] = await db.select().from(preLoans).where(eq(preLoans.accountId, its.account.id));
    expect(request?.offerId).toBe(newer[0]?.id);
    const none = await addOffer({ kind: "card" }, { status: "draft" });
    const bare = await addWallet({ account: { productId: none.productId } });
    expect(rulesIn(await say("authorization", bare))).toEqual(["offer_enabled"]);
  });
});

describe("an external ID", () => {
  test("told again gets the same answer, also when it would be another now", async () => {
    const its = await addWallet();
    const same = { externalId: "twice-1", amountMinor: 600_00n };
    const first = await say("authorization", its, same);
    expect(await say("authorization", its, same)).toEqual(first);
    expect(await wallet(its.account.id)).toMatchObject({ authorized: 600_00n });
    const declined = await say("authorization", its, { externalId: "twice-2", amountMinor: 900_00n });
    await moveNow(bruno, "pre_loan", (first.ok && first.request) || "", "reject", { reason: "policy" });
    expect(await say("authorization", its, { externalId: "twice-2", amountMinor: 900_00n })).toEqual(declined);
  });

  test.each([
    { amountMinor: 5_00n },
    { merchant: "Otro" },
    { currency: "USD" },
    { at: "2026-03-15T15:00:01Z" },
    { purchase: "p" },
  ])("told with other content is refused: %#", async (other) => {
    const its = await addWallet();
    const externalId = `other-${Object.keys(other)[0]}`;
    await say("authorization", its, { externalId });
    expect(rulesIn(await say("authorization", its, { externalId, ...other }))).toEqual(["external_id_reused"]);
    expect(await wallet(its.account.id)).toMatchObject({ authorized: 100_00n });
  });

  test("told for another card is refused", async () => {
    const [one, other] = [await addWallet(), await addWallet()];
    await say("authorization", one, { externalId: "whose" });
    expect(await say("authorization", other, { externalId: "whose" })).toMatchObject({ ok: false });
  });

  test("told by many at once acts once, and all get the same answer", async () => {
    const its = await addWallet();
    const answers = await Promise.all(Array.from({ length: 8 }, () => say("authorization", its, { externalId: "many" })));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await wallet(its.account.id)).toMatchObject({ authorized: 100_00n });
  });

  test("told by many at once for two cards is of one of them", async () => {
    const both = [await addWallet(), await addWallet()];
    const answers = await Promise.all(
      both.flatMap((its) => [1, 2, 3].map(() => say("authorization", its, { externalId: "race" }))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    const held = await Promise.all(both.map(({ account }) => wallet(account.id)));
    expect(held.map(({ authorized }) => authorized).toSorted()).toEqual([0n, 100_00n]);
  });
});

test("of a message that cannot be, nothing is kept", async () => {
  const its = await addWallet();
  const answer = await say("authorization", its, { amountMinor: 0n, merchant: "4111111111111111", at: "no" });
  expect(rulesIn(answer)).toEqual(["amount_wrong", "merchant_card_number", "at_wrong"]);
  expect(rulesIn(await say("authorization", { card: { ...its.card, code: "D-222222" } }))).toEqual(["card_unknown"]);
  expect(await db.$count(cardMessages, eq(cardMessages.accountId, its.account.id))).toBe(0);
});

test("many at once never hold more than the line", async () => {
  const its = await addWallet();
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, place) => say("authorization", its, { amountMinor: BigInt((place % 7) + 1) * 10_00n })),
  );
  const { authorized, available } = await wallet(its.account.id);
  const approved = answers.filter((each) => each.ok && each.outcome === "approved").length;
  expect(authorized + available).toBe(1_000_00n);
  expect(available).toBeLessThan(10_00n);
  expect(await db.$count(preLoans, eq(preLoans.accountId, its.account.id))).toBe(approved);
});

test("an authorization and a suspension at once: whichever is first, the other sees it", async () => {
  const its = await addWallet();
  const [answer] = await Promise.all([
    say("authorization", its),
    moveNow(bruno, "account", its.account.code, "suspend", { reason: "fraud" }),
  ]);
  expect(await statusOf("account", its.account.code)).toBe("suspended");
  const { authorized } = await wallet(its.account.id);
  expect(authorized).toBe(answer.ok && answer.outcome === "approved" ? 100_00n : 0n);
});
