import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findMoves } from "#db/read/moves";
import { approvals } from "#db/schema/approval";
import { credits } from "#db/schema/credit";
import { unsealer } from "#db/write/seal";
import { approvalOf, asked, decide, refused } from "#tests/db/asking";
import { ask, entriesOf, lent, madeIn, pay, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, andres, bruno, carla, clara, creditNow, moveNow, sofia, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules());

const over = (approval: string) =>
  db.update(approvals).set({ expiresAt: sql`now() - interval '1 second'` }).where(eq(approvals.code, approval));
const actionsOf = async (code: string) => (await entriesOf(code)).map(({ email, action }) => `${email} ${action}`);

describe("what is asked for", () => {
  test("changes nothing yet, and is kept with what was said", async () => {
    const { id, code, customer, customerId, approval, said } = await asked();
    expect(await creditNow(id)).toMatchObject({ status: "active", moves: 0, outstanding: 500n });
    const kept = await approvalOf(approval);
    expect(kept).toMatchObject({
      ...{ status: "pending", entity: "credit", recordCode: code, event: "cancel", reason: said.reason },
      ...{ input: { amount: "500" }, askedEmail: "sofia@demo.example", askedRole: "super_admin", decidedBy: null },
    });
    expect(kept?.comment?.toString()).not.toContain("Ana");
    expect((await unsealer(db, customerId))(kept?.comment ?? Buffer.of())).toBe(said.comment);
    const details = { approval, event: "credit.cancel", reason: said.reason, amount: "minor:500" };
    const [entry] = await entriesOf(code);
    expect(entry).toMatchObject({
      email: "sofia@demo.example",
      action: "approval.asked",
      module: "approvals",
      customer,
      details,
    });
    expect((await unsealer(db, customerId))(entry?.sealed ?? Buffer.of())).toBe(JSON.stringify({ comment: said.comment }));
  });

  test("shows on the record, to the one who asked as theirs, and to who may decide it as the next to do", async () => {
    const { code, approval } = await asked();
    for (const [actor, isOwn, rules] of [
      [sofia, true, ["approval_pending"]],
      [clara, false, ["approval_above"]],
      [carla, false, ["permission", "approval_pending"]],
    ] as const) {
      const { pending, offers } = (await findMoves(actor, "credit", code)) ?? expect.fail();
      expect(pending).toMatchObject([{ code: approval, event: "cancel", askedEmail: "sofia@demo.example", isOwn }]);
      expect(offers.find(({ event }) => event === "cancel")?.refusals).toEqual(rules.map((rule) => ({ rule })));
    }
  });

  test("is the next to do for nobody while the record's status forbids it", async () => {
    const { code } = await asked();
    await moveNow(bruno, "credit", code, "dispute", { reason: "duplicate", amountMinor: 100n });
    for (const actor of [sofia, clara]) {
      const { offers } = (await findMoves(actor, "credit", code)) ?? expect.fail();
      expect(offers.find(({ event }) => event === "cancel")?.refusals).toMatchObject([{ rule: "status" }]);
    }
  });

  test("is of no amount where its event asks for none, whatever the form says", async () => {
    const { code } = await addAccount((await addCustomer()).id);
    const approval = await ask("account", code, "cancel", { reason: "deceased", typed: code, amountMinor: 12n });
    expect((await approvalOf(approval))?.input).toEqual({});
    expect((await entriesOf(code))[0]?.details).not.toHaveProperty("amount");
  });

  test("waits as many days as the project says", async () => {
    await useRules({ approvalDays: 7 });
    const { askedAt, expiresAt } = (await approvalOf((await asked()).approval)) ?? expect.fail();
    expect(Date.parse(expiresAt) - Date.parse(askedAt)).toBe(7 * 24 * 60 * 60 * 1000);
  });

  test("is not asked for twice, whoever asks", async () => {
    const { code, said } = await asked();
    for (const actor of [sofia, bruno])
      expect(await moveNow(actor, "credit", code, "cancel", said)).toEqual(refused("approval_pending"));
    expect(await db.select().from(approvals).where(eq(approvals.recordCode, code))).toHaveLength(1);
  });

  test("at the same moment is asked for once", async () => {
    const { code } = await lent();
    const said = { reason: "purchase_returned", amountMinor: 500n };
    const all = await Promise.all(Array.from({ length: 8 }, () => moveNow(sofia, "credit", code, "cancel", said)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    for (const each of all.filter(({ ok }) => !ok)) expect(each).toEqual(refused("approval_pending"));
  });
});

describe("it is refused", () => {
  test("to the one who asked", async () => {
    const { code, approval } = await asked();
    for (const isApproved of [true, false]) expect(await decide(sofia, approval, isApproved)).toEqual(refused("approval_own"));
    expect([await statusOf("credit", code), (await approvalOf(approval))?.status]).toEqual(["active", "pending"]);
  });

  test("to whoever may not do it, which the history keeps", async () => {
    const { code, approval } = await asked();
    for (const actor of [andres, carla])
      for (const isApproved of [true, false]) expect(await decide(actor, approval, isApproved)).toEqual(refused("permission"));
    expect((await approvalOf(approval))?.status).toBe("pending");
    expect((await entriesOf(code)).slice(1)).toMatchObject(
      ["andres", "andres", "carla", "carla"].map((subject) => ({
        ...{ subject, action: "permission.refused", module: "credits", details: { event: "cancel" } },
      })),
    );
  });

  test("when its facts have changed, and then waits on", async () => {
    const { id, code, approval, customerId } = await asked();
    await pay(customerId, { creditId: id }, 100n);
    const refusal = { rule: "nothing_outstanding", values: { outstanding: 400n, given: 500n } };
    expect(await decide(clara, approval)).toEqual({ ok: false, kind: "refused", refusals: [refusal] });
    expect([await statusOf("credit", code), (await approvalOf(approval))?.status]).toEqual(["active", "pending"]);
    expect(await decide(clara, approval, false)).toMatchObject({ ok: true });
  });

  test("when its record has left the state meanwhile", async () => {
    const { code, approval } = await asked();
    await moveNow(bruno, "credit", code, "dispute", { reason: "duplicate", amountMinor: 1n });
    expect(await decide(clara, approval)).toMatchObject({ kind: "refused", refusals: [{ rule: "status" }] });
    expect((await approvalOf(approval))?.status).toBe("pending");
  });

  test("when it was asked for in an earlier dispute than the one that is open", async () => {
    const { id, code } = await lent();
    const disputed = { reason: "duplicate", amountMinor: 400n };
    await moveNow(bruno, "credit", code, "dispute", disputed);
    const approval = await ask("credit", code, "win_dispute_in_part", { amountMinor: 300n });
    await moveNow(bruno, "credit", code, "lose_dispute");
    expect(await decide(clara, approval)).toMatchObject({ kind: "refused", refusals: [{ rule: "status" }] });
    await moveNow(bruno, "credit", code, "dispute", disputed);
    expect(await decide(clara, approval)).toEqual(refused("another_dispute"));
    expect(await creditNow(id)).toMatchObject({ status: "in_dispute", outstanding: 500n });
    expect(await decide(clara, approval, false)).toMatchObject({ ok: true });
    const again = await ask("credit", code, "win_dispute_in_part", { amountMinor: 300n });
    expect(madeIn(await decide(clara, again))).toEqual(["credit.win_dispute_in_part"]);
  });

  test("when nobody knows it", async () => {
    expect(await decide(clara, "V-AAAAAA")).toEqual({ ok: false, kind: "unknown" });
  });
});

describe("what is over", () => {
  test("is not decided any more, nor shown", async () => {
    const { code, approval } = await asked();
    await over(approval);
    for (const isApproved of [true, false]) expect(await decide(clara, approval, isApproved)).toEqual(refused("approval_over"));
    expect(await findMoves(clara, "credit", code)).toMatchObject({ pending: [] });
    expect(await statusOf("credit", code)).toBe("active");
  });

  test("may be asked for again, and then the history says that it was over", async () => {
    const { code, customer, approval, said } = await asked();
    await over(approval);
    const again = await ask("credit", code, "cancel", said);
    expect([(await approvalOf(approval))?.status, (await approvalOf(again))?.status]).toEqual(["expired", "pending"]);
    expect(await actionsOf(code)).toEqual([
      "sofia@demo.example approval.asked",
      "system approval.expired",
      "sofia@demo.example approval.asked",
    ]);
    const details = { approval, event: "credit.cancel" };
    expect((await entriesOf(code))[1]).toMatchObject({ subject: "system", role: null, customer, details });
    expect(madeIn(await decide(clara, again))).toEqual(["credit.cancel"]);
  });
});

describe("the project asks two for more", () => {
  beforeEach(() => useRules({ fourEyes: ["customer.block", "credit.cancel"] }));

  test("what one could do alone waits for another", async () => {
    const { code } = await addCustomer();
    const { offers } = (await findMoves(sofia, "customer", code)) ?? expect.fail();
    expect(offers.filter(({ needsApproval }) => needsApproval).map(({ event }) => event)).toEqual(["block", "delete"]);
    const approval = await ask("customer", code, "block", { reason: "fraud" });
    expect(await statusOf("customer", code)).toBe("enabled");
    expect(await decide(bruno, approval)).toEqual(refused("permission"));
    expect(madeIn(await decide(clara, approval))).toEqual(["customer.block"]);
  });

  test("a rule is not asked: what follows by itself follows", async () => {
    const { id, customer, customerId } = await lent({ daysPastDue: 99, delinquentDays: 99 });
    expect(madeIn((await pay(customerId, { creditId: id }, 1n)).outcome)).toEqual(["pre_payment.confirm", "customer.block"]);
    expect(await statusOf("customer", customer)).toBe("blocked");
  });

  test("a credit note of nothing stays one of nothing until it is approved", async () => {
    const { id, code } = await lent({ outstanding: 0n });
    const approval = await ask("credit", code, "cancel", { reason: "early_payoff" });
    await db.update(credits).set({ outstanding: 300n }).where(eq(credits.id, id));
    expect(await decide(clara, approval)).toMatchObject({
      refusals: [{ rule: "paid_or_noted", values: { outstanding: 300n } }],
    });
  });
});
