import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { preLoans } from "#db/schema/pre-loan";
import { expectCovered } from "#tests/db/covered";
import { addLent, entriesOf, expectCounts, madeIn, moveByTwo, stepNow, today, useRules } from "#tests/db/moving";
import { addAccount, addCard, addCustomer, addOffer, addPreLoan, bruno, creditNow, moveNow, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules());
afterEach(expectCounts);

/** What a request became. */
async function madeOf(preLoanId: string) {
  const [request] = await db.select().from(preLoans).where(eq(preLoans.id, preLoanId));
  return creditNow(request?.creditId ?? "");
}

test("a confirmed request becomes an active credit, of what is lent, disbursed on the business date", async () => {
  const { id: customerId, code: customer } = await addCustomer();
  const asked = await addPreLoan(customerId, { amount: 800_000_00n, downpayment: 300_000_00n });
  expect(madeIn(await moveNow(bruno, "pre_loan", asked.code, "confirm"))).toEqual(["pre_loan.confirm"]);
  const made = await madeOf(asked.id);
  // Eleven instalments of 47,400.87 and a last one of 47,400.80: all that is to be paid, its interest with it.
  const owed = 568_810_37n;
  expect(made).toMatchObject({ status: "active", moves: 0, customerId, offerId: asked.offerId, disbursedOn: today });
  expect(made).toMatchObject({ amount: 500_000_00n, outstanding: owed, refinancesId: null, carriesDelinquency: false });
  expect(await statusOf("pre_loan", asked.code)).toBe("completed");
  expect(await db.select().from(customers).where(eq(customers.code, customer))).toMatchObject([{ activeCredits: 1 }]);
});

test("a settlement books whatever has changed since it was authorized, as a credit of its account and card", async () => {
  const { id } = await addCustomer();
  const account = await addAccount(id, { status: "suspended", heldAt: "2026-03-01T10:00:00Z" });
  const { id: cardId } = await addCard(account.id, { status: "lost" });
  const { id: offerId } = await addOffer({ status: "inactive" }, { status: "disabled", amountMax: 1n });
  const asked = await addPreLoan(id, { accountId: account.id, cardId, offerId });
  expect(madeIn(await moveNow(bruno, "pre_loan", asked.code, "confirm"))).toEqual(["pre_loan.confirm"]);
  expect(await madeOf(asked.id)).toMatchObject({ accountId: account.id, cardId, status: "active" });
});

test("a refinancing closes the old credit and links both, delinquent as it was", async () => {
  const { id, code } = await addCustomer({ status: "disabled" });
  const old = await addLent(id, { outstanding: 200_000_00n, daysPastDue: 40, delinquentDays: 40 });
  const asked = await addPreLoan(id, { amount: 250_000_00n, refinancesId: old.id });
  expect(madeIn(await moveByTwo("pre_loan", asked.code, "confirm"))).toEqual(["pre_loan.confirm", "credit.refinance"]);
  expect(await creditNow(old.id)).toMatchObject({
    ...{ status: "cancelled", closedBy: "refinance", outstanding: 0n, closingNote: 0n },
    ...{ daysPastDue: 0, delinquentDays: 0 },
  });
  const made = await madeOf(asked.id);
  expect(made).toMatchObject({ refinancesId: old.id, carriesDelinquency: true, amount: 250_000_00n });
  const [entry] = await entriesOf(old.code);
  const details = { from: "active", to: "cancelled", rule: "refinanced", request: asked.code };
  expect(entry).toMatchObject({ subject: "system", action: "credit.refinance", customer: code, details });
  // As delinquent as the old one was, until its first instalment is paid.
  expect(await statusOf("customer", code)).toBe("disabled");
  expect(await moveNow(bruno, "customer", code, "enable", { reason: "cured" })).toMatchObject({
    refusals: [{ rule: "no_inherited_delinquency", values: { credit: made.code } }],
  });
});

test("what carried its delinquency over carries it on", async () => {
  const { id } = await addCustomer({ status: "disabled" });
  const old = await addLent(id, { carriesDelinquency: true });
  const asked = await addPreLoan(id, { refinancesId: old.id });
  await moveByTwo("pre_loan", asked.code, "confirm");
  expect(await madeOf(asked.id)).toMatchObject({ carriesDelinquency: true });
});

test("a refinancing whose loan does not cover what the old credit owes changes nothing", async () => {
  const { id } = await addCustomer();
  const old = await addLent(id);
  const asked = await addPreLoan(id, { downpayment: 1n, refinancesId: old.id });
  expect(await moveNow(bruno, "pre_loan", asked.code, "confirm")).toMatchObject({
    kind: "refused",
    refusals: [{ rule: "successor_covers", values: { amount: 499_999_99n, owed: 500_000_00n } }],
  });
  expect([await statusOf("pre_loan", asked.code), await statusOf("credit", old.code)]).toEqual(["pending", "active"]);
  expect(await db.select().from(credits).where(eq(credits.customerId, id))).toHaveLength(1);
});

test("a request is rejected for a reason, or by the system when it waited too long", async () => {
  const { id } = await addCustomer();
  const [one, other] = [await addPreLoan(id), await addPreLoan(id, { createdAt: "2026-02-01T10:00:00Z" })];
  expect(madeIn(await moveNow(bruno, "pre_loan", one.code, "reject", { reason: "policy" }))).toEqual(["pre_loan.reject"]);
  expect(await stepNow("pre_loan", other.code, "reject", { reason: "expired" })).toMatchObject([{ to: "rejected" }]);
});

test("a credit that owes nothing is canceled at once", async () => {
  const { id } = await addCustomer();
  const { id: credit, code } = await addLent(id, { outstanding: 0n });
  expect(madeIn(await moveNow(bruno, "credit", code, "cancel", { reason: "early_payoff" }))).toEqual(["credit.cancel"]);
  expect(await creditNow(credit)).toMatchObject({ status: "cancelled", closedBy: "cancel", closingNote: 0n });
});

test("a credit that owes is canceled by a credit note for all of it, which a second one approves", async () => {
  const { id, code: customer } = await addCustomer();
  const { id: credit, code } = await addLent(id, { daysPastDue: 9, delinquentDays: 9 });
  const said = { reason: "purchase_returned", amountMinor: 500_000_00n };
  expect(await moveNow(bruno, "credit", code, "cancel", { reason: said.reason })).toMatchObject({
    refusals: [{ rule: "paid_or_noted", values: { outstanding: 500_000_00n } }],
  });
  expect(madeIn(await moveByTwo("credit", code, "cancel", said))).toEqual(["credit.cancel"]);
  expect(await creditNow(credit)).toMatchObject({
    ...{ status: "cancelled", closedBy: "cancel", outstanding: 0n, closingNote: 500_000_00n },
    ...{ daysPastDue: 0, delinquentDays: 0 },
  });
  expect(await statusOf("customer", customer)).toBe("enabled");
});

test("what follows says its rule and its fact: a delinquent credit disables", async () => {
  const { id, code } = await addCustomer();
  const late = await addLent(id, { daysPastDue: 31, delinquentDays: 31 });
  const asked = await addPreLoan(id);
  const made = madeIn(await moveNow(bruno, "pre_loan", asked.code, "reject", { reason: "policy" }));
  expect(made).toEqual(["pre_loan.reject", "customer.disable"]);
  const [entry] = await entriesOf(code);
  const details = { from: "enabled", to: "disabled", rule: "delinquent_days", credit: late.code, days: 31 };
  expect(entry).toMatchObject({ subject: "system", role: null, action: "customer.disable", customer: code, details });
});

test("all that this says of, and no more, was made", () => expectCovered("credit"));
