import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db, transaction } from "#db/client";
import { openRecord } from "#db/move/open";
import { listPromisable } from "#db/read/promisable";
import { promises } from "#db/schema/promise";
import { recordPromise } from "#db/write/promise";
import type { Day } from "#lib/domain/day";
import { entriesOf, lent, madeIn, pay, today, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, andres, bruno, carla, moveNow, statusOf } from "#tests/db/portfolio";
import { untilSomebodyWaits } from "#tests/db/waiting";

beforeEach(() => useRules());

const friday = "2026-03-20" as Day;
type Credit = { code: string; customer: string };
const say = ({ code, customer }: Credit, more: { amountMinor?: bigint; dueOn?: Day } = {}) => ({
  ...{ customer, code, amountMinor: 200n, dueOn: friday },
  ...more,
});
const rulesOf = async (...said: Parameters<typeof say>) => {
  const outcome = await recordPromise(bruno, say(...said), randomUUID());
  return outcome.ok ? [] : outcome.refusals.map(({ rule }) => rule);
};

test("a promise is recorded, kept once that much is paid, and said in the history", async () => {
  const credit = await lent();
  const key = randomUUID();
  const both = await Promise.all([recordPromise(bruno, say(credit), key), recordPromise(bruno, say(credit), key)]);
  const [made] = both;
  expect(both[1]).toEqual(made);
  const code = made?.ok ? made.code : expect.fail("not recorded");
  const [row] = await db.select().from(promises).where(eq(promises.creditId, credit.id));
  expect(row).toMatchObject({ code, status: "open", amount: 200n, dueOn: friday, accountId: null });
  expect(await db.$count(promises, eq(promises.creditId, credit.id))).toBe(1);
  const details = { amount: "minor:200", due_on: friday, credit: credit.code };
  expect(await entriesOf(code)).toMatchObject([{ action: "promise.record", customer: credit.customer, details }]);
  const { outcome } = await pay(credit.customerId, { creditId: credit.id }, 200n);
  expect(madeIn(outcome)).toEqual(["pre_payment.confirm", "promise.keep"]);
});

test("of an account too, and withdrawn", async () => {
  const { id, code: customer } = await addCustomer();
  const account = await addAccount(id);
  const made = await recordPromise(bruno, say({ code: account.code, customer }), randomUUID());
  const code = made.ok ? made.code : expect.fail("not recorded");
  expect(madeIn(await moveNow(bruno, "promise", code, "withdraw", { reason: "mistake" }))).toEqual(["promise.withdraw"]);
  expect(await statusOf("promise", code)).toBe("withdrawn");
});

test("what no promise can be is refused", async () => {
  const credit = await lent();
  expect(await rulesOf(credit, { amountMinor: 0n })).toEqual(["amount_zero"]);
  expect(await rulesOf(credit, { amountMinor: 501n })).toEqual(["amount_beyond_owed"]);
  expect(await rulesOf(credit, { dueOn: "2026-03-14" as Day })).toEqual(["day_passed"]);
  expect(await rulesOf(credit, { dueOn: today as Day })).toEqual([]);
  expect(await rulesOf(credit, { dueOn: "2028-01-01" as Day })).toEqual(["day_too_late"]);
  expect(await rulesOf({ ...credit, customer: (await addCustomer()).code })).toEqual(["target_unknown"]);
  expect(await rulesOf({ ...credit, code: "K-777777" })).toEqual(["target_unknown"]);
  const paid = await lent({ status: "paid", closedBy: "settle", outstanding: 0n });
  expect(await rulesOf(paid)).toEqual(["target_closed"]);
  expect(await rulesOf(await lent({ status: "in_dispute" }))).toEqual(["target_closed"]);
});

test("nor of a credit that somebody closes at that moment", async () => {
  const credit = await lent();
  let recording: ReturnType<typeof rulesOf> | undefined;
  await transaction(async (tx) => {
    const { moving } = await openRecord(tx, bruno, "credit", credit.code);
    recording = rulesOf(credit);
    await untilSomebodyWaits();
    const said = { reason: "duplicate", said: { amountMinor: 5n }, by: { kind: "operator", role: "business" } } as const;
    await moving.step("credit", credit.code, "dispute", said);
    await Promise.all(moving.writes);
  });
  expect(await recording).toEqual(["target_closed"]);
});

test.each([andres, carla])("it is not for $role", async (actor) => {
  const outcome = await recordPromise(actor, say(await lent()), randomUUID());
  expect(outcome).toEqual({ ok: false, refusals: [{ rule: "permission" }] });
});

test("a customer's open credits and accounts are those a promise may be of", async () => {
  const credit = await lent();
  const account = await addAccount(credit.customerId);
  await addAccount(credit.customerId, { status: "canceled" });
  expect(await listPromisable(credit.customerId)).toEqual([
    { code: credit.code, entity: "credit", outstanding: 500n },
    { code: account.code, entity: "account", outstanding: 0n },
  ]);
});
