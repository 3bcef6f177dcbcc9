import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { customers } from "#db/schema/customer";
import { violations } from "#db/schema/violation";
import { expectCovered } from "#tests/db/covered";
import { addLent, entriesOf, madeIn, moveByTwo, stepNow, useRules } from "#tests/db/moving";
import { addCredit, addCustomer, addOffer, bruno, moveNow, sofia, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules());

const violate = (customerId: string, isFraud: boolean) =>
  db.insert(violations).values({ customerId, rule: "income", isFraud, recordedEmail: "bruno@demo.example" });

/** Asks what follows for a customer of whom an operator does something that changes nothing else. */
async function reconsider(code: string) {
  const [{ id } = expect.fail()] = await db.select().from(customers).where(eq(customers.code, code));
  const { code: credit } = await addCredit(id, { outstanding: 0n, status: "active" });
  return madeIn(await moveNow(bruno, "credit", credit, "cancel", { reason: "early_payoff" }));
}

const complete = {
  ...{ phone: "+573001234567", email: "ana@example.com", address: "Calle 1", isPhoneVerified: true, isEmailVerified: true },
  ...{ idType: "cc" as const, dataAcceptedAt: "2026-03-01T10:00:00Z", activatedAt: "2026-03-01T10:00:00Z" },
};
let document = 70_000_000;
const ready = () => addCustomer({ status: "unregistered", ...complete, nationalId: `${document++}` });

const now = async (code: string) => (await db.select().from(customers).where(eq(customers.code, code)))[0];

test("who has met all requirements registers by an operator", async () => {
  const { code } = await ready();
  expect(madeIn(await moveNow(bruno, "customer", code, "register"))).toEqual(["customer.register"]);
  expect(await now(code)).toMatchObject({ status: "enabled", registeredAt: expect.any(String) });
});

test("or by the system", async () => {
  const { code } = await ready();
  const made = await stepNow("customer", code, "register", { cause: { rule: "requirements_met", values: {} } });
  expect(made).toMatchObject([{ event: "register", cause: { rule: "requirements_met" } }]);
  expect((await now(code))?.registeredAt).not.toBeNull();
});

test("every requirement that is missing is named", async () => {
  const { code } = await addCustomer({ status: "unregistered", firstName: "", lastName: "" });
  const rules = ["personal_data_accepted", "account_activated", "names", "phone", "email", "national_id"];
  const refusals = [...rules, "phone_verified", "email_verified"].map((rule) => ({ rule: `requirement_${rule}` }));
  expect(await moveNow(bruno, "customer", code, "register")).toMatchObject({ refusals });
});

test.each<[what: string, days: number, event: string, to: string, details: object]>([
  ["disables", 30, "disable", "disabled", { rule: "delinquent_days", days: 30 }],
  ["blocks", 90, "block", "blocked", { rule: "delinquent_days", days: 90 }],
])("a delinquent credit %s, and the history says which and how long", async (_, days, event, to, details) => {
  await useRules({ disableAfterDays: 30, blockAfterDays: 90 });
  const { id, code } = await addCustomer();
  const { code: credit } = await addLent(id, { daysPastDue: days, delinquentDays: days });
  expect(await reconsider(code)).toEqual(["credit.cancel", `customer.${event}`]);
  expect(await now(code)).toMatchObject({ status: to, heldAt: null });
  expect(await entriesOf(code)).toMatchObject([
    {
      subject: "system",
      email: "system",
      role: null,
      action: `customer.${event}`,
      details: { from: "enabled", to, credit, ...details },
    },
  ]);
});

test("fewer days than the rule says do not", async () => {
  await useRules({ disableAfterDays: 30 });
  const { id, code } = await addCustomer();
  await addLent(id, { daysPastDue: 29, delinquentDays: 29 });
  expect(await reconsider(code)).toEqual(["credit.cancel"]);
});

test.each<[what: string, isFraud: boolean, event: string, rule: string]>([
  ["disables", false, "disable", "open_violation"],
  ["blocks when it is fraud", true, "block", "open_fraud"],
])("an open violation %s", async (_, isFraud, event, rule) => {
  const { id, code } = await addCustomer();
  await violate(id, isFraud);
  expect(await reconsider(code)).toEqual(["credit.cancel", `customer.${event}`]);
  expect(await entriesOf(code)).toMatchObject([{ action: `customer.${event}`, details: { rule, count: 1 } }]);
});

test("one that is resolved no longer counts", async () => {
  const { id, code } = await addCustomer({ status: "disabled" });
  await violate(id, true);
  await db.update(violations).set({ resolvedAt: "2026-03-02T10:00:00Z" }).where(eq(violations.customerId, id));
  expect(await reconsider(code)).toEqual(["credit.cancel", "customer.enable"]);
});

test("who is cured is enabled, but not against a hold, nor where the project says no", async () => {
  const cured = await addCustomer({ status: "disabled" });
  expect(await reconsider(cured.code)).toEqual(["credit.cancel", "customer.enable"]);
  expect(await entriesOf(cured.code)).toMatchObject([{ details: { from: "disabled", to: "enabled", rule: "cured" } }]);
  const held = await addCustomer({ status: "disabled", heldAt: "2026-03-01T10:00:00Z" });
  expect(await reconsider(held.code)).toEqual(["credit.cancel"]);
  await useRules({ enablesOnCure: false });
  const waiting = await addCustomer({ status: "disabled" });
  expect(await reconsider(waiting.code)).toEqual(["credit.cancel"]);
});

test("a credit of an inactive product does not count, and one refinanced late does", async () => {
  const { id, code } = await addCustomer();
  const { id: offerId } = await addOffer({ status: "inactive" });
  await addLent(id, { offerId, daysPastDue: 99, delinquentDays: 99 });
  expect(await reconsider(code)).toEqual(["credit.cancel"]);
  const { code: credit } = await addLent(id, { carriesDelinquency: true });
  expect(await reconsider(code)).toEqual(["credit.cancel", "customer.disable"]);
  expect((await entriesOf(code)).at(-1)?.details).toEqual({
    ...{ from: "enabled", to: "disabled", rule: "inherited_delinquency" },
    credit,
  });
});

test("who is unblocked ends where their credits say", async () => {
  const blocked = async () => addCustomer({ status: "blocked" });
  const [eligible, late] = [await blocked(), await blocked()];
  await addLent(late.id, { daysPastDue: 5, delinquentDays: 5 });
  const unblock = async (code: string) => madeIn(await moveNow(sofia, "customer", code, "unblock", { reason: "resolved" }));
  expect(await unblock(eligible.code)).toEqual(["customer.unblock", "customer.enable"]);
  expect(await unblock(late.code)).toEqual(["customer.unblock"]);
});

test("an operator's hold outlasts a block", async () => {
  const { code } = await addCustomer();
  await moveNow(bruno, "customer", code, "disable", { reason: "holder_request" });
  await moveNow(sofia, "customer", code, "block", { reason: "legal_order" });
  const unblocked = await moveNow(sofia, "customer", code, "unblock", { reason: "resolved" });
  expect(madeIn(unblocked)).toEqual(["customer.unblock"]);
  expect(madeIn(await moveNow(bruno, "customer", code, "enable", { reason: "cured" }))).toEqual(["customer.enable"]);
  expect(await now(code)).toMatchObject({ status: "enabled", heldAt: null });
});

test("who is deleted is nobody any more, and their credits stay", async () => {
  const { id, code } = await addCustomer({ ...complete, nationalId: `${document++}` });
  const paid = await addCredit(id, { status: "paid", outstanding: 0n, closedBy: "settle" });
  const said = { reason: "other", comment: "Ana asked for it", typed: code };
  expect(madeIn(await moveByTwo("customer", code, "delete", said))).toEqual(["customer.delete"]);
  expect(await now(code)).toMatchObject({ status: "deleted", firstName: "", lastName: "", phone: null, nationalId: null });
  expect(await statusOf("credit", paid.code)).toBe("paid");
  const entry = (await entriesOf(code)).at(-1);
  expect(entry).toMatchObject({ subject: "clara", action: "customer.delete", sealed: null });
  expect(entry?.details).toMatchObject({ from: "enabled", to: "deleted", reason: "other", asked: "sofia@demo.example" });
});

test("all that this says of, and no more, was made", () => expectCovered("customer"));
