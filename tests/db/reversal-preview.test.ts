import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { findPayment } from "#db/read/payment";
import { previewReversal } from "#db/read/reversal-preview";
import { credits } from "#db/schema/credit";
import { allocations } from "#db/schema/payment";
import { terms } from "#db/schema/terms";
import { defaultTerms } from "#lib/domain/offer-terms";
import { accountNow, addLent, lent, madeIn, moveByTwo, pay, reverse, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, bruno, creditNow, moveNow, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules({ overpaymentLimitMinor: 1_000n }));

const foreseenOf = async (code: string) => (await previewReversal(code)) ?? expect.fail("nothing is foreseen");

/** Six instalments at a rate, two of them past due. */
async function addRepaid() {
  const settings = {
    ...defaultTerms,
    annualRate: "24",
    method: "equal_instalments",
    every: 1,
    unit: "month",
    decimals: 2,
  } as const;
  await db.insert(terms).values({ hash: "monthly", settings }).onConflictDoNothing();
  const [made] = await db.select({ id: terms.id }).from(terms).where(eq(terms.hash, "monthly"));
  const credit = await lent({ amount: 60_000n, outstanding: 60_000n, disbursedOn: "2026-01-10" });
  const agreed = { termsId: made?.id ?? "", instalments: 6, firstDueOn: "2026-02-10" };
  await db.update(credits).set(agreed).where(eq(credits.id, credit.id));
  return credit;
}

test("what a reversal would change is what it then changes: schedule, allocations, figures, statuses", async () => {
  const { id, code, customerId, customer } = await addRepaid();
  const { payment } = await pay(customerId, { creditId: id }, 12_000n);
  const { payment: later } = await pay(customerId, { creditId: id }, 12_000n);
  const before = await creditNow(id);
  expect(before.daysPastDue).toBe(0);
  const inForce = () => db.select().from(allocations).where(eq(allocations.paymentId, later.id));
  const rowsBefore = await inForce();
  const foreseen = await foreseenOf(payment.code);
  expect(await creditNow(id)).toEqual(before);
  expect(await inForce()).toEqual(rowsBefore);
  expect(foreseen.customer).toEqual({ code: customer, status: { before: "enabled", after: "disabled" } });
  const made = madeIn(await reverse(payment.code));
  expect(made).toEqual(["payment.reverse", ...foreseen.moves.map(({ entity, event }) => `${entity}.${event}`)]);
  const after = await creditNow(id);
  const [credit] = foreseen.credits;
  expect(credit).toMatchObject({ code, status: { before: "active", after: "active" } });
  const { figures = {}, instalments = [], allocations: changed = [] } = credit ?? {};
  expect(figures).toMatchObject({
    outstanding: { before: before.outstanding, after: after.outstanding },
    daysPastDue: { before: 0, after: after.daysPastDue },
    amountPastDue: { before: 0n, after: after.amountPastDue },
  });
  expect(after.daysPastDue).toBeGreaterThan(0);
  expect(instalments.map(({ number }) => number)).toEqual([2, 3]);
  expect(new Set(changed.map((each) => each.payment))).toEqual(new Set([payment.code, later.code]));
  const now = (await findPayment(bruno, later.code)) ?? expect.fail("the payment is gone");
  for (const { instalment, penalty, fee, interest, principal } of now.allocations) {
    const told = changed.find((each) => each.payment === later.code && each.instalment === instalment);
    if (told !== undefined) expect(told.after).toEqual({ penalty, fee, interest, principal });
  }
  expect(now.superseded.length).toBeGreaterThan(0);
  expect(await statusOf("customer", customer)).toBe("disabled");
});

test("a settled credit is foreseen to reopen", async () => {
  const { id, code, customerId } = await lent();
  const { payment } = await pay(customerId, { creditId: id }, 495n);
  const foreseen = await foreseenOf(payment.code);
  expect(foreseen.credits).toMatchObject([
    { code, status: { before: "paid", after: "active" }, figures: { outstanding: { before: 0n, after: 500n } } },
  ]);
  expect(foreseen.moves).toMatchObject([{ entity: "credit", code, event: "reopen", from: "paid", to: "active" }]);
  expect(madeIn(await reverse(payment.code))).toEqual(["payment.reverse", "credit.reopen"]);
});

test("of a payment to an account every credit, and the balance that it loses", async () => {
  const { id } = await addCustomer();
  const account = await addAccount(id, { creditBalance: 5n });
  const one = await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n });
  const other = await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n });
  const { payment } = await pay(id, { accountId: account.id }, 230n);
  const foreseen = await foreseenOf(payment.code);
  expect(foreseen.credits.map(({ code }) => code).toSorted()).toEqual([one.code, other.code].toSorted());
  expect(foreseen.kept).toEqual({ account: account.code, before: 35n, after: 5n });
  await reverse(payment.code);
  expect(await accountNow(account.id)).toMatchObject({ creditBalance: 5n });
});

test("of one that is reversed nothing is foreseen, and it cannot be reversed again", async () => {
  const { id, customerId } = await lent();
  const { payment } = await pay(customerId, { creditId: id }, 100n);
  await reverse(payment.code);
  expect(await previewReversal(payment.code)).toBeUndefined();
  expect(await previewReversal("P-777777")).toBeUndefined();
  expect(await moveNow(bruno, "payment", payment.code, "reverse", { reason: "refund" })).toMatchObject({
    ok: false,
    refusals: [{ rule: "status" }],
  });
});

test("the payment's page says what it covers, and what has been paid of its credit to date", async () => {
  const { id, code, customerId } = await addRepaid();
  const { payment } = await pay(customerId, { creditId: id }, 12_000n);
  await pay(customerId, { creditId: id }, 5_000n);
  const found = (await findPayment(bruno, payment.code)) ?? expect.fail("the payment is gone");
  const covered = found.allocations.reduce((sum, it) => sum + it.penalty + it.fee + it.interest + it.principal, 0n);
  expect(covered).toBe(12_000n);
  const [toDate] = found.toDate;
  expect(toDate).toMatchObject({ code, total: 17_000n });
  expect((toDate?.interest ?? 0n) + (toDate?.costs ?? 0n) + (toDate?.principal ?? 0n)).toBe(17_000n);
  expect(toDate?.interest).toBeGreaterThan(0n);
});

test("of a credit that a credit note closed it starts from nothing outstanding, as its page does", async () => {
  const { id, code, customerId } = await addRepaid();
  const { payment } = await pay(customerId, { creditId: id }, 12_000n);
  const { outstanding } = await creditNow(id);
  await moveByTwo("credit", code, "cancel", { reason: "other", comment: "Agreed", amountMinor: outstanding });
  expect(await statusOf("credit", code)).toBe("cancelled");
  const [credit] = (await foreseenOf(payment.code)).credits;
  expect(credit?.status).toEqual({ before: "cancelled", after: "active" });
  expect(credit?.figures.outstanding).toMatchObject({ before: 0n });
  expect(credit?.figures.closingNote).toEqual({ before: outstanding, after: 0n });
  expect(await reverse(payment.code)).toMatchObject({ ok: true });
  expect(credit?.figures.outstanding?.after).toBe((await creditNow(id)).outstanding);
});
