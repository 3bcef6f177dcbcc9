import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { credits, disputes } from "#db/schema/credit";
import { expectCovered } from "#tests/db/covered";
import { accountNow, addLent, entriesOf, expectCounts, madeIn, moveByTwo, partsOf, pay, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, addOffer, bruno, creditNow, moveNow, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules());
afterEach(expectCounts);

/** A customer's credit of 500 that is in dispute, over some of it, after some of it was paid. */
async function disputed({ paid = 0n, amount = 500n }: { paid?: bigint; amount?: bigint } = {}) {
  const { id, code: customer } = await addCustomer();
  const credit = await addLent(id, { amount: 500n, outstanding: 500n });
  const payment = paid === 0n ? undefined : (await pay(id, { creditId: credit.id }, paid)).payment;
  const made = await moveNow(bruno, "credit", credit.code, "dispute", { reason: "duplicate", amountMinor: amount });
  expect(madeIn(made)).toEqual(["credit.dispute"]);
  return { ...credit, customer, payment };
}

/** The same on an account of 500 and 300, of which 600 were paid. */
async function disputedOnAccount(amount: bigint) {
  const { id } = await addCustomer();
  const account = await addAccount(id);
  const one = await addLent(id, { accountId: account.id, amount: 500n, outstanding: 500n, daysPastDue: 3 });
  const other = await addLent(id, { accountId: account.id, amount: 300n, outstanding: 300n });
  const { payment } = await pay(id, { accountId: account.id }, 600n);
  await moveNow(bruno, "credit", one.code, "dispute", { reason: "unrecognised", amountMinor: amount });
  return { account, one, other, payment };
}

const disputeOf = async (creditId: string) => (await db.select().from(disputes).where(eq(disputes.creditId, creditId)))[0];

test("a dispute opens one, and nothing is paid meanwhile", async () => {
  const { id, code } = await disputed({ amount: 200n });
  expect(await disputeOf(id)).toMatchObject({ amount: 200n, accepted: null, decidedAt: null });
  expect(await creditNow(id)).toMatchObject({ status: "in_dispute", outstanding: 500n });
  expect(await moveNow(bruno, "credit", code, "cancel", { reason: "early_payoff" })).toMatchObject({ kind: "refused" });
});

test("a dispute that is lost changes nothing of what is owed", async () => {
  const { id, code } = await disputed({ paid: 100n });
  expect(madeIn(await moveNow(bruno, "credit", code, "lose_dispute"))).toEqual(["credit.lose_dispute"]);
  expect(await creditNow(id)).toMatchObject({ status: "active", outstanding: 400n });
  expect(await disputeOf(id)).toMatchObject({ accepted: 0n, decidedAt: expect.any(String) });
  const again = await moveNow(bruno, "credit", code, "dispute", { reason: "not_received", amountMinor: 1n });
  expect(madeIn(again)).toEqual(["credit.dispute"]);
});

test("what was paid before is paid again at once when its dispute is lost, with the credit note it had", async () => {
  const { id } = await addCustomer();
  const { id: offerId } = await addOffer({ toleranceMinor: 10n });
  const { id: credit, code } = await addLent(id, { offerId, amount: 500n, outstanding: 500n });
  expect(madeIn((await pay(id, { creditId: credit }, 493n)).outcome)).toEqual(["pre_payment.confirm", "credit.settle"]);
  await moveNow(bruno, "credit", code, "dispute", { reason: "duplicate", amountMinor: 500n });
  expect(await creditNow(credit)).toMatchObject({ status: "in_dispute", outstanding: 7n, closingNote: 0n, closedBy: null });
  const lost = await moveNow(bruno, "credit", code, "lose_dispute");
  expect(madeIn(lost)).toEqual(["credit.lose_dispute", "credit.settle"]);
  expect(await creditNow(credit)).toMatchObject({ status: "paid", outstanding: 0n, closingNote: 7n, closedBy: "settle" });
});

test("a dispute that is won writes back what is owed and reverses what was paid", async () => {
  const { id, code, payment, customer } = await disputed({ paid: 100n });
  expect(madeIn(await moveByTwo("credit", code, "win_dispute"))).toEqual(["credit.win_dispute", "payment.reverse"]);
  expect(await creditNow(id)).toMatchObject({
    ...{ status: "cancelled", closedBy: "win_dispute", outstanding: 0n, closingNote: 500n, creditBalance: 0n },
  });
  expect(await disputeOf(id)).toMatchObject({ accepted: 500n, decidedAt: expect.any(String) });
  expect(await statusOf("payment", payment?.code ?? "")).toBe("reversed");
  const [entry] = await entriesOf(payment?.code ?? "");
  const details = { from: "accepted", to: "reversed", rule: "dispute_won", credit: code };
  expect(entry).toMatchObject({ subject: "system", action: "payment.reverse", customer, details });
});

test("a won dispute of a paid credit gives all of it back", async () => {
  const { id, code, payment } = await disputed({ paid: 500n });
  await moveByTwo("credit", code, "win_dispute");
  expect(await creditNow(id)).toMatchObject({ status: "cancelled", outstanding: 0n, closingNote: 500n });
  expect(await statusOf("payment", payment?.code ?? "")).toBe("reversed");
});

test("of an account's payment only the part on the credit is given back, as credit balance", async () => {
  const { account, one, other, payment } = await disputedOnAccount(500n);
  expect(await partsOf(payment.id)).toEqual({ [one.code]: 500n, [other.code]: 100n });
  expect(madeIn(await moveByTwo("credit", one.code, "win_dispute"))).toEqual(["credit.win_dispute"]);
  expect(await partsOf(payment.id)).toEqual({ [one.code]: 0n, [other.code]: 100n });
  expect(await statusOf("payment", payment.code)).toBe("accepted");
  expect(await accountNow(account.id)).toMatchObject({ creditBalance: 500n });
  expect(await creditNow(one.id)).toMatchObject({ status: "cancelled", outstanding: 0n, closingNote: 500n });
  expect(await creditNow(other.id)).toMatchObject({ status: "active", outstanding: 200n });
  expect(madeIn(await moveByTwo("payment", payment.code, "reverse", { reason: "refund" }))).toEqual(["payment.reverse"]);
  expect(await accountNow(account.id)).toMatchObject({ creditBalance: 0n });
  expect(await creditNow(one.id)).toMatchObject({ status: "cancelled", outstanding: 0n });
  expect(await creditNow(other.id)).toMatchObject({ outstanding: 300n });
});

test("a dispute won in part lowers what is owed, and not what was lent", async () => {
  const { id, code } = await disputed({ paid: 100n, amount: 300n });
  const won = await moveByTwo("credit", code, "win_dispute_in_part", { amountMinor: 200n });
  expect(madeIn(won)).toEqual(["credit.win_dispute_in_part"]);
  expect(await creditNow(id)).toMatchObject({ status: "active", amount: 500n, outstanding: 200n, creditBalance: 0n });
  expect(await disputeOf(id)).toMatchObject({ amount: 300n, accepted: 200n, decidedAt: expect.any(String) });
});

test("what was paid too much becomes credit balance, and the credit settles", async () => {
  const { id, code, payment } = await disputed({ paid: 300n, amount: 400n });
  const won = await moveByTwo("credit", code, "win_dispute_in_part", { amountMinor: 400n });
  expect(madeIn(won)).toEqual(["credit.win_dispute_in_part", "credit.settle"]);
  expect(await creditNow(id)).toMatchObject({ status: "paid", amount: 500n, outstanding: 0n, creditBalance: 200n });
  // A payment that is taken back takes first what was too much of it.
  await moveByTwo("payment", payment?.code ?? "", "reverse", { reason: "refund" });
  expect(await creditNow(id)).toMatchObject({ status: "active", amount: 500n, outstanding: 100n, creditBalance: 0n });
});

test("what was paid too much to an account becomes the account's credit balance", async () => {
  const { account, one, other, payment } = await disputedOnAccount(400n);
  await moveByTwo("credit", one.code, "win_dispute_in_part", { amountMinor: 400n });
  expect(await creditNow(one.id)).toMatchObject({ status: "paid", amount: 500n, outstanding: 0n, creditBalance: 0n });
  expect(await accountNow(account.id)).toMatchObject({ creditBalance: 400n });
  expect(await partsOf(payment.id)).toEqual({ [one.code]: 100n, [other.code]: 100n });
  await moveByTwo("payment", payment.code, "reverse", { reason: "refund" });
  expect(await accountNow(account.id)).toMatchObject({ creditBalance: 0n });
  expect(await creditNow(one.id)).toMatchObject({ status: "active", outstanding: 100n });
  expect(await creditNow(other.id)).toMatchObject({ status: "active", outstanding: 300n });
});

test("what was paid too much to an account is taken from the last payment first", async () => {
  const { id } = await addCustomer();
  const account = await addAccount(id);
  const { id: creditId, code } = await addLent(id, { accountId: account.id, amount: 500n, outstanding: 500n });
  const first = (await pay(id, { accountId: account.id }, 200n)).payment;
  const last = (await pay(id, { accountId: account.id }, 200n)).payment;
  await moveNow(bruno, "credit", code, "dispute", { reason: "wrong_amount", amountMinor: 250n });
  await moveByTwo("credit", code, "win_dispute_in_part", { amountMinor: 250n });
  expect(await creditNow(creditId)).toMatchObject({ status: "paid", outstanding: 0n, creditBalance: 0n });
  expect([await partsOf(first.id), await partsOf(last.id)]).toEqual([{ [code]: 200n }, { [code]: 50n }]);
  expect(await accountNow(account.id)).toMatchObject({ creditBalance: 150n });
});

test("a disputed delinquent credit goes on counting against its customer", async () => {
  const { code, customer } = await disputed();
  const late = { daysPastDue: 5, delinquentDays: 5, pastDueSince: "2026-03-10" };
  await db.update(credits).set(late).where(eq(credits.code, code));
  const held = await moveNow(bruno, "customer", customer, "disable", { reason: "holder_request" });
  expect(held).toMatchObject({ ok: true });
  expect(await moveNow(bruno, "customer", customer, "enable", { reason: "mistake" })).toMatchObject({
    refusals: [{ rule: "no_delinquent_credit", values: { credit: code, days: 5 } }],
  });
});

test("all that this says of, and no more, was made", () => expectCovered("dispute"));

test("the amounts that operators decide are in the history", async () => {
  const { code } = await disputed({ amount: 300n });
  await moveByTwo("credit", code, "win_dispute_in_part", { amountMinor: 120n });
  const left = { reason: "purchase_returned", amountMinor: 380n };
  expect(madeIn(await moveByTwo("credit", code, "cancel", left))).toEqual(["credit.cancel"]);
  expect((await entriesOf(code)).map(({ action, details }) => [action, details["amount"]])).toEqual([
    ["credit.dispute", "minor:300"],
    ["approval.asked", "minor:120"],
    ["credit.win_dispute_in_part", "minor:120"],
    ["approval.asked", "minor:380"],
    ["credit.cancel", "minor:380"],
  ]);
});

test("no credit note is none in the history", async () => {
  const { id } = await addCustomer();
  const { code } = await addLent(id, { amount: 500n, outstanding: 0n });
  await moveNow(bruno, "credit", code, "cancel", { reason: "early_payoff" });
  const [entry] = await entriesOf(code);
  expect(entry?.details).toEqual({ from: "active", to: "cancelled", reason: "early_payoff" });
});
