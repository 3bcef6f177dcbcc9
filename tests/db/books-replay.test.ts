import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client";
import { findSight } from "#db/read/rules";
import { credits, disputes } from "#db/schema/credit";
import { allocations, paymentParts, payments } from "#db/schema/payment";
import { productStops, products } from "#db/schema/product";
import { terms } from "#db/schema/terms";
import { coveredOf } from "#lib/domain/allocation";
import { type Book, type Figures, standingFigures } from "#lib/domain/book";
import type { Day } from "#lib/domain/day";
import { addBorrower, live, type Move, type Somebody, someMove, waitFor } from "#tests/db/life";
import { pay, reverse, useRules } from "#tests/db/moving";
import { someOffer } from "#tests/db/offered";
import { creditNow } from "#tests/db/portfolio";

beforeAll(() => useRules({ overpaymentLimitMinor: 100_00n }));

/** Of one credit alone, and not of its product, whose days the close of day takes off. */
const someLife = fc.array(
  someMove.filter(({ kind }) => !["borrow", "refinance", "stopOrGoOn", "payAccount", "promise"].includes(kind)),
  { minLength: 4, maxLength: 14 },
);

test("after every move a credit is what the engine makes of it, and rows that are as before are the same", {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(someOffer, someLife, async (offer, moves) => {
      const { somebody, creditId } = await addOne(offer);
      for (const move of [pays(0), pays(0), ...moves]) {
        const before = await inForce(creditId);
        await live(somebody, move);
        await expectReplayed(creditId, somebody.product);
        await expectKept(before, creditId);
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

test("of two payments whose first is reversed, the second covers what that had, by rows that supersede its own", async () => {
  const { somebody, creditId } = await addOne({ settings: plain, decimals: 0, toleranceMinor: 0n });
  const { nextDue } = await creditNow(creditId);
  const { payment: first } = await pay(somebody.customerId, { creditId }, nextDue);
  const { payment: second } = await pay(somebody.customerId, { creditId }, nextDue + 1_00n);
  const before = await inForce(creditId);
  expect(before.map(({ instalment }) => instalment)).toEqual([1, 2, 3]);
  await reverse(first.code);
  const after = await inForce(creditId);
  const [one, two] = [before[1], before[2]];
  expect(after.map(({ paymentId, instalment }) => [paymentId, instalment])).toEqual([
    [second.id, 1],
    [second.id, 2],
  ]);
  expect(after.map(({ supersedesId }) => supersedesId)).toEqual([null, one?.id]);
  const gone = await db.select().from(allocations).where(sql`credit_id = ${creditId} and superseded_at is not null`);
  expect(gone.map(({ id }) => id).sort()).toEqual([before[0]?.id, one?.id, two?.id].sort());
});

test("a payment that is reversed and made again gives the figures that were", async () => {
  await fc.assert(
    fc.asyncProperty(someOffer, fc.nat(40), fc.integer({ min: 1, max: 100 }), async (offer, days, percent) => {
      const { somebody, creditId } = await addOne(offer);
      const { outstanding } = await creditNow(creditId);
      await waitFor(1 + days);
      const amount = (outstanding * BigInt(percent)) / 100_00n;
      const { payment } = await pay(somebody.customerId, { creditId }, (amount || 1n) * 100n);
      const figures = await figuresNow(creditId);
      await reverse(payment.code);
      await pay(somebody.customerId, { creditId }, payment.amount);
      expect(await figuresNow(creditId)).toEqual(figures);
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 120_000);

const plain = { annualRate: "12", method: "equal_instalments", every: 1, unit: "month" } as const;
const pays = (back: number): Move => ({ kind: "pay", pick: 1, amount: "next", back });

async function addOne(offer: Parameters<typeof addBorrower>[0]): Promise<{ somebody: Somebody; creditId: string }> {
  const somebody = await addBorrower(offer, false);
  const [credit] = await db.select().from(credits).where(eq(credits.customerId, somebody.customerId));
  if (credit === undefined) throw new Error("nothing was borrowed");
  return { somebody, creditId: credit.id };
}

const inForce = (creditId: string) =>
  db.select().from(allocations).where(sql`credit_id = ${creditId} and superseded_at is null`).orderBy(allocations.instalment);

type Allocation = typeof allocations.$inferSelect;
const keyOf = ({ paymentId, instalment }: Allocation) => `${paymentId} ${instalment}`;
const partsOf = ({ penalty, fee, interest, principal }: Allocation) => `${[penalty, fee, interest, principal]}`;

/** Rows that did not change are the same rows; in place of others there are later ones, which name them. */
async function expectKept(before: Allocation[], creditId: string): Promise<void> {
  const after = await inForce(creditId);
  const former = new Map(before.map((each) => [keyOf(each), each]));
  for (const row of after) {
    const was = former.get(keyOf(row));
    const isSame = was !== undefined && partsOf(was) === partsOf(row);
    if (isSame) expect(row.id).toBe(was.id);
    else if (was !== undefined) expect([row.supersedesId, row.id > was.id]).toEqual([was.id, true]);
  }
  const kept = new Set(after.map(({ id }) => id));
  const rows = await db.select().from(allocations).where(eq(allocations.creditId, creditId));
  for (const { id } of before) expect(rows.find((row) => row.id === id)?.supersededAt === null).toBe(kept.has(id));
}

async function expectReplayed(creditId: string, product: string): Promise<void> {
  const { figures, replayed } = standingFigures(await bookOf(creditId, product), await findSight(db));
  expect(await figuresNow(creditId)).toEqual(figures);
  const expected = replayed.payments.flatMap(({ id, allocations: each }) =>
    coveredOf(each).map((row) => ({ paymentId: id, ...row })),
  );
  const order = (rows: { paymentId: string; instalment: number }[]) =>
    rows.toSorted((one, other) => (one.paymentId + one.instalment < other.paymentId + other.instalment ? -1 : 1));
  const stored = (await inForce(creditId)).map(({ paymentId, instalment, penalty, fee, interest, principal }) => ({
    ...{ paymentId, instalment, penalty, fee, interest, principal },
  }));
  expect(order(stored)).toEqual(order(expected));
}

async function figuresNow(creditId: string): Promise<Figures> {
  const { outstanding, amountPastDue, pastDueSince, daysPastDue, delinquentDays, pausedDays, ...row } = await creditNow(creditId);
  const { nextDueOn, nextDue, wakesOn, creditBalance, carriesDelinquency, closingNote } = row;
  const figures = { outstanding, amountPastDue, pastDueSince, daysPastDue, delinquentDays, pausedDays, nextDueOn, nextDue };
  return { ...figures, wakesOn, creditBalance, carriesDelinquency, closingNote } as Figures;
}

/** The book, read table by table. */
async function bookOf(creditId: string, product: string): Promise<Book> {
  const credit = await creditNow(creditId);
  const [agreed] = await db.select().from(terms).where(eq(terms.id, credit.termsId));
  const [sold] = await db.select().from(products).where(eq(products.code, product));
  if (agreed === undefined || sold === undefined) throw new Error("no terms");
  const paid = await db
    .select({ paymentId: payments.id, on: payments.paidOn, amount: paymentParts.amount, isPayoff: payments.isPayoff })
    .from(payments)
    .innerJoin(paymentParts, eq(paymentParts.paymentId, payments.id))
    .where(sql`${paymentParts.creditId} = ${creditId} and ${payments.status} = 'accepted'`)
    .orderBy(payments.number);
  const disputed = await db.select().from(disputes).where(eq(disputes.creditId, creditId)).orderBy(disputes.openedAt);
  const stops = await db.select().from(productStops).where(eq(productStops.productId, sold.id));
  const days = (on: string, until: string | null) => ({ on: on as Day, until: until as Day | null });
  return {
    ...credit,
    ...{ currency: "COP", terms: agreed.settings, tolerance: sold.toleranceMinor },
    ...{ disbursedOn: credit.disbursedOn as Day, firstDueOn: credit.firstDueOn as Day, closedOn: credit.closedOn as Day },
    paid: paid.map(({ on, ...each }) => ({ ...each, on: on as Day })),
    lowered: disputed.flatMap(({ accepted, decidedOn }) =>
      accepted && accepted < credit.amount ? [{ on: decidedOn as Day, amount: accepted }] : [],
    ),
    disputes: disputed.map(({ openedOn, decidedOn }) => days(openedOn, decidedOn)),
    stops: stops.map(({ from, until }) => days(from, until)),
  };
}
