import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { listViolations } from "#db/read/profile/notes";
import { violations } from "#db/schema/violation";
import { destroyKey, unsealer } from "#db/write/seal";
import { recordViolation, resolveViolation } from "#db/write/violation";
import { actionsOf, entriesOf, refusedBy } from "#tests/db/entries";
import { addCredit, addCustomer, andres, bruno, carla, moveNow, sofia, statusOf } from "#tests/db/portfolio";

const broken = { rule: "expired_document", isFraud: false, comment: "" } as const;
const record = (code: string, more: Partial<Parameters<typeof recordViolation>[1]> = {}, actor = bruno) =>
  recordViolation(actor, { code, ...broken, ...more }, randomUUID());
const resolve = (code: string, violation: string, comment = "", actor = bruno) =>
  resolveViolation(actor, { code, violation, comment }, randomUUID());
const openOf = async (id: string) => (await listViolations(bruno, id, 20)).rows.filter(({ resolvedAt }) => resolvedAt === null);

describe("a violation", () => {
  test("disables while it is open, and enables when it is resolved, each by rule", async () => {
    const { id, code } = await addCustomer();
    expect(await record(code, { comment: "Said so on the phone" })).toMatchObject({
      ok: true,
      status: "disabled",
      done: [{ event: "disable", to: "disabled", cause: { rule: "open_violation", values: { count: 1 } } }],
    });
    const [open] = await openOf(id);
    expect(open).toMatchObject({
      rule: "expired_document",
      isFraud: false,
      comment: "Said so on the phone",
      recordedEmail: bruno.email,
    });
    expect(await resolve(code, open?.id ?? "", "Brought a new one")).toMatchObject({
      status: "enabled",
      done: [{ event: "enable", to: "enabled", cause: { rule: "cured" } }],
    });
    expect((await listViolations(bruno, id, 20)).rows).toMatchObject([
      { resolvedEmail: bruno.email, resolvedAt: expect.any(String) },
    ]);
    expect(await actionsOf(code)).toEqual(["violation.recorded", "customer.disable", "violation.resolved", "customer.enable"]);
  });

  test("marked as fraud blocks, and resolved leaves the unblocking to an operator", async () => {
    const { id, code } = await addCustomer();
    expect(await record(code, { rule: "identity_theft", isFraud: true })).toMatchObject({ status: "blocked" });
    const [open] = await openOf(id);
    expect(await resolve(code, open?.id ?? "")).toMatchObject({ status: "blocked", done: [] });
  });

  test("resolved enables nobody who is delinquent, or held by an operator, or has another open", async () => {
    const delinquent = await addCustomer();
    await addCredit(delinquent.id, { daysPastDue: 5, delinquentDays: 5 });
    const held = await addCustomer();
    await moveNow(bruno, "customer", held.code, "disable", { reason: "holder_request" });
    const twice = await addCustomer();
    await record(twice.code, { rule: "third_party_use" });
    for (const { id, code } of [delinquent, held, twice]) {
      await record(code);
      const open = (await openOf(id)).find(({ rule }) => rule === "expired_document");
      expect(await resolve(code, open?.id ?? "")).toMatchObject({ ok: true, status: "disabled", done: [] });
    }
  });

  test("of a pre-customer waits until they are a customer", async () => {
    const { id, code } = await addCustomer({ status: "unregistered" });
    expect(await record(code)).toMatchObject({ ok: true, status: "unregistered", done: [] });
    expect(await openOf(id)).toHaveLength(1);
  });

  test("keeps its comment under the customer's key alone, and from who may not see personal data", async () => {
    const { id, code } = await addCustomer();
    await record(code, { comment: "Calle Sellada 77" });
    const [row] = await db.select().from(violations).where(eq(violations.customerId, id));
    const [entry] = await entriesOf(code);
    expect(row?.comment?.toString("latin1")).not.toContain("Sellada");
    expect(entry?.sealed?.toString("latin1")).not.toContain("Sellada");
    expect(JSON.stringify(entry?.details)).not.toContain("Sellada");
    expect((await unsealer(db, id))(entry?.sealed ?? Buffer.of())).toBe('{"comment":"Calle Sellada 77"}');
    expect((await listViolations(carla, id, 20)).rows).toMatchObject([{ comment: undefined, isHidden: true }]);
    await db.transaction((tx) => destroyKey(tx, id));
    expect((await listViolations(bruno, id, 20)).rows).toMatchObject([{ comment: undefined, isHidden: false }]);
  });

  test.each([
    ["no rule", { rule: "" as const }, "rule_missing"],
    ["another rule, unsaid", { rule: "other" as const }, "comment_missing"],
    ["a long comment", { comment: "x".repeat(1001) }, "comment_too_long"],
  ])("with %s is refused, and changes nothing", async (_, more, rule) => {
    const { id, code } = await addCustomer();
    expect(await record(code, more)).toEqual(refusedBy(rule));
    expect([await statusOf("customer", code), await openOf(id), await actionsOf(code)]).toEqual(["enabled", [], []]);
  });

  test("is resolved once, by its own customer's page", async () => {
    const [one, other] = [await addCustomer(), await addCustomer()];
    await record(one.code);
    const [open] = await openOf(one.id);
    expect(await resolve(other.code, open?.id ?? "")).toEqual(refusedBy("violation_over"));
    const both = await Promise.all([resolve(one.code, open?.id ?? ""), resolve(one.code, open?.id ?? "", "", sofia)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await actionsOf(other.code)).toEqual([]);
  });

  test.each([carla, andres])("is not recorded or resolved by $role, which the history keeps", async (actor) => {
    const { id, code } = await addCustomer();
    await record(code);
    const [open] = await openOf(id);
    expect(await record(code, {}, actor)).toEqual(refusedBy("permission"));
    expect(await resolve(code, open?.id ?? "", "", actor)).toEqual(refusedBy("permission"));
    expect(await openOf(id)).toHaveLength(1);
    expect((await entriesOf(code)).filter(({ email }) => email === actor.email)).toMatchObject([
      { action: "permission.refused", details: { permission: "violation:record" } },
      { action: "permission.refused" },
    ]);
  });
});
