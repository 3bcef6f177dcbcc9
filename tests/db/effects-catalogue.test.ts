import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { findMoves } from "#db/read/moves";
import { products } from "#db/schema/product";
import { expectCovered } from "#tests/db/covered";
import { addLent, ask, entriesOf, madeIn, moveByTwo, useRules } from "#tests/db/moving";
import { addCredit, addCustomer, addOffer, addPromise, andres, bruno, moveNow, sofia, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules());

async function added(...values: Parameters<typeof addOffer>) {
  const offer = await addOffer(...values);
  const [product] = await db.select().from(products).where(eq(products.id, offer.productId));
  return { ...offer, product: product?.code ?? "" };
}

const stop = (code: string) => moveByTwo("product", code, "deactivate", { reason: "discontinued", typed: code });

test("a product is deactivated by two, and reactivated by a Super Admin alone", async () => {
  const { product } = await added();
  expect(madeIn(await stop(product))).toEqual(["product.deactivate"]);
  const relaunched = { reason: "relaunched", comment: "Back again" };
  expect(await moveNow(andres, "product", product, "reactivate", relaunched)).toMatchObject({
    refusals: [{ rule: "permission" }],
  });
  expect(madeIn(await moveNow(sofia, "product", product, "reactivate", relaunched))).toEqual(["product.reactivate"]);
  // Of what is nobody's own the comment is about no one.
  expect((await entriesOf(product)).map(({ action, customer, details, sealed }) => [action, customer, details, sealed])).toEqual([
    ["approval.asked", null, { approval: expect.any(String), event: "product.deactivate", reason: "discontinued" }, null],
    [
      "product.deactivate",
      null,
      {
        ...{ from: "enabled", to: "inactive", reason: "discontinued" },
        ...{ approval: expect.any(String), asked: "sofia@demo.example" },
      },
      null,
    ],
    ["permission.refused", null, { event: "reactivate" }, null],
    ["product.reactivate", null, { from: "inactive", to: "enabled", reason: "relaunched", comment: "Back again" }, null],
  ]);
});

test("how many credits stop with a product is said before, those in dispute too", async () => {
  const { id: offerId, product } = await added();
  const { id } = await addCustomer();
  for (const status of ["active", "in_dispute", "paid", "cancelled"] as const) await addCredit(id, { offerId, status });
  const { offers } = (await findMoves(sofia, "product", product)) ?? expect.fail();
  expect(offers.find(({ event }) => event === "deactivate")?.follows).toEqual({ credits: 2 });
});

test("the comment of a request about nobody comes with its approval", async () => {
  const { product } = await added();
  await moveByTwo("product", product, "deactivate", { reason: "other", comment: "Too dear", typed: product });
  expect((await entriesOf(product)).at(-1)?.details).toMatchObject({ reason: "other", comment: "Too dear" });
});

test("credits of an inactive product disable no customer, and break no promise", async () => {
  const { id: offerId, product } = await added();
  const { id, code } = await addCustomer({ status: "disabled" });
  const { id: creditId } = await addLent(id, { offerId, daysPastDue: 99, delinquentDays: 99 });
  const late = await addPromise(id, { creditId, dueOn: "2026-03-01" });
  const other = await addPromise(id, { creditId });
  await stop(product);
  const made = madeIn(await moveNow(bruno, "promise", other.code, "withdraw", { reason: "mistake" }));
  expect(made).toEqual(["promise.withdraw", "customer.enable"]);
  expect([await statusOf("promise", late.code), await statusOf("customer", code)]).toEqual(["open", "enabled"]);
});

test("an offer goes from draft to enabled, disabled, and enabled again", async () => {
  const { code } = await added({}, { status: "draft" });
  for (const [event, said] of [
    ["activate", {}],
    ["disable", { reason: "risk" }],
    ["enable", {}],
  ] as const)
    expect(madeIn(await moveNow(andres, "offer", code, event, said))).toEqual([`offer.${event}`]);
  expect(await moveNow(bruno, "offer", code, "disable", { reason: "risk" })).toMatchObject({
    refusals: [{ rule: "permission" }],
  });
});

test("what is asked of a product waits for another with its permission", async () => {
  const { product } = await added();
  await ask("product", product, "deactivate", { reason: "mistake", typed: product });
  expect(await statusOf("product", product)).toBe("enabled");
});

test("all that this says of, and no more, was made", () => expectCovered("catalogue"));
