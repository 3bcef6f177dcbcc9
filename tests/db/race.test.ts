import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, transaction } from "#db/client";
import { move } from "#db/move";
import { openMoving } from "#db/move/open";
import type { Outcome } from "#db/move/order";
import { findMoved } from "#db/move/record";
import { notes } from "#db/schema/note";
import { decideApproval } from "#db/write/approval";
import type { Actor } from "#lib/domain/actor";
import type { Entity } from "#lib/domain/machines";
import { addLent, expectCounts, useRules } from "#tests/db/moving";
import { addAccount, addCard, addCustomer, addPrePayment, bruno, clara, moveNow, sofia } from "#tests/db/portfolio";
import { expectChained, expectWhole, type It, times } from "#tests/db/whole";

beforeAll(() => useRules({ overpaymentLimitMinor: 1_000_000n }));

type Words = { reason?: string; amountMinor?: bigint };

/** Fifty at one moment, each from a page that shows the record as it is now. */
async function fifty(who: (at: number) => Actor, [entity, code]: It, events: [event: string, said: Words][]) {
  const { moves } = (await findMoved(db, entity, code)) ?? expect.fail(`no ${code}`);
  return Promise.all(
    times(50, (at) => {
      const [event, said] = events[at % events.length] ?? expect.fail();
      return move(who(at), { entity, code, event, moves, ...said }, randomUUID());
    }),
  );
}

test.each<[entity: Entity, events: [string, Words][], back: Record<string, [event: string, reason: string]>]>([
  [
    "customer",
    [
      ["disable", { reason: "holder_request" }],
      ["block", { reason: "fraud" }],
    ],
    { disabled: ["enable", "mistake"], blocked: ["unblock", "mistake"] },
  ],
  [
    "card",
    [
      ["suspend", { reason: "risk_review" }],
      ["block", { reason: "holder_request" }],
    ],
    { suspended: ["resume", "review_closed"], blocked: ["unblock", "mistake"] },
  ],
])(
  "of fifty who move one %s at a moment one does, and the others are told, twenty times",
  async (entity, events, back) => {
    const { id, code: customer } = await addCustomer();
    const card = await addCard((await addAccount(id)).id, { status: "active" });
    const it: It = [entity, entity === "card" ? card.code : customer];
    for (let round = 0; round < 20; round++) {
      const outcomes = await fifty((at) => (at % 3 === 0 ? clara : sofia), it, events);
      const [won, ...others] = outcomes.filter((each) => each.ok && each.kind === "moved");
      expect(others).toEqual([]);
      const done = won?.ok && won.kind === "moved" ? won.done[0] : expect.fail("nobody won");
      const change = {
        email: expect.stringMatching(/^(clara|sofia)@/),
        at: expect.any(String),
        event: done?.event,
        to: done?.to,
      };
      const lost = outcomes.filter(({ ok }) => !ok);
      for (const each of lost) expect(each).toEqual({ ok: false, kind: "changed", change });
      expect(lost).toHaveLength(49);
      const [event, reason] = back[done?.to ?? ""] ?? expect.fail(`no way back from ${done?.to}`);
      expect(await moveNow(sofia, ...it, event, { reason })).toMatchObject({ ok: true });
    }
    await expectWhole(it);
    await expectChained();
  },
  120_000,
);

test("money that fifty confirm at a moment is taken once", async () => {
  const { id: customerId } = await addCustomer();
  const credit = await addLent(customerId, { amount: 500n, outstanding: 500n });
  for (let round = 0; round < 5; round++) {
    const it: It = ["pre_payment", (await addPrePayment(customerId, { creditId: credit.id, amount: 7n })).code];
    const outcomes = await fifty((at) => (at % 2 === 0 ? bruno : sofia), it, [["confirm", {}]]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    await expectWhole(it);
  }
  const { rows } = await db.execute(sql`select sum(amount_minor)::int as paid from payments where credit_id = ${credit.id}`);
  expect(rows).toEqual([{ paid: 35 }]);
});

test("who moves all that one customer has, in whichever order, never waits for ever, and loses nothing", async () => {
  const { id: customerId, code: customer } = await addCustomer();
  const account = await addAccount(customerId);
  const credit = await addLent(customerId, { accountId: account.id, amount: 5_000n, outstanding: 5_000n });
  const cards = await Promise.all(times(2, () => addCard(account.id, { status: "active" })));
  const announced = await Promise.all(times(60, () => addPrePayment(customerId, { accountId: account.id, amount: 3n })));
  const walks: [It, event: string, said: Words][] = [
    [["customer", customer], "disable", { reason: "holder_request" }],
    [["credit", credit.code], "dispute", { reason: "duplicate", amountMinor: 5n }],
    [["account", account.code], "suspend", { reason: "holder_request" }],
    ...cards.map(({ code }): [It, string, Words] => [["card", code], "suspend", { reason: "risk_review" }]),
    [["customer", customer], "enable", { reason: "mistake" }],
    [["credit", credit.code], "lose_dispute", {}],
    [["account", account.code], "reinstate", { reason: "mistake" }],
    ...cards.map(({ code }): [It, string, Words] => [["card", code], "resume", { reason: "review_closed" }]),
  ];
  const walk = async (at: number): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const [it, event, said] of at % 2 === 0 ? walks : walks.toReversed()) {
      outcomes.push(await moveNow(at % 3 === 0 ? bruno : sofia, ...it, event, said));
      const payment = announced.pop();
      if (payment !== undefined) outcomes.push(await moveNow(bruno, "pre_payment", payment.code, "confirm"));
    }
    return outcomes;
  };
  const outcomes = (await Promise.all(times(24, walk))).flat();
  expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(10);
  for (const each of outcomes) expect(each.ok || each.kind === "changed" || each.kind === "refused").toBe(true);
  const all: It[] = [...walks.slice(0, 5).map(([it]) => it)];
  for (const it of all) await expectWhole(it);
  await expectCounts();
  await expectChained();
}, 60_000);

test("approving, declining, paying and disputing at one moment leaves one truth", async () => {
  for (let round = 0; round < 10; round++) {
    const { id: customerId, code: customer } = await addCustomer();
    const credit = await addLent(customerId, { amount: 500n, outstanding: 500n });
    const { code: money } = await addPrePayment(customerId, { creditId: credit.id, amount: 500n });
    const asked = await moveNow(sofia, "credit", credit.code, "cancel", { reason: "purchase_returned", amountMinor: 500n });
    const approval = asked.ok && asked.kind === "asked" ? asked.approval : expect.fail("nobody has to approve it");
    await Promise.all([
      decideApproval(clara, approval, true, randomUUID()),
      moveNow(bruno, "pre_payment", money, "confirm"),
      decideApproval(bruno, approval, false, randomUUID()),
      moveNow(bruno, "credit", credit.code, "dispute", { reason: "duplicate", amountMinor: 500n }),
      moveNow(bruno, "customer", customer, "disable", { reason: "holder_request" }),
    ]);
    const all: It[] = [
      ["credit", credit.code],
      ["pre_payment", money],
      ["customer", customer],
    ];
    for (const it of all) await expectWhole(it);
  }
  await expectCounts();
  await expectChained();
});

test("who refers to a record does not wait for who moves it", async () => {
  const { id: customerId, code } = await addCustomer();
  await transaction(async (tx) => {
    const moving = await openMoving(tx, bruno);
    await moving.step("customer", code, "disable", { reason: "holder_request", by: { kind: "operator", role: "business" } });
    await Promise.all(moving.writes);
    await db.transaction(async (other) => {
      await other.execute(sql`set local lock_timeout = 500`);
      await other.insert(notes).values({ customerId, email: "ana@demo.example", words: Buffer.of(1) });
    });
  });
});
