import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { checkBooks } from "#db/read/books-check";
import { credits } from "#db/schema/credit";
import { payments } from "#db/schema/payment";
import { announce } from "#db/write/pre-payment";
import { announced, rulesOf, say, typed } from "#tests/db/announced";
import { addBorrower } from "#tests/db/life";
import { ask, madeIn, moveByTwo, reverse, type today, useRules } from "#tests/db/moving";
import { addPreLoan, bruno, creditNow, moveNow, sofia } from "#tests/db/portfolio";

const plain = { annualRate: "12", method: "equal_instalments", every: 1, unit: "month" } as const;

beforeEach(() => useRules({ maxActiveCredits: 2 }));
afterEach(async () => expect(await checkBooks(db)).toMatchObject({ differences: 0, told: [] }));

async function borrower() {
  const somebody = await addBorrower({ settings: plain, decimals: 0, toleranceMinor: 0n }, false);
  const [credit] = await db.select().from(credits).where(eq(credits.customerId, somebody.customerId));
  return { ...somebody, credit: credit ?? expect.fail("nothing was borrowed") };
}
const confirm = (code: string, actor = bruno) => moveNow(actor, "pre_payment", code, "confirm");
const reasonOf = { reason: "posted_in_error" };

test("of two payments at once that are too much together one is taken, and one waits with its sentence", async () => {
  const { credit } = await borrower();
  const all = await Promise.all([announced(say(credit.code, credit.outstanding)), announced(say(credit.code, 100_00n))]);
  const outcomes = await Promise.all(all.map((code) => confirm(code)));
  const both = outcomes.filter(({ ok }) => ok).length;
  expect(both).toBe(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ kind: "refused", refusals: expect.any(Array) });
  expect(await db.$count(payments, eq(payments.creditId, credit.id))).toBe(1);
});

test("a double click announces once, and confirms once", async () => {
  const { credit } = await borrower();
  const key = randomUUID();
  const said = typed(say(credit.code, 100_00n));
  const [one, other] = await Promise.all([announce(bruno, said, key), announce(bruno, said, key)]);
  expect(one).toEqual(other);
  const code = one.ok ? one.code : expect.fail();
  expect((await Promise.all([confirm(code), confirm(code, sofia)])).filter(({ ok }) => ok)).toHaveLength(1);
  expect((await creditNow(credit.id)).outstanding).toBe(credit.outstanding - 100_00n);
});

test("what is zero, negative, of wrong decimals, of another day or too much changes nothing", async () => {
  const { credit } = await borrower();
  expect(await rulesOf(say(credit.code, 0n))).toEqual(["amount_zero"]);
  const negative = await announce(bruno, { ...typed(say(credit.code, 1_00n)), amount: "-1.00" }, randomUUID());
  expect(negative).toMatchObject({ refusals: [{ rule: "negative" }] });
  expect(await rulesOf(say(credit.code, 1_50n))).toEqual(["too_many_decimals"]);
  expect(await rulesOf(say(credit.code, 1_00n, { datedOn: "2026-03-14" as typeof today }))).toEqual(["day_too_early"]);
  for (const said of [
    say(credit.code, credit.outstanding + 1_00n),
    say(credit.code, 1_00n, { datedOn: "2026-03-16" as typeof today }),
  ])
    expect(await confirm(await announced(said))).toMatchObject({ ok: false, kind: "refused" });
  expect(await creditNow(credit.id)).toEqual(credit);
});

test("a payment is reversed once, whoever asks again or approves it twice", async () => {
  const { credit } = await borrower();
  await confirm(await announced(say(credit.code, credit.outstanding)));
  const [payment] = await db.select().from(payments).where(eq(payments.creditId, credit.id));
  const { code } = payment ?? expect.fail("nothing was paid");
  expect((await creditNow(credit.id)).status).toBe("paid");
  expect(madeIn(await reverse(code))).toEqual(["payment.reverse", "credit.reopen"]);
  expect(await moveNow(sofia, "payment", code, "reverse", reasonOf)).toMatchObject({ refusals: [{ rule: "status" }] });
  expect(await creditNow(credit.id)).toMatchObject({ status: "active", outstanding: credit.outstanding });
});

test("nothing is paid to a credit in dispute, or after it was won", async () => {
  const { credit } = await borrower();
  const waiting = await announced(say(credit.code, 100_00n));
  await moveNow(bruno, "credit", credit.code, "dispute", { reason: "duplicate", amountMinor: credit.amount });
  expect(await confirm(waiting)).toMatchObject({ refusals: [{ rule: "credit_active" }] });
  expect(madeIn(await moveByTwo("credit", credit.code, "win_dispute"))).toEqual(["credit.win_dispute"]);
  expect(await confirm(waiting)).toMatchObject({ ok: false });
  await expect(ask("credit", credit.code, "win_dispute")).rejects.toThrow();
});

test("of two requests that are confirmed at once at the limit of active credits one is", async () => {
  const { customerId, offerId } = await borrower();
  const asked = await Promise.all([1, 2].map(() => addPreLoan(customerId, { offerId, instalments: 6 })));
  const outcomes = await Promise.all(asked.map(({ code }) => moveNow(bruno, "pre_loan", code, "confirm")));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusals: [{ rule: "below_limit_of_project" }] });
});
