import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findMoves } from "#db/read/moves";
import { decideApproval } from "#db/write/approval";
import { unsealer } from "#db/write/seal";
import { approvalOf, asked, decide, refused } from "#tests/db/asking";
import { ask, entriesOf, madeIn, useRules } from "#tests/db/moving";
import { bruno, clara, creditNow, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules());

describe("it is decided", () => {
  test("by another who approves: the move is made, and the history names both", async () => {
    const { id, code, customer, customerId, approval, said } = await asked();
    expect(madeIn(await decide(clara, approval))).toEqual(["credit.cancel"]);
    expect(await creditNow(id)).toMatchObject({ status: "cancelled", closingNote: 500n });
    expect(await approvalOf(approval)).toMatchObject({ status: "approved", decidedBy: "clara", decidedAt: expect.any(String) });
    const [, entry, ...more] = await entriesOf(code);
    const by = { approval, asked: "sofia@demo.example" };
    const details = { from: "active", to: "cancelled", reason: said.reason, amount: "minor:500", ...by };
    expect(entry).toMatchObject({ email: "clara@demo.example", action: "credit.cancel", customer, details });
    expect((await unsealer(db, customerId))(entry?.sealed ?? Buffer.of())).toBe(JSON.stringify({ comment: said.comment }));
    expect(more).toEqual([]);
    expect(await findMoves(clara, "credit", code)).toMatchObject({ pending: [] });
  });

  test("by another who declines: nothing is made, and it may be asked for again", async () => {
    const { id, code, approval, said } = await asked();
    expect(await decide(bruno, approval, false)).toEqual({ ok: true, kind: "moved", done: [] });
    expect(await creditNow(id)).toMatchObject({ status: "active", moves: 0 });
    expect(await approvalOf(approval)).toMatchObject({ status: "declined", decidedEmail: "bruno@demo.example" });
    const details = { approval, event: "credit.cancel", amount: "minor:500", asked: "sofia@demo.example" };
    expect((await entriesOf(code)).at(-1)).toMatchObject({ email: "bruno@demo.example", action: "approval.declined", details });
    expect(await decide(clara, approval)).toEqual(refused("approval_over"));
    expect(await ask("credit", code, "cancel", said)).not.toBe(approval);
  });

  test("once: of those who approve at one moment, one does", async () => {
    const { id, approval } = await asked();
    const all = await Promise.all([clara, bruno, clara, bruno].map((actor) => decide(actor, approval)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    for (const each of all.filter(({ ok }) => !ok)) expect(each).toEqual(refused("approval_over"));
    expect(await creditNow(id)).toMatchObject({ status: "cancelled", moves: 1 });
  });

  test("once: approved and declined at one moment, one counts", async () => {
    const { code, approval } = await asked();
    const all = await Promise.all([decide(clara, approval), decide(bruno, approval, false)]);
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    const isApproved = (await approvalOf(approval))?.status === "approved";
    expect(await statusOf("credit", code)).toBe(isApproved ? "cancelled" : "active");
  });
});

describe("a form sent again", () => {
  test.each([true, false])("that decides (%s) acts once and gets the same answer", async (isApproved) => {
    const { id, code, approval } = await asked();
    const key = randomUUID();
    const first = await decideApproval(clara, approval, isApproved, key);
    expect(await decideApproval(clara, approval, isApproved, key)).toEqual(first);
    expect((await creditNow(id)).moves).toBe(isApproved ? 1 : 0);
    expect(await entriesOf(code)).toHaveLength(2);
    expect(await decideApproval(clara, approval, !isApproved, key)).toEqual(refused("key_reused"));
    expect(await decideApproval(bruno, approval, isApproved, key)).toEqual(refused("key_reused"));
  });

  test("that decides, all at one moment, acts once", async () => {
    const { id, approval } = await asked();
    const key = randomUUID();
    const all = await Promise.all(Array.from({ length: 8 }, () => decideApproval(clara, approval, true, key)));
    for (const each of all) expect(each).toEqual(all[0]);
    expect(all[0]).toMatchObject({ ok: true });
    expect(await creditNow(id)).toMatchObject({ moves: 1 });
  });

  test("that decided something else is refused", async () => {
    const [one, other] = [await asked(), await asked()];
    const key = randomUUID();
    await decideApproval(clara, one.approval, true, key);
    expect(await decideApproval(clara, other.approval, true, key)).toEqual(refused("key_reused"));
    expect((await approvalOf(other.approval))?.status).toBe("pending");
  });
});
