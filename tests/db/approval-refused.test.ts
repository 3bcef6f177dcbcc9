import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findRefusals } from "#db/read/refusal";
import { accounts } from "#db/schema/account";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";
import { askBalanceRefund } from "#db/write/balance-refund";
import { keepRefusals } from "#db/write/refusal";
import type { Actor } from "#lib/domain/actor";
import type { Entity } from "#lib/domain/machines";
import { refusalSentence } from "#lib/messages/refusal";
import { approvalOf, asked, decide } from "#tests/db/asking";
import { addLent, ask, lent, moveByTwo, pay, reverse, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, addOffer, addPreLoan, bruno, clara, moveNow, sofia } from "#tests/db/portfolio";

beforeEach(() => useRules());

const money = (minor: bigint) => `COP ${minor}`;

/** Why an approval is refused to Clara, as she is told on the page that it leads her back to. */
async function told(approval: string, actor: Actor = clara): Promise<string[]> {
  const outcome = await decide(clara, approval);
  if (!("refusals" in outcome)) throw new Error(`not refused: ${JSON.stringify(outcome)}`);
  const key = await keepRefusals(clara, approval, outcome.refusals);
  const { entity } = (await approvalOf(approval)) ?? expect.fail();
  const refusals = await findRefusals(actor, approval, key);
  return refusals.map((refusal) => refusalSentence(refusal, entity as Entity, "en", money));
}

describe("an approval that is refused tells what its attempt was told", () => {
  test("of what was asked for, beside what is there now", async () => {
    const { id, approval, customerId } = await asked();
    await pay(customerId, { creditId: id }, 100n);
    expect(await told(approval)).toEqual([expect.stringContaining("COP 400 are outstanding and the credit note is for COP 500")]);
    expect(await told(approval)).toHaveLength(1);
  });

  test("of a refund, for which there is no event", async () => {
    const { id } = await addCustomer();
    const account = await addAccount(id, { creditBalance: 80n });
    const outcome = await askBalanceRefund(bruno, { account: account.code, reference: "TRX-1" }, randomUUID());
    await db.update(accounts).set({ creditBalance: 10n }).where(eq(accounts.id, account.id));
    const approval = outcome.ok && outcome.kind === "asked" ? outcome.approval : "";
    expect(await told(approval)).toEqual(["COP 80 were asked for and the credit balance is COP 10 now; ask for it again."]);
    await db.update(accounts).set({ creditBalance: 0n }).where(eq(accounts.id, account.id));
    expect(await told(approval)).toEqual(["The account has no credit balance."]);
  });

  test("of a payment that would be reversed along, in the payment's words", async () => {
    const { id, code, customerId, offerId } = await lent();
    const { payment } = await pay(customerId, { creditId: id }, 100n);
    await moveNow(bruno, "credit", code, "dispute", { reason: "duplicate", amountMinor: 500n });
    const approval = await ask("credit", code, "win_dispute");
    const product = await productOf(offerId);
    await moveByTwo("product", product, "deactivate", { reason: "mistake", typed: product });
    expect(await told(approval)).toEqual([
      `${payment.code}: The product is inactive, so its payments stop; a Super Admin must reactivate it first.`,
    ]);
  });

  test("of a credit to be refinanced that owes more again", async () => {
    await useRules({ fourEyes: ["pre_loan.confirm"] });
    const { id } = await addCustomer();
    const { id: offerId } = await addOffer({}, { amountMin: 1n });
    const old = await addLent(id, { offerId, amount: 500n, outstanding: 500n });
    const { payment } = await pay(id, { creditId: old.id }, 100n);
    const { code } = await addPreLoan(id, { offerId, amount: 400n, refinancesId: old.id });
    const approval = await ask("pre_loan", code, "confirm");
    await reverse(payment.code);
    expect(await told(approval)).toEqual([expect.stringContaining("COP 500")]);
  });
});

test("what one operator was told of one approval is nobody else's, and of no other", async () => {
  const [one, other] = [await asked(), await asked()];
  await pay(one.customerId, { creditId: one.id }, 100n);
  expect(await told(one.approval, sofia)).toEqual([]);
  const key = await keepRefusals(clara, one.approval, [{ rule: "approval_over" }]);
  expect(await findRefusals(clara, one.approval, key)).toEqual([{ rule: "approval_over" }]);
  expect(await findRefusals(clara, other.approval, key)).toEqual([]);
  expect(await findRefusals(clara, one.approval, randomUUID())).toEqual([]);
});

async function productOf(offerId: string): Promise<string> {
  const of = db.select({ id: offers.productId }).from(offers).where(eq(offers.id, offerId));
  const [found] = await db.select({ code: products.code }).from(products).where(eq(products.id, of));
  return found?.code ?? expect.fail();
}
