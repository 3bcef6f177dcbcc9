import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { checkBooks } from "#db/read/books-check";
import { accounts } from "#db/schema/account";
import { payments } from "#db/schema/payment";
import { balanceRefunds, settlementFlags } from "#db/schema/settlement";
import { decideApproval } from "#db/write/approval";
import { askBalanceRefund } from "#db/write/balance-refund";
import { resolveFlag } from "#db/write/settlement-flag";
import { addLent, madeIn, pay, reverse, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, andres, bruno, carla, clara, moveNow, sofia } from "#tests/db/portfolio";
import { addWallet, deedsOf, flagsOf, say, wallet } from "#tests/db/purchases";

beforeEach(() => useRules());

const reference = "TRX-123";

async function asked(balance = 80_00n) {
  const its = await addWallet({ account: { creditBalance: balance } });
  const outcome = await askBalanceRefund(bruno, { account: its.account.code, reference }, randomUUID());
  return { ...its, outcome, approval: outcome.ok && outcome.kind === "asked" ? outcome.approval : "" };
}
const decide = (approval: string, actor = clara) => decideApproval(actor, approval, true, randomUUID());

describe("a credit balance", () => {
  test("is paid out once a second operator approves it, and the account can be canceled then", async () => {
    const { account, approval } = await asked();
    expect(await wallet(account.id)).toMatchObject({ creditBalance: 80_00n });
    expect(await moveNow(sofia, "account", account.code, "cancel", { reason: "deceased", typed: account.code })).toMatchObject({
      ok: false,
      refusals: [{ rule: "no_credit_balance" }],
    });
    expect(await decide(approval)).toMatchObject({ ok: true });
    expect(await wallet(account.id)).toMatchObject({ creditBalance: 0n });
    expect(await db.select().from(balanceRefunds).where(eq(balanceRefunds.accountId, account.id))).toMatchObject([
      { amount: 80_00n, askedEmail: bruno.email, approvedEmail: clara.email },
    ]);
    expect(await deedsOf(account.code)).toEqual(["approval.asked", "balance.refunded"]);
    const canceled = await moveNow(sofia, "account", account.code, "cancel", { reason: "deceased", typed: account.code });
    expect(canceled).toMatchObject({ ok: true, kind: "asked" });
  });

  test("is not paid out by who asked, nor by whose role may not, nor twice", async () => {
    const { account, approval } = await asked();
    expect(await decide(approval, bruno)).toMatchObject({ refusals: [{ rule: "approval_own" }] });
    for (const actor of [andres, carla])
      expect(await decide(approval, actor)).toMatchObject({ refusals: [{ rule: "permission" }] });
    await decide(approval);
    expect(await decide(approval, sofia)).toMatchObject({ refusals: [{ rule: "approval_over" }] });
    expect(await wallet(account.id)).toMatchObject({ creditBalance: 0n });
  });

  test("that was asked for waits for that one approval, and declined stays", async () => {
    const { account, approval } = await asked();
    const again = await askBalanceRefund(bruno, { account: account.code, reference: "other" }, randomUUID());
    expect(again).toMatchObject({ refusals: [{ rule: "approval_pending" }] });
    await decideApproval(clara, approval, false, randomUUID());
    expect(await wallet(account.id)).toMatchObject({ creditBalance: 80_00n });
  });

  test("that is less by then is not paid out", async () => {
    const { account, approval } = await asked();
    await db.update(accounts).set({ creditBalance: 10_00n }).where(eq(accounts.id, account.id));
    expect(await decide(approval)).toMatchObject({ refusals: [{ rule: "balance_less" }] });
    expect(await wallet(account.id)).toMatchObject({ creditBalance: 10_00n });
  });

  test("that covered a minimum payment does not any more once it is paid out, and the account is suspended", async () => {
    const { id } = await addCustomer();
    const unmet = { minimumUnmet: 100n, minimumDueOn: "2026-03-10" };
    const account = await addAccount(id, { ...unmet, debt: 0n, creditBalance: 100n });
    await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n });
    const said = { account: account.code, reference };
    const outcome = await askBalanceRefund(bruno, said, randomUUID());
    const approval = outcome.ok && outcome.kind === "asked" ? outcome.approval : expect.fail();
    expect(madeIn(await decide(approval))).toEqual(["account.suspend"]);
  });

  test.each([
    ["that is empty", 0n, reference, bruno, "balance_empty"],
    ["without a reference", 1n, "", bruno, "fault"],
    ["with too long a reference", 1n, "x".repeat(10_000), bruno, "fault"],
    ["by whose role may not", 1n, reference, carla, "permission"],
  ])("%s is not asked for", async (_, creditBalance, words, actor, rule) => {
    const { account } = await addWallet({ account: { creditBalance } });
    const outcome = await askBalanceRefund(actor, { account: account.code, reference: words }, randomUUID());
    expect(outcome).toMatchObject({ ok: false, refusals: [{ rule }] });
  });
});

test("of a payment that comes back, what was paid out of it is said, and missing nowhere else", async () => {
  const its = await addWallet();
  await useRules({ overpaymentLimitMinor: 100_00n });
  const { payment } = await pay(its.customer.id, { accountId: its.account.id }, 80_00n);
  const outcome = await askBalanceRefund(bruno, { account: its.account.code, reference }, randomUUID());
  await decide((outcome.ok && outcome.kind === "asked" && outcome.approval) || "");
  await pay(its.customer.id, { accountId: its.account.id }, 30_00n);
  await reverse(payment.code);
  const [reversed] = await db.select().from(payments).where(eq(payments.id, payment.id));
  expect(reversed).toMatchObject({ status: "reversed", shortfall: 50_00n });
  await pay(its.customer.id, { accountId: its.account.id }, 20_00n);
  expect(await wallet(its.account.id)).toMatchObject({ creditBalance: 20_00n });
  const { told } = await checkBooks(db);
  expect(told.filter(({ record }) => record === its.account.code)).toEqual([]);
});

describe("a flag", () => {
  test("is resolved once, with what was found, under the customer's key", async () => {
    const its = await addWallet();
    const settled = await say("settlement", its);
    const credit = (settled.ok && settled.credit) || "";
    const open = (await db.select().from(settlementFlags)).find(({ resolvedAt }) => resolvedAt === null) ?? expect.fail();
    const form = { credit, flag: open.id, comment: "Compra en modo fuera de línea." };
    expect(await resolveFlag(bruno, { ...form, comment: "" }, randomUUID())).toMatchObject({ ok: false });
    expect(await resolveFlag(carla, form, randomUUID())).toMatchObject({ refusals: [{ rule: "permission" }] });
    expect(await resolveFlag(bruno, form, randomUUID())).toMatchObject({ ok: true });
    expect(await resolveFlag(bruno, form, randomUUID())).toMatchObject({ refusals: [{ rule: "flag_over" }] });
    expect(await flagsOf(its.account.id)).toEqual([]);
    const [resolved] = await db.select().from(settlementFlags).where(eq(settlementFlags.id, open.id));
    expect(resolved?.resolvedEmail).toBe(bruno.email);
    expect(resolved?.comment?.includes("Compra")).toBe(false);
  });
});
