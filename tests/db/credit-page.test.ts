import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findCredit } from "#db/read/credit";
import { findPreLoan } from "#db/read/pre-loan";
import { findNextDue } from "#db/read/profile/credits";
import { credits } from "#db/schema/credit";
import { preLoans } from "#db/schema/pre-loan";
import { nothing, type Parts, sumOf, unpaidOf } from "#lib/domain/allocation";
import type { OfferSettings } from "#lib/domain/offer-terms";
import { buildSchedule } from "#lib/domain/schedule";
import { chargesOf, restOf, stateOf } from "#lib/instalment";
import type { CreditRecord } from "#lib/records";
import { moveByTwo, pay, reverse, useRules } from "#tests/db/moving";
import { addCustomer, addOffer, addPreLoan, bruno, carla, moveNow, offered, sofia } from "#tests/db/portfolio";

beforeEach(() => useRules());

const free: Partial<OfferSettings> = { ...offered, annualRate: "0" };

/** A credit of 1200 in twelve instalments that was asked for and confirmed; the third is due today, 15 March 2026. */
async function lent(terms: Partial<OfferSettings> = free, disburseOn = "2025-12-15") {
  const person = await addCustomer({ registeredAt: "2025-01-05T10:00:00Z" });
  const offer = await addOffer({}, { terms });
  const request = await addPreLoan(person.id, { offerId: offer.id, amount: 1_200_00n, disburseOn });
  expect(await moveNow(bruno, "pre_loan", request.code, "confirm")).toMatchObject({ ok: true });
  const [made] = await db.select({ creditId: preLoans.creditId }).from(preLoans).where(eq(preLoans.id, request.id));
  const [credit] = await db
    .select()
    .from(credits)
    .where(eq(credits.id, made?.creditId ?? ""));
  return { person, request: request.code, credit: credit ?? expect.fail("nothing was lent") };
}

const shown = async (code: string): Promise<CreditRecord> => (await findCredit(sofia, code)) ?? expect.fail(`no ${code}`);
const statesIn = (record: CreditRecord) => record.instalments.map((each) => stateOf(each, record));
const inForce = ({ allocations }: CreditRecord) => allocations.filter(({ supersededAt }) => supersededAt === null);
const plus = (one: Parts, other: Parts): Parts => ({
  penalty: one.penalty + other.penalty,
  fee: one.fee + other.fee,
  interest: one.interest + other.interest,
  principal: one.principal + other.principal,
});

test("a credit that nobody paid shows what is past due, what is next and what pays it off", async () => {
  const { person, request, credit } = await lent();
  const record = await shown(credit.code);
  expect(record.figures).toMatchObject({
    ...{ outstanding: 1_200_00n, amountPastDue: 200_00n, daysPastDue: 59, delinquentDays: 59 },
    ...{ nextDueOn: "2026-03-15", nextDue: 100_00n },
  });
  expect(record).toMatchObject({ payoff: 1_200_00n, bucket: { from: 31, to: 60 }, asOf: "2026-03-15", request });
  expect(statesIn(record)).toEqual(["past_due", "past_due", "due_today", ...Array.from({ length: 9 }, () => "due")]);
  expect(await findNextDue(person.id)).toEqual({ on: "2026-03-15", amount: 100_00n });
  const asked = (await findPreLoan(sofia, request)) ?? expect.fail();
  expect(asked).toMatchObject({ credit: credit.code, disburseOn: "2025-12-15" });
  const planned = buildSchedule(asked.plan ?? expect.fail()).map(({ dueOn, payment }) => [dueOn, payment]);
  expect(planned).toEqual(record.instalments.map(({ dueOn, due }) => [dueOn, sumOf(due)]));
  expect((await findCredit(carla, credit.code))?.customer.name).not.toContain("Ríos");
});

test("allocations in force sum to what was paid of every instalment, and the figures to the row's", async () => {
  const { person, credit } = await lent({ ...offered, lateFee: { kind: "fixed", minor: "500" }, lateRate: "30" });
  await pay(person.id, { creditId: credit.id }, 150_00n);
  await pay(person.id, { creditId: credit.id }, 77_77n);
  const record = await shown(credit.code);
  for (const { number, paid } of record.instalments) {
    const rows = inForce(record).filter(({ instalment }) => instalment === number);
    const { penalty, fee, interest, principal } = rows.reduce<Parts>(plus, nothing);
    expect({ penalty, fee, interest, principal }).toEqual(paid);
  }
  expect(inForce(record).reduce((sum, row) => sum + sumOf(row), 0n)).toBe(227_77n);
  const [row] = await db.select().from(credits).where(eq(credits.id, credit.id));
  const { outstanding, amountPastDue, daysPastDue, delinquentDays, nextDueOn, nextDue } = record.figures;
  expect(row).toMatchObject({ outstanding, amountPastDue, daysPastDue, delinquentDays, nextDueOn, nextDue });
  expect(outstanding).toBe(record.instalments.reduce((sum, each) => sum + sumOf(unpaidOf(each)), 0n));
});

test("a reversed payment's allocations are superseded, and lead to what came instead", async () => {
  const { person, credit } = await lent();
  const { payment: first } = await pay(person.id, { creditId: credit.id }, 100_00n);
  const { payment: second } = await pay(person.id, { creditId: credit.id }, 150_00n);
  const before = await shown(credit.code);
  expect(inForce(before).map(({ payment, instalment, principal }) => [payment, instalment, principal])).toEqual([
    [first.code, 1, 100_00n],
    [second.code, 2, 100_00n],
    [second.code, 3, 50_00n],
  ]);
  expect(await reverse(first.code)).toMatchObject({ ok: true });
  const after = await shown(credit.code);
  expect(inForce(after).map(({ payment, instalment, principal }) => [payment, instalment, principal])).toEqual([
    [second.code, 1, 100_00n],
    [second.code, 2, 50_00n],
  ]);
  const gone = after.allocations.filter(({ supersededAt }) => supersededAt !== null);
  const came = gone.map(({ id, instalment }) => [instalment, inForce(after).find((it) => it.supersedesId === id)?.principal]);
  expect(came.toSorted()).toEqual([
    [1, undefined],
    [2, 50_00n],
    [3, undefined],
  ]);
  expect(after.payments.rows.map(({ code, status, part }) => [code, status, part])).toEqual([
    [second.code, "accepted", 150_00n],
    [first.code, "reversed", 100_00n],
  ]);
});

describe("charges", () => {
  test("are told apart by kind, to the cent", async () => {
    const fees = {
      upfrontFee: { kind: "percent", percent: "1" },
      instalmentFee: { kind: "fixed", minor: "250" },
      lateFee: { kind: "percent", percent: "5" },
      lateRate: "36.5",
    } as const;
    const { credit } = await lent({ ...free, ...fees }, "2026-01-15");
    const record = await shown(credit.code);
    const [first, second] = record.instalments.map((each) => chargesOf(each, record.plan));
    // Of 100.00 for 28 days at 0.1 % a day.
    expect(first).toEqual({ upfront: 12_00n, instalment_fee: 2_50n, late_fee: 5_00n, late_interest: 2_80n });
    expect(second).toEqual({ upfront: 0n, instalment_fee: 2_50n, late_fee: 0n, late_interest: 0n });
    expect(sumOf(record.instalments[0]?.due ?? nothing)).toBe(122_30n);
  });

  test("are in the units of a product without decimals", async () => {
    const person = await addCustomer();
    const terms = { ...free, lateFee: { kind: "fixed", minor: "50000" } } as const;
    const offer = await addOffer({ decimals: 0 }, { terms });
    const request = await addPreLoan(person.id, { offerId: offer.id, amount: 12_000_00n, disburseOn: "2026-01-20" });
    await moveNow(bruno, "pre_loan", request.code, "confirm");
    const record = await shown((await findPreLoan(sofia, request.code))?.credit ?? "");
    expect(chargesOf(record.instalments[0] ?? expect.fail(), record.plan).late_fee).toBe(500_00n);
  });
});

test("a closed credit stands as on the day it was closed, and links both ways to the one that refinanced it", async () => {
  const { person, credit } = await lent({ ...free }, "2026-03-01");
  const offer = await addOffer();
  const request = await addPreLoan(person.id, { offerId: offer.id, amount: 1_300_00n, refinancesId: credit.id });
  expect(await moveNow(bruno, "pre_loan", request.code, "confirm")).toMatchObject({ ok: true, kind: "moved" });
  const next = (await findPreLoan(sofia, request.code))?.credit ?? "";
  const old = await shown(credit.code);
  expect(old).toMatchObject({ status: "cancelled", refinancedBy: next, payoff: null, bucket: null });
  expect(old.figures).toMatchObject({ outstanding: 0n, daysPastDue: 0, closingNote: 0n });
  expect(new Set(statesIn(old))).toEqual(new Set(["refinanced"]));
  expect(await shown(next)).toMatchObject({ refinances: credit.code, status: "active" });
});

describe("of a closed credit nothing is left, and what nobody asks for any more is told apart", () => {
  const sums = (record: CreditRecord) => {
    const rests = record.instalments.map((each) => restOf(each, record));
    const sum = (part: keyof (typeof rests)[number]) => rests.reduce((all, rest) => all + sumOf(rest[part]), 0n);
    return { left: sum("left"), dropped: sum("dropped") };
  };

  test("by a credit note", async () => {
    const { person, credit } = await lent();
    await pay(person.id, { creditId: credit.id }, 250_00n);
    const open = await shown(credit.code);
    expect(sums(open)).toEqual({ left: 950_00n, dropped: 0n });
    expect(open.figures.outstanding).toBe(950_00n);
    await moveByTwo("credit", credit.code, "cancel", { reason: "other", comment: "Agreed", amountMinor: 950_00n });
    const record = await shown(credit.code);
    expect(record).toMatchObject({ status: "cancelled", figures: { outstanding: 0n, closingNote: 950_00n } });
    expect(sums(record)).toEqual({ left: 0n, dropped: 950_00n });
    expect(statesIn(record)).toEqual(["paid", "paid", ...Array.from({ length: 10 }, () => "credit_note")]);
  });

  test("by the credit that refinances it, and by a dispute that was won", async () => {
    const [refinanced, disputed] = [await lent({ ...free }, "2026-03-01"), await lent()];
    const offer = await addOffer();
    const { person, credit } = refinanced;
    const asked = await addPreLoan(person.id, { offerId: offer.id, amount: 1_300_00n, refinancesId: credit.id });
    expect(await moveNow(bruno, "pre_loan", asked.code, "confirm")).toMatchObject({ ok: true, kind: "moved" });
    await moveNow(bruno, "credit", disputed.credit.code, "dispute", { reason: "duplicate", amountMinor: 1_200_00n });
    await moveByTwo("credit", disputed.credit.code, "win_dispute");
    const [old, won] = [await shown(credit.code), await shown(disputed.credit.code)];
    expect([sums(old), sums(won)]).toEqual([1, 2].map(() => ({ left: 0n, dropped: 1_200_00n })));
    expect(new Set(statesIn(won))).toEqual(new Set(["dispute_won"]));
  });
});

test("a dispute stands in its credit, whose delinquent days stand still", async () => {
  const { credit } = await lent();
  await moveNow(bruno, "credit", credit.code, "dispute", { reason: "duplicate", amountMinor: 300_00n });
  expect((await shown(credit.code)).disputes).toMatchObject([{ amount: 300_00n, decidedAt: null }]);
  await moveByTwo("credit", credit.code, "win_dispute_in_part", { amountMinor: 240_00n });
  const record = await shown(credit.code);
  expect(record.disputes).toMatchObject([{ amount: 300_00n, accepted: 240_00n }]);
  expect(record.instalments.reduce((sum, { due }) => sum + due.principal, 0n)).toBe(960_00n);
});
