import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { move } from "#db/move";
import { customers } from "#db/schema/customer";
import { history } from "#db/schema/history";
import { transitions } from "#db/schema/transition";
import { violations } from "#db/schema/violation";
import { record } from "#db/write/history";
import { unsealer } from "#db/write/seal";
import { addCredit, addCustomer, addOffer, andres, bruno, carla, clara, moveNow, sofia, statusOf } from "#tests/db/portfolio";

const disable = { reason: "holder_request" };
const entriesOf = (code: string) => db.select().from(history).where(eq(history.record, code)).orderBy(history.id);
const movesOf = (id: string) => db.select().from(transitions).where(eq(transitions.record, id)).orderBy(transitions.seq);

describe("a move", () => {
  test("changes the status, with its transition and its history", async () => {
    const { id, code } = await addCustomer();
    const outcome = await moveNow(bruno, "customer", code, "disable", { ...disable, comment: "Called on Monday" });
    expect(outcome).toEqual({
      ok: true,
      kind: "moved",
      done: [{ entity: "customer", code, customer: code, event: "disable", from: "enabled", to: "disabled" }],
    });
    expect(await db.select().from(customers).where(eq(customers.id, id))).toMatchObject([{ status: "disabled", moves: 1 }]);
    expect(await movesOf(id)).toMatchObject([{ seq: 1, event: "disable", from: "enabled", to: "disabled" }]);
    const [entry, ...more] = await entriesOf(code);
    expect(more).toEqual([]);
    const details = { from: "enabled", to: "disabled", reason: "holder_request" };
    expect(entry).toMatchObject({ subject: "bruno", role: "business", ip: "10.0.0.7", action: "customer.disable", details });
    expect(entry?.sealed?.toString()).not.toContain("Monday");
    expect((await unsealer(db, id))(entry?.sealed ?? Buffer.of())).toBe('{"comment":"Called on Monday"}');
  });

  test("by an operator holds against the rule that would undo it", async () => {
    const { id, code } = await addCustomer();
    await moveNow(bruno, "customer", code, "disable", disable);
    const [held] = await db.select().from(customers).where(eq(customers.id, id));
    expect(held?.heldAt).not.toBeNull();
    await moveNow(bruno, "customer", code, "enable", { reason: "mistake" });
    const [lifted] = await db.select().from(customers).where(eq(customers.id, id));
    expect(lifted).toMatchObject({ status: "enabled", heldAt: null, moves: 2 });
  });

  test("is followed by what its rules say: an eligible customer who is unblocked ends enabled", async () => {
    const { code } = await addCustomer({ status: "blocked" });
    expect(await moveNow(sofia, "customer", code, "unblock", { reason: "resolved" })).toMatchObject({
      ok: true,
      done: [
        { event: "unblock", from: "blocked", to: "disabled" },
        { event: "enable", from: "disabled", to: "enabled", cause: { rule: "cured" } },
      ],
    });
    const [, enabled] = await entriesOf(code);
    expect(enabled).toMatchObject({ subject: "system", action: "customer.enable", details: { rule: "cured" } });
  });
});

describe("a move that is refused changes nothing", () => {
  test("by a guard, with what it saw", async () => {
    const { id, code } = await addCustomer({ status: "disabled" });
    const credit = await addCredit(id, { daysPastDue: 12, delinquentDays: 12 });
    await db.insert(violations).values({ customerId: id, rule: "income", isFraud: false, recordedEmail: "x" });
    expect(await moveNow(bruno, "customer", code, "enable", { reason: "cured" })).toEqual({
      ok: false,
      kind: "refused",
      refusals: [
        { rule: "no_delinquent_credit", values: { days: 12, credit: credit.code } },
        { rule: "no_open_violation", values: { count: 1 } },
      ],
    });
    expect([await statusOf("customer", code), await movesOf(id), await entriesOf(code)]).toEqual(["disabled", [], []]);
  });

  test("by a role without the permission, which the history keeps", async () => {
    const { id, code } = await addCustomer();
    for (const actor of [carla, andres])
      expect(await moveNow(actor, "customer", code, "disable", disable)).toMatchObject({ refusals: [{ rule: "permission" }] });
    expect(await moveNow(bruno, "customer", code, "block", { reason: "fraud" })).toMatchObject({
      refusals: [{ rule: "permission" }],
    });
    expect(await movesOf(id)).toEqual([]);
    expect((await entriesOf(code)).map(({ email, action, details }) => [email, action, details])).toEqual([
      ["carla@demo.example", "permission.refused", { event: "disable" }],
      ["andres@demo.example", "permission.refused", { event: "disable" }],
      ["bruno@demo.example", "permission.refused", { event: "block" }],
    ]);
  });

  test.each([
    ["no reason", {}, "reason_missing"],
    ["a reason of another event", { reason: "cured" }, "reason_unknown"],
    ["another reason without a comment", { reason: "other", comment: " " }, "comment_missing"],
    ["a comment without end", { reason: "other", comment: "x".repeat(10_000) }, "comment_too_long"],
  ])("for %s", async (_, said, rule) => {
    const { id, code } = await addCustomer();
    expect(await moveNow(bruno, "customer", code, "disable", said)).toMatchObject({ kind: "refused", refusals: [{ rule }] });
    expect(await movesOf(id)).toEqual([]);
  });

  test.each(["report_lost", "toString", "__proto__", ""])("for the event %j, which its machine has not", async (event) => {
    const { code } = await addCustomer();
    expect(await moveNow(bruno, "customer", code, event)).toMatchObject({ refusals: [{ rule: "event_unknown" }] });
  });

  test("from a state that it does not leave", async () => {
    const { code } = await addCustomer();
    expect(await moveNow(bruno, "customer", code, "enable", { reason: "cured" })).toMatchObject({
      refusals: [{ rule: "status" }],
    });
  });

  test("of a record that nobody has", async () => {
    expect(await moveNow(bruno, "customer", "C-AAAAAA", "disable", disable)).toEqual({ ok: false, kind: "unknown" });
  });
});

test("a page left open over another's change is told who changed it, when, and to what", async () => {
  const { code } = await addCustomer();
  await moveNow(bruno, "customer", code, "disable", disable);
  const late = await move(sofia, { entity: "customer", code, event: "disable", moves: 0, ...disable }, randomUUID());
  expect(late).toEqual({
    ok: false,
    kind: "changed",
    change: { email: "bruno@demo.example", at: expect.any(String), event: "disable", to: "disabled" },
  });
});

test("of an offer that was edited since, whoever moved it was faster, not whoever edited it", async () => {
  const { code } = await addOffer();
  await moveNow(clara, "offer", code, "disable", { reason: "other", comment: "Rates went up" });
  await record(db, bruno, { action: "offer.edited", module: "offers", record: code, details: { name: ["One", "Another"] } });
  const late = await move(
    sofia,
    { entity: "offer", code, event: "disable", moves: 0, reason: "other", comment: "x" },
    randomUUID(),
  );
  expect(late).toMatchObject({ kind: "changed", change: { email: clara.email, event: "disable", to: "disabled" } });
});

describe("a form sent again", () => {
  const order = (code: string) => ({ entity: "customer" as const, code, event: "disable", moves: 0, ...disable });

  test("acts once and gets the same answer", async () => {
    const { id, code } = await addCustomer();
    const key = randomUUID();
    const first = await move(bruno, order(code), key);
    expect(await move(bruno, order(code), key)).toEqual(first);
    expect(await movesOf(id)).toHaveLength(1);
  });

  test("at the same moment acts once", async () => {
    const { id, code } = await addCustomer();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => move(bruno, order(code), key)));
    expect(answers[0]).toMatchObject({ ok: true });
    for (const each of answers) expect(each).toEqual(answers[0]);
    expect(await movesOf(id)).toHaveLength(1);
  });

  test("with other words, or by another, is refused", async () => {
    const { id, code } = await addCustomer();
    const key = randomUUID();
    await move(bruno, order(code), key);
    for (const [actor, said] of [
      [bruno, { comment: "more" }],
      [sofia, {}],
    ] as const)
      expect(await move(actor, { ...order(code), ...said }, key)).toMatchObject({ refusals: [{ rule: "key_reused" }] });
    expect(await movesOf(id)).toHaveLength(1);
  });

  test("that was refused may be sent again, mended", async () => {
    const { code } = await addCustomer();
    const key = randomUUID();
    await move(bruno, { ...order(code), reason: undefined }, key);
    expect(await move(bruno, order(code), key)).toMatchObject({ ok: true });
  });
});
