import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findCustomer } from "#db/read/customer";
import { listAccounts, listPromises } from "#db/read/profile/accounts";
import { listCredits, listRefinanced } from "#db/read/profile/credits";
import { listPayments, listWaiting } from "#db/read/profile/money";
import { payments } from "#db/schema/payment";
import { ruleSets } from "#db/schema/rule-set";
import { addAccount, addCard, addCredit, addCustomer, addPreLoan, addPrePayment, addPromise, bruno } from "#tests/db/portfolio";

const day = (at: number) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);

describe("a customer with much", () => {
  let id = "";
  let old = "";
  beforeAll(async () => {
    ({ id } = await addCustomer());
    const { offerId, id: first } = await addCredit(id, { outstanding: 100_00n, daysPastDue: 3, delinquentDays: 3 });
    for (let at = 0; at < 49; at++)
      await addCredit(id, {
        offerId,
        outstanding: 10_00n,
        disbursedOn: day(at),
        ...(at % 2 === 0 && { status: "paid", closedBy: "settle" }),
      });
    const closed = await addCredit(id, { offerId, status: "cancelled", closedBy: "refinance", outstanding: 0n, daysPastDue: 90 });
    old = closed.code;
    await addCredit(id, { offerId, refinancesId: closed.id, status: "in_dispute", outstanding: 7_00n, daysPastDue: 12 });
    const paid = Array.from({ length: 500 }, (_, at) => ({
      customerId: id,
      creditId: first,
      amount: 1n,
      type: "voluntary" as const,
      paidOn: day(at),
    }));
    await db.insert(payments).values(paid);
  });

  test("has all credits, the worst arrears first, then the open, then the newest; and figures of them all", async () => {
    const { rows, ...figures } = await listCredits(id, 5);
    expect(figures).toMatchObject({ total: 52, active: 25, outstanding: 347_00n, worst: { daysPastDue: 12 } });
    expect(rows.map(({ status, daysPastDue }) => [status, daysPastDue])).toEqual([
      ["in_dispute", 12],
      ["active", 3],
      ["active", 0],
      ["active", 0],
      ["active", 0],
    ]);
    const [, , ...days] = rows.map(({ disbursedOn }) => disbursedOn);
    expect(days).toEqual(days.toSorted().reverse());
  });

  test("has each refinanced credit beside the one that paid it off", async () => {
    expect(await listRefinanced(id, 20)).toMatchObject({
      total: 1,
      rows: [{ oldCode: old, oldStatus: "cancelled", status: "in_dispute" }],
    });
  });

  test("has the last payments, and how many there are", async () => {
    const { rows, total } = await listPayments(id, 10);
    expect(total).toBe(500);
    expect(rows.map(({ paidOn }) => paidOn)).toEqual(Array.from({ length: 10 }, (_, at) => day(499 - at)));
    expect(rows[0]).toMatchObject({ type: "voluntary", amount: 1n, of: expect.stringMatching(/^K-/) });
  });

  test("is read in a moment", async () => {
    // The quickest of some: the others say how busy the machine is.
    const taken: number[] = [];
    for (let times = 0; times < 10; times++) {
      const startedAt = performance.now();
      await Promise.all([listCredits(id, 100), listRefinanced(id, 20), listPayments(id, 10), listWaiting(id, 50)]);
      taken.push(performance.now() - startedAt);
    }
    expect(Math.min(...taken)).toBeLessThan(500);
  });
});

test("who has nothing has figures of nothing", async () => {
  const { id } = await addCustomer();
  expect(await listCredits(id, 5)).toEqual({ rows: [], total: 0, active: 0, outstanding: 0n, worst: undefined });
  const nothing = { rows: [], total: 0 };
  expect(await Promise.all([listPayments(id, 5), listRefinanced(id, 5), listAccounts(id, 5), listPromises(id, 5)])).toEqual(
    Array(4).fill(nothing),
  );
  expect(await listWaiting(id, 5)).toEqual([]);
});

test("what is of others is not shown", async () => {
  const [mine, theirs] = [await addCustomer(), await addCustomer()];
  const credit = await addCredit(theirs.id);
  await addAccount(theirs.id);
  await addPreLoan(theirs.id);
  await addPromise(theirs.id, { creditId: credit.id });
  expect((await listCredits(mine.id, 5)).total).toBe(0);
  expect([(await listAccounts(mine.id, 5)).total, (await listPromises(mine.id, 5)).total]).toEqual([0, 0]);
  expect(await listWaiting(mine.id, 5)).toEqual([]);
});

test("what waits for a decision is there, the longest wait first; what was decided is not", async () => {
  const { id } = await addCustomer();
  const credit = await addCredit(id);
  const announced = await addPrePayment(id, { creditId: credit.id, createdAt: "2026-02-01T10:00:00Z" });
  const asked = await addPreLoan(id, { createdAt: "2026-01-01T10:00:00Z" });
  await addPreLoan(id, { status: "rejected" });
  await addPrePayment(id, { creditId: credit.id, status: "rejected" });
  expect(await listWaiting(id, 50)).toMatchObject([
    { code: asked.code, kind: "pre_loan", of: "Libre 24" },
    { code: announced.code, kind: "pre_payment", of: credit.code },
  ]);
});

test("accounts come with their debt and cards, promises with the open ones first, by their day", async () => {
  const { id } = await addCustomer();
  const account = await addAccount(id);
  const card = await addCard(account.id, { lastFour: "0042" });
  await addCredit(id, { accountId: account.id, outstanding: 30_00n });
  await addCredit(id, { accountId: account.id, outstanding: 12_00n });
  const canceled = await addAccount(id, { status: "canceled" });
  expect((await listAccounts(id, 5)).rows).toMatchObject([
    { code: account.code, debt: 42_00n, cards: [{ code: card.code, lastFour: "0042", status: "default" }] },
    { code: canceled.code, debt: 0n, cards: [] },
  ]);
  const late = await addPromise(id, { accountId: account.id, dueOn: "2099-05-01" });
  const kept = await addPromise(id, { accountId: account.id, dueOn: "2026-01-01", status: "kept" });
  const soon = await addPromise(id, { accountId: account.id, dueOn: "2099-03-01" });
  expect((await listPromises(id, 5)).rows.map(({ code, of }) => [code, of])).toEqual(
    [soon, late, kept].map(({ code }) => [code, account.code]),
  );
});

test("what is asked of a pre-customer is what the project's rules say", async () => {
  const { code } = await addCustomer({ status: "unregistered" });
  const before = await findCustomer(bruno, code);
  expect(before?.asked).not.toContain("address");
  const rules = { requirements: ["names", "address"] };
  await db.insert(ruleSets).values({ rules, subject: "sofia", email: "sofia@demo.example" });
  const always = ["personal_data_accepted", "account_activated"];
  expect(await findCustomer(bruno, code)).toMatchObject({
    asked: [...always, "names", "address"],
    missing: [...always, "address"],
  });
  await db.execute(sql`delete from rule_sets`);
});
