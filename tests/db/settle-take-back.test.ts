import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { history } from "#db/schema/history";
import { moveByTwo, pay, useRules } from "#tests/db/moving";
import { addOffer, bruno, moveNow, offered, statusOf } from "#tests/db/portfolio";
import { addPlain, addWallet, creditsOf, flagsOf, rulesIn, say, wallet } from "#tests/db/purchases";

beforeEach(() => useRules());

describe("a reversal", () => {
  test("releases the hold, by the merchant's hand", async () => {
    const its = await addPlain();
    const asked = await say("authorization", its, { externalId: "r1" });
    expect(await say("reversal", its, { externalId: "r1" })).toMatchObject({ outcome: "released" });
    expect(await wallet(its.account.id)).toMatchObject({ authorized: 0n, available: 1_000_00n });
    const request = (asked.ok && asked.request) || "";
    const [deed] = await db.select().from(history).where(eq(history.record, request));
    expect(deed).toMatchObject({ subject: "system", action: "pre_loan.reject", details: { rule: "reversed_by_merchant" } });
  });

  test("after the settlement is refused with its sentence, kept and flagged", async () => {
    const its = await addPlain();
    await say("authorization", its, { externalId: "r2" });
    const settled = await say("settlement", its, { externalId: "r2" });
    const answer = await say("reversal", its, { externalId: "r2" });
    const credit = (settled.ok && settled.credit) || "";
    expect(answer).toMatchObject({ outcome: "refused", refusals: [{ rule: "settled_already", values: { credit } }] });
    expect(await say("reversal", its, { externalId: "r2" })).toEqual(answer);
    expect(await wallet(its.account.id)).toMatchObject({ debt: 100_00n });
    expect(await flagsOf(its.account.id)).toEqual(["reversed_late"]);
  });

  test("of a part is refused, and the hold stays", async () => {
    const its = await addPlain();
    await say("authorization", its, { externalId: "r3" });
    expect(rulesIn(await say("reversal", its, { externalId: "r3", amountMinor: 1n }))).toEqual(["reversal_differs"]);
    expect(await wallet(its.account.id)).toMatchObject({ authorized: 100_00n });
  });

  test("before the authorization waits for it, and nothing is ever held", async () => {
    const its = await addPlain();
    expect(await say("reversal", its, { externalId: "r4" })).toMatchObject({ outcome: "waiting" });
    expect(rulesIn(await say("authorization", its, { externalId: "r4" }))).toEqual(["not_reversed_before"]);
    expect(await wallet(its.account.id)).toMatchObject({ authorized: 0n });
  });
});

describe("a reversal before all else", () => {
  test("of a part is refused once the authorization comes, which holds", async () => {
    const its = await addPlain();
    await say("reversal", its, { externalId: "r5", amountMinor: 1n });
    expect(await say("authorization", its, { externalId: "r5" })).toMatchObject({ outcome: "approved" });
    expect(rulesIn(await say("reversal", its, { externalId: "r5", amountMinor: 1n }))).toEqual(["reversal_differs"]);
    expect(await wallet(its.account.id)).toMatchObject({ authorized: 100_00n });
  });

  test("is refused by the settlement, which it names", async () => {
    const its = await addPlain();
    await say("reversal", its, { externalId: "r6" });
    const settled = await say("settlement", its, { externalId: "r6" });
    const credit = (settled.ok && settled.credit) || "";
    const again = await say("reversal", its, { externalId: "r6" });
    expect(again).toMatchObject({ outcome: "refused", refusals: [{ rule: "settled_already", values: { credit } }] });
  });
});

describe("a refund", () => {
  test("of a part lowers what is owed; of all of it, the credit is paid", async () => {
    const its = await addPlain();
    const settled = await say("settlement", its, { externalId: "f1" });
    await say("refund", its, { externalId: "f1", amountMinor: 30_00n });
    expect(await wallet(its.account.id)).toMatchObject({ debt: 70_00n, creditBalance: 0n });
    await say("refund", its, { externalId: "f1b", purchase: "f1", amountMinor: 70_00n });
    expect(await wallet(its.account.id)).toMatchObject({ debt: 0n, creditBalance: 0n });
    expect(await statusOf("credit", (settled.ok && settled.credit) || "")).toBe("paid");
  });

  test("of what was paid in part leaves the surplus as the account's credit balance", async () => {
    const its = await addPlain();
    await say("settlement", its, { externalId: "f2" });
    await pay(its.customer.id, { accountId: its.account.id }, 60_00n);
    await say("refund", its, { externalId: "f2" });
    expect(await wallet(its.account.id)).toMatchObject({ debt: 0n, creditBalance: 60_00n });
    expect(await statusOf("credit", (await creditsOf(its.account.id))[0]?.code ?? "")).toBe("paid");
  });

  test("of what was paid wholly is all credit balance, and nothing is odd about it", async () => {
    const its = await addPlain();
    await say("settlement", its, { externalId: "f3" });
    await say("authorization", its, { externalId: "f3" });
    await pay(its.customer.id, { accountId: its.account.id }, 100_00n);
    await say("refund", its, { externalId: "f3", amountMinor: 40_00n });
    expect(await wallet(its.account.id)).toMatchObject({ debt: 0n, creditBalance: 40_00n });
    expect(await flagsOf(its.account.id)).toEqual([]);
  });

  test("of more than was bought is kept whole, flagged", async () => {
    const its = await addPlain();
    await say("authorization", its, { externalId: "f4" });
    await say("settlement", its, { externalId: "f4" });
    await say("refund", its, { externalId: "f4", amountMinor: 120_00n });
    expect(await wallet(its.account.id)).toMatchObject({ debt: 0n, creditBalance: 20_00n });
    expect(await flagsOf(its.account.id)).toEqual(["refund_above"]);
  });

  test("after all was refunded is flagged as well, in whatever order they come", async () => {
    for (const [first, second] of [
      [100_00n, 20_00n],
      [20_00n, 100_00n],
    ] as const) {
      const its = await addPlain();
      const externalId = `twice-${first}`;
      await say("authorization", its, { externalId });
      await say("settlement", its, { externalId });
      await say("refund", its, { externalId, amountMinor: first });
      await say("refund", its, { externalId: `${externalId}b`, purchase: externalId, amountMinor: second });
      expect(await wallet(its.account.id)).toMatchObject({ debt: 0n, creditBalance: 20_00n });
      expect(await flagsOf(its.account.id)).toEqual(["refund_above"]);
    }
  });

  test("before its settlement waits for it", async () => {
    const its = await addPlain();
    expect(await say("refund", its, { externalId: "f5", amountMinor: 25_00n })).toMatchObject({ outcome: "waiting" });
    await say("settlement", its, { externalId: "f5" });
    expect(await wallet(its.account.id)).toMatchObject({ debt: 75_00n });
  });

  test("with interest owes what was borne until then, under every method", async () => {
    for (const method of ["equal_instalments", "equal_principal", "flat"] as const) {
      const { productId } = await addOffer({ kind: "card" }, { terms: { ...offered, method }, instalmentsMin: 6 });
      const its = await addWallet({ account: { productId } });
      await say("settlement", its, { externalId: `i-${method}`, at: "2026-03-01T15:00:00Z" });
      await say("refund", its, { externalId: `i-${method}` });
      const { debt, creditBalance } = await wallet(its.account.id);
      expect(creditBalance).toBe(0n);
      expect(debt).toBeLessThan(5_00n);
    }
  });

  test("of a disputed purchase is noted and flagged; the dispute won then takes off no more than is left", async () => {
    const its = await addPlain();
    await say("authorization", its, { externalId: "f6" });
    const settled = await say("settlement", its, { externalId: "f6" });
    const credit = (settled.ok && settled.credit) || "";
    await moveNow(bruno, "credit", credit, "dispute", { reason: "not_received", amountMinor: 90_00n });
    await say("refund", its, { externalId: "f6", amountMinor: 40_00n });
    expect(await wallet(its.account.id)).toMatchObject({ debt: 0n, disputed: 60_00n });
    expect(await flagsOf(its.account.id)).toEqual(["refund_in_dispute"]);
    expect(await moveByTwo("credit", credit, "win_dispute_in_part", { amountMinor: 90_00n })).toMatchObject({ ok: true });
    expect(await wallet(its.account.id)).toMatchObject({ debt: 0n, disputed: 0n });
  });
});
