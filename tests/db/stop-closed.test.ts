import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { findPayoff } from "#db/books/payoff";
import { db } from "#db/client";
import { checkBooks } from "#db/read/books-check";
import { findSight } from "#db/read/rules";
import { offers } from "#db/schema/offer";
import { productStops, products } from "#db/schema/product";
import { addDays } from "#lib/domain/day";
import { businessDate, close, grant } from "#tests/db/closing";
import { moveByTwo, useRules } from "#tests/db/moving";
import { addPrePayment, bruno, creditNow, moveNow, sofia } from "#tests/db/portfolio";

beforeAll(() => useRules());

const weekly = { annualRate: "24", lateRate: "28" } as const;

/** A credit of which one weekly instalment is past due, and the ID of its product. */
async function late() {
  const credit = await grant(weekly, { disburseOn: addDays(await businessDate(), -10) });
  const [sold] = await db
    .select({ product: products.code })
    .from(products)
    .innerJoin(offers, eq(offers.productId, products.id))
    .where(eq(offers.id, credit.offerId));
  return { ...credit, product: sold?.product ?? "" };
}
type Late = Awaited<ReturnType<typeof late>>;

const done = { ok: true };
const stop = async ({ product }: Late) =>
  expect(await moveByTwo("product", product, "deactivate", { reason: "mistake", typed: product })).toMatchObject(done);
const goOn = async ({ product }: Late) =>
  expect(await moveNow(sofia, "product", product, "reactivate", { reason: "mistake" })).toMatchObject(done);
/** Cancels it with a credit note for all that its page shows. */
async function cancel({ id, code }: Late): Promise<void> {
  const { outstanding } = await creditNow(id);
  const said = { reason: "other", comment: "x", amountMinor: outstanding } as const;
  expect(await moveByTwo("credit", code, "cancel", said)).toMatchObject(done);
}

/** The note of a credit closed, which its book says as well. */
async function noteOf({ id, code }: Late): Promise<bigint> {
  const { told } = await checkBooks(db);
  expect(told.filter(({ record }) => record === code)).toEqual([]);
  return (await creditNow(id)).closingNote;
}

/** The notes of credits that are alike, of each after other deeds. */
async function notesAfter(...orders: ((credit: Late) => Promise<void>)[][]): Promise<bigint[]> {
  const notes: bigint[] = [];
  for (const deeds of orders) {
    const credit = await late();
    for (const deed of deeds) await deed(credit);
    notes.push(await noteOf(credit));
  }
  return notes;
}

test("a credit closed on the day its product is stopped does not bear that day, whichever comes first", async () => {
  const [whole = 0n, before, after] = await notesAfter([cancel], [cancel, stop], [stop, cancel]);
  expect(before).toBeLessThan(whole);
  expect(after).toBe(before);
});

test("what goes on the day it was stopped was never stopped, whenever a credit of it is closed", async () => {
  const [whole, ...others] = await notesAfter([cancel], [cancel, stop, goOn], [stop, cancel, goOn], [stop, goOn, cancel]);
  expect(others).toEqual([whole, whole, whole]);
});

test("a credit closed on the day its product goes on does not owe the days it was stopped, whichever comes first", async () => {
  const [one, other] = [await late(), await late()];
  for (const each of [one, other]) await stop(each);
  await close(addDays(await businessDate(), 9));
  const { outstanding } = await creditNow(one.id);
  for (const deed of [cancel, goOn]) await deed(one);
  for (const deed of [goOn, cancel]) await deed(other);
  expect(await noteOf(one)).toBeLessThan(outstanding);
  expect(await noteOf(other)).toBe(await noteOf(one));
}, 60_000);

test("a product that is stopped twice was stopped on the days of both", async () => {
  const credit = await late();
  const begins = await businessDate();
  for (const deed of [stop, goOn, stop, goOn]) {
    await deed(credit);
    await close();
  }
  const stops = await db
    .select({ from: productStops.from, until: productStops.until })
    .from(productStops)
    .innerJoin(products, eq(products.id, productStops.productId))
    .where(eq(products.code, credit.product))
    .orderBy(productStops.from);
  const on = (days: number) => addDays(begins, days);
  expect(stops).toEqual([
    { from: on(0), until: on(1) },
    { from: on(2), until: on(3) },
  ]);
});

test("a credit that was paid off stays so when its product is stopped that day, and has the day back", async () => {
  const credit = await late();
  const { payoff } = await payOff(credit);
  await stop(credit);
  const { status, closingNote, creditBalance, outstanding } = await creditNow(credit.id);
  expect({ status, closingNote, outstanding }).toEqual({ status: "cancelled", closingNote: 0n, outstanding: 0n });
  expect(creditBalance > 0n && creditBalance < payoff).toBe(true);
  expect(await noteOf(credit)).toBe(0n);
});

async function payOff({ id, customerId }: Late): Promise<{ payoff: bigint }> {
  const payoff = await findPayoff(await findSight(db), id);
  const announced = { creditId: id, amount: payoff, datedOn: await businessDate(), isPayoff: true };
  const { code } = await addPrePayment(customerId, announced);
  expect(await moveNow(bruno, "pre_payment", code, "confirm")).toMatchObject(done);
  return { payoff };
}
