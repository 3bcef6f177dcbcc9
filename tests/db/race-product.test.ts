import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, transaction } from "#db/client";
import { openMoving, openRecord } from "#db/move/open";
import type { Outcome } from "#db/move/order";
import { findMoved } from "#db/move/record";
import { products } from "#db/schema/product";
import { addLent, moveByTwo, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, addOffer, addPreLoan, addPrePayment, bruno, moveNow, sofia } from "#tests/db/portfolio";
import { untilSomebodyWaits } from "#tests/db/waiting";
import { expectChained, expectWhole, times } from "#tests/db/whole";

beforeAll(() => useRules({ overpaymentLimitMinor: 1_000_000n }));

/** Two credits under one offer, past due, so that they stop with its product. */
async function twoOfOne() {
  const { id: customerId } = await addCustomer();
  const { id: offerId, productId } = await addOffer();
  const account = await addAccount(customerId, { productId });
  const late = { offerId, accountId: account.id, amount: 500n, outstanding: 500n, daysPastDue: 9, delinquentDays: 9 };
  const made = [await addLent(customerId, late), await addLent(customerId, late)];
  const [low, high] = made.map(({ id, code }) => ({ id, code })).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const [product] = await db.select().from(products).where(eq(products.id, productId));
  if (!low || !high || !product) return expect.fail();
  return { customerId, account, low, high, product: product.code };
}

const stop = (product: string) => moveByTwo("product", product, "deactivate", { reason: "mistake", typed: product });

test("who stops a product waits for whoever moves one of its credits after another", async () => {
  const { low, high, product } = await twoOfOne();
  const said = { reason: "duplicate", said: { amountMinor: 5n }, by: { kind: "operator", role: "business" } } as const;
  let stopping: Promise<Outcome> | undefined;
  await transaction(async (tx) => {
    const moving = await openMoving(tx, bruno);
    await moving.step("credit", high.code, "dispute", said);
    stopping = stop(product);
    await untilSomebodyWaits();
    await moving.step("credit", low.code, "dispute", said);
    await Promise.all(moving.writes);
  });
  expect(await stopping).toMatchObject({ ok: true });
});

test.each(["offer", "product"] as const)("who stops the %s of a request waits for whoever confirms it", async (stopped) => {
  const offer = await addOffer();
  const [product] = await db.select().from(products).where(eq(products.id, offer.productId));
  const { code } = await addPreLoan((await addCustomer()).id, { offerId: offer.id });
  let stopping: Promise<Outcome> | undefined;
  await transaction(async (tx) => {
    await openRecord(tx, bruno, "pre_loan", code);
    stopping =
      stopped === "offer" ? moveNow(sofia, "offer", offer.code, "disable", { reason: "risk" }) : stop(product?.code ?? "");
    await untilSomebodyWaits();
  });
  expect(await stopping).toMatchObject({ ok: true });
});

test("a product that is stopped and gone on with while its credits are paid keeps nobody waiting for ever", async () => {
  const { customerId, account, low, high, product } = await twoOfOne();
  const pay = async () => {
    const { code } = await addPrePayment(customerId, { accountId: account.id, amount: 7n });
    return moveNow(bruno, "pre_payment", code, "confirm");
  };
  for (let round = 0; round < 15; round++) {
    const outcomes = await Promise.all([
      ...times(4, pay),
      round % 2 === 0 ? stop(product) : moveNow(sofia, "product", product, "reactivate", { reason: "mistake" }),
      ...[high, low].map(({ code }) => moveNow(bruno, "credit", code, "dispute", { reason: "duplicate", amountMinor: 5n })),
      ...[low, high].map(({ code }) => moveNow(bruno, "credit", code, "lose_dispute")),
    ]);
    expect(outcomes.filter((each) => !each.ok && each.kind === "unknown")).toEqual([]);
  }
  await expectWhole(["credit", low.code]);
  await expectWhole(["credit", high.code]);
  await expectWhole(["product", product]);
  expect((await findMoved(db, "product", product))?.moves).toBeGreaterThan(5);
  await expectChained();
}, 60_000);
