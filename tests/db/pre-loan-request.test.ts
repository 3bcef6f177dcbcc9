import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findBorrowing } from "#db/read/borrowing";
import { credits } from "#db/schema/credit";
import type { CreditRequest } from "#db/write/pre-loan";
import { judgeRequest } from "#lib/credit-request/judge";
import { buildSchedule } from "#lib/domain/schedule";
import { entriesOf, today, useRules } from "#tests/db/moving";
import { addCustomer, addOffer, andres, bruno, carla, moveNow, offered, sofia } from "#tests/db/portfolio";
import { ask, faultsIn, madeIn, nothing, requestIn, typed } from "#tests/db/requesting";

beforeEach(() => useRules());

test("what was typed becomes a request that waits, once for its form, with its history", async () => {
  const { code } = await addCustomer();
  const offer = await addOffer();
  const key = randomUUID();
  const said = typed(offer.code, { disburse_on: "2026-03-01", first_due_on: "2026-04-05" });
  const answers = await Promise.all([ask(code, said, key), ask(code, said, key), ask(code, said, key)]);
  const [made, ...others] = answers.map(madeIn);
  expect(others).toEqual([made, made]);
  expect(await requestIn(made ?? "")).toMatchObject({
    ...{ status: "pending", amount: 5_000_50n, downpayment: 0n, instalments: 12, refinancesId: null, moves: 0 },
    ...{ disburseOn: "2026-03-01", firstDueOn: "2026-04-05", offerId: offer.id },
  });
  const entries = await entriesOf(made ?? "");
  const details = { offer: offer.code, amount: "minor:500050", instalments: 12 };
  expect(entries).toMatchObject([
    { action: "pre_loan.request", module: "pre-loans", customer: code, details, email: bruno.email },
  ]);
  expect(await ask(code, typed(offer.code), key)).toMatchObject({ ok: false, refusals: [{ rule: "key_reused" }] });
  expect(await ask(code, said, key, sofia)).toMatchObject({ ok: false, refusals: [{ rule: "key_reused" }] });
});

test("the credit that it becomes has the schedule that was previewed", async () => {
  const { code } = await addCustomer();
  const offer = await addOffer({}, { terms: { ...offered, instalmentFee: { kind: "fixed", minor: "500" } } });
  const said = typed(offer.code, { disburse_on: "2026-02-28" });
  const borrowing = (await findBorrowing(db, code, "")) ?? expect.fail();
  const judged = judgeRequest(said, borrowing, "business");
  const rows = judged.ok ? buildSchedule(judged.asked.terms) : expect.fail(JSON.stringify(judged.faults));
  const made = madeIn(await ask(code, said));
  expect(await moveNow(bruno, "pre_loan", made, "confirm")).toMatchObject({ ok: true, kind: "moved" });
  const { creditId } = await requestIn(made);
  const [credit] = await db
    .select()
    .from(credits)
    .where(eq(credits.id, creditId ?? ""));
  expect(credit).toMatchObject({ amount: 5_000_50n, disbursedOn: "2026-02-28", status: "active" });
  expect(credit?.outstanding).toBe(rows.reduce((sum, { payment }) => sum + payment, 0n));
  expect([credit?.nextDueOn, credit?.nextDue]).toEqual([rows[0]?.dueOn, rows[0]?.payment]);
});

describe("bad input", () => {
  test.each<[string, Partial<CreditRequest["typed"]>, string[]]>([
    ["nothing at all", nothing, ["offer: offer_missing", "amount: amount_missing", "instalments: instalments_missing"]],
    ["a zero", { amount: "0,00" }, ["amount: amount_zero"]],
    ["less than nothing", { amount: "-5" }, ["amount: negative"]],
    ["words", { amount: "five", instalments: "x" }, ["amount: unreadable", "instalments: instalments_unreadable"]],
    ["a thousandth", { amount: "5000.505" }, ["amount: too_many_decimals"]],
    ["a thousand or a thousandth", { amount: "5.000" }, ["amount: ambiguous"]],
    ["too little", { amount: "999.99" }, ["amount: amount_at_least"]],
    ["too much", { amount: "9,000,000.01" }, ["amount: amount_at_most"]],
    ["more than any amount", { amount: "9".repeat(40) }, ["amount: too_large"]],
    ["no instalments", { instalments: "0" }, ["instalments: instalments_unreadable"]],
    ["half an instalment", { instalments: "1.5" }, ["instalments: instalments_unreadable"]],
    ["too many instalments", { instalments: "37" }, ["instalments: instalments_at_most"]],
    ["a downpayment of cash", { downpayment: "1" }, ["downpayment: downpayment_of_cash"]],
    ["tomorrow", { disburse_on: "2026-03-16" }, ["disburse_on: disburse_later"]],
    ["before there was a customer", { disburse_on: "2026-01-04" }, ["disburse_on: disburse_before_customer"]],
    ["no day", { disburse_on: "2026-02-31", first_due_on: "x" }, ["disburse_on: day_unreadable", "first_due_on: day_unreadable"]],
    ["due when disbursed", { disburse_on: "2026-03-01", first_due_on: "2026-03-01" }, ["first_due_on: first_due_early"]],
    ["due before today", { first_due_on: today }, ["first_due_on: first_due_early"]],
    ["due in a century", { first_due_on: "2126-03-01" }, ["first_due_on: first_due_late"]],
    ["a credit that is not there", { refinances: "K-222222" }, ["refinances: refinances_none"]],
    ["an offer that is not there", { offer: "F-222222" }, ["offer: offer_none"]],
  ])("%s is refused beside its field", async (_, more, faults) => {
    const { code } = await addCustomer();
    const offer = await addOffer();
    expect(faultsIn(await ask(code, typed(offer.code, more)))).toEqual(faults);
  });

  test("amounts fit the decimals of the product", async () => {
    const { code } = await addCustomer();
    const offer = await addOffer({ decimals: 0 });
    expect(faultsIn(await ask(code, typed(offer.code, { amount: "5000,5" })))).toEqual(["amount: too_many_decimals"]);
    expect(await requestIn(madeIn(await ask(code, typed(offer.code, { amount: "5.000" }))))).toMatchObject({ amount: 5_000_00n });
  });

  test("of a purchase its percent is paid down, and not all of it", async () => {
    const { code } = await addCustomer();
    const offer = await addOffer({}, { type: "purchase", downpayment: "20.00" });
    const down = async (downpayment: string) => faultsIn(await ask(code, typed(offer.code, { amount: "1000.01", downpayment })));
    expect(await down("")).toEqual(["downpayment: downpayment_least"]);
    expect(await down("200.00")).toEqual(["downpayment: downpayment_least"]);
    expect(await down("1000.01")).toEqual(["downpayment: downpayment_whole"]);
    const made = madeIn(await ask(code, typed(offer.code, { amount: "1000.01", downpayment: "200.01" })));
    expect(await moveNow(bruno, "pre_loan", made, "confirm")).toMatchObject({ ok: true });
    const [credit] = await db
      .select()
      .from(credits)
      .where(eq(credits.id, (await requestIn(made)).creditId ?? ""));
    expect(credit?.amount).toBe(800_00n);
  });

  test("a form of nobody, or from whoever may not, makes nothing", async () => {
    const { code } = await addCustomer();
    const offer = await addOffer();
    expect(await ask("C-222222", typed(offer.code))).toMatchObject({ ok: false, refusals: [{ rule: "unknown" }] });
    for (const actor of [carla, andres])
      expect(await ask(code, typed(offer.code), randomUUID(), actor)).toMatchObject({ refusals: [{ rule: "permission" }] });
    const blocked = await addCustomer({ status: "blocked" });
    expect(faultsIn(await ask(blocked.code, typed(offer.code)))).toEqual(["refinances: customer_may_borrow"]);
  });
});

test("of two that are confirmed at one moment at the limit of active credits one is, twenty times", async () => {
  await useRules({ maxActiveCredits: 1 });
  const offer = await addOffer();
  for (let round = 0; round < 20; round++) {
    const { id, code } = await addCustomer();
    const made = [madeIn(await ask(code, typed(offer.code))), madeIn(await ask(code, typed(offer.code)))];
    const outcomes = await Promise.all(made.map((each, at) => moveNow([bruno, sofia][at] ?? bruno, "pre_loan", each, "confirm")));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      kind: "refused",
      refusals: [{ rule: "below_limit_of_project", values: { count: 1, limit: 1 } }],
    });
    const active = await db.select().from(credits).where(eq(credits.customerId, id));
    expect(active.map(({ status }) => status)).toEqual(["active"]);
  }
});
