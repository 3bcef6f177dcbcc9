import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { moveByToken } from "#db/move/by-token";
import { checkHistory } from "#db/read/history-check";
import { listTimeline } from "#db/read/timeline";
import { history } from "#db/schema/history";
import { transitions } from "#db/schema/transition";
import { type CardEvent, cardMachine, cardStatuses } from "#lib/domain/card";
import { edgesOf, eventsOf } from "#lib/domain/machine";
import { scopes } from "#lib/domain/token";
import { useRules } from "#tests/db/moving";
import { addCard, sofia, statusOf } from "#tests/db/portfolio";
import { addWallet } from "#tests/db/purchases";
import { addToken, call, callerOf, rulesIn } from "#tests/db/token";

beforeEach(() => useRules());

const lastDeed = async () => (await db.select().from(history).orderBy(desc(history.id)).limit(1))[0] ?? expect.fail();

test("every event that a service may do moves a card from where its machine says, and from nowhere else", async () => {
  const { account } = await addWallet();
  const app = await callerOf(await addToken({ calls: "6000" }));
  const made: string[] = [];
  for (const event of eventsOf(cardMachine))
    for (const status of cardStatuses) {
      const { code } = await addCard(account.id, { status, lastFour: `${1000 + made.length}` });
      const outcome = await call(app, code, event);
      if (outcome.ok) made.push(`${event}: ${status} → ${await statusOf("card", code)}`);
      else {
        expect(rulesIn(outcome)).toEqual([scopes.includes(`card.${event}`) ? "status" : "operators_only"]);
        expect(await statusOf("card", code)).toBe(status);
      }
    }
  const legal = edgesOf(cardMachine).filter(({ event }) => cardMachine.events[event].by.service === true);
  expect(made).toEqual(legal.map(({ event, from, to }) => `${event}: ${from} → ${to}`));
  expect(scopes).toEqual(["card.activate", "card.block", "card.unblock", "card.report_lost", "card.report_stolen"]);
});

test("its transition, and its history as the service's with the token's name, the comment under the customer's key", async () => {
  const { card, customer } = await addWallet();
  const token = await addToken({ name: "Holder app" });
  const app = await callerOf(token);
  const said = { code: card.code, event: "block", reason: "other", comment: "Lo dejó en un taxi" } as const;
  expect(await moveByToken(app, said, "k")).toEqual({
    ok: true,
    done: [{ entity: "card", code: card.code, customer: customer.code, event: "block", from: "active", to: "blocked" }],
  });
  expect(await db.select().from(transitions).where(eq(transitions.record, card.id))).toMatchObject([{ seq: 1, event: "block" }]);
  const entry = await lastDeed();
  expect(entry).toMatchObject({
    ...{ subject: app.subject, email: `service: Holder app (${token.prefix})`, role: null, ip: "10.0.0.9" },
    ...{ action: "card.block", module: "cards", record: card.code, customer: customer.code },
    details: { from: "active", to: "blocked", reason: "other" },
  });
  expect(JSON.stringify(entry.details)).not.toContain("taxi");
  const { entries } = await listTimeline(sofia, { record: card.code });
  expect(entries[0]).toMatchObject({ isSystem: false, sealed: { state: "open", words: { comment: "Lo dejó en un taxi" } } });
  expect((await checkHistory(db, [])).findings).toEqual([]);
});

describe("is refused, and nothing is changed,", () => {
  test.each<[string, Parameters<typeof moveByToken>[1], string[]]>([
    ["without a reason", { code: "", event: "block" }, ["reason_missing"]],
    ["with a reason of another event", { code: "", event: "block", reason: "first_use" }, ["reason_unknown"]],
    ["with a name of JavaScript's", { code: "", event: "block", reason: "__proto__" }, ["reason_unknown"]],
    ["with another reason and no comment", { code: "", event: "block", reason: "other" }, ["comment_missing"]],
    [
      "with a comment without an end",
      { code: "", event: "block", reason: "other", comment: "x".repeat(1_001) },
      ["comment_too_long"],
    ],
    ["of no card", { code: "D-222222", event: "block", reason: "holder_request" }, ["unknown"]],
  ])("%s", async (_, asked, rules) => {
    const { card } = await addWallet();
    const app = await callerOf(await addToken());
    const outcome = await moveByToken(app, { ...asked, code: asked.code || card.code }, randomUUID());
    expect(rulesIn(outcome)).toEqual(rules);
    expect(await statusOf("card", card.code)).toBe("active");
  });

  test.each<[string, CardEvent, string]>([
    ["outside the token's scopes", "report_lost", "scope"],
    ["when only operators do it", "suspend", "operators_only"],
  ])("%s, which the history says", async (_, event, rule) => {
    const { card, customer } = await addWallet();
    const app = await callerOf(await addToken({ scopes: ["card.block"] }));
    expect(rulesIn(await call(app, card.code, event))).toEqual([rule]);
    expect(await lastDeed()).toMatchObject({
      ...{ action: "permission.refused", module: "cards", record: card.code, customer: customer.code },
      ...{ email: app.email, details: { event } },
    });
    expect(await statusOf("card", card.code)).toBe("active");
  });

  test("when a second operator has to approve it here", async () => {
    await useRules({ fourEyes: ["card.block"] });
    const { card } = await addWallet();
    const app = await callerOf(await addToken());
    expect(rulesIn(await call(app, card.code, "block"))).toEqual(["four_eyes"]);
    expect(await statusOf("card", card.code)).toBe("active");
    expect(await call(app, card.code, "report_lost")).toMatchObject({ ok: true });
  });

  test("while its account is suspended, as an operator is", async () => {
    const { card } = await addWallet({ account: { status: "suspended" }, card: { status: "default" } });
    expect(rulesIn(await call(await callerOf(await addToken()), card.code, "activate"))).toEqual(["account_active"]);
  });
});

describe("a key", () => {
  test("acts once and is answered the same, at once and later, whatever has become of the card", async () => {
    const { card } = await addWallet();
    const app = await callerOf(await addToken());
    const all = await Promise.all(Array.from({ length: 12 }, () => call(app, card.code, "block", "one")));
    for (const each of all) expect(each).toEqual(all[0]);
    expect(all[0]).toMatchObject({ ok: true });
    expect(await call(app, card.code, "unblock", "two")).toMatchObject({ ok: true });
    expect(await call(app, card.code, "block", "one")).toEqual(all[0]);
    expect(await statusOf("card", card.code)).toBe("active");
    expect(await db.$count(transitions, eq(transitions.record, card.id))).toBe(2);
  });

  test("of another call is refused, of another token is another key", async () => {
    const [one, two] = [await addWallet(), await addWallet()];
    const [app, other] = [await callerOf(await addToken()), await callerOf(await addToken())];
    expect(await call(app, one.card.code, "block", "same")).toMatchObject({ ok: true });
    expect(rulesIn(await call(app, two.card.code, "block", "same"))).toEqual(["key_reused"]);
    expect(rulesIn(await call(app, one.card.code, "report_lost", "same"))).toEqual(["key_reused"]);
    expect(await statusOf("card", one.card.code)).toBe("blocked");
    expect(await call(other, two.card.code, "block", "same")).toMatchObject({ ok: true });
  });

  test("of what was refused may be used again", async () => {
    const { card } = await addWallet();
    const app = await callerOf(await addToken());
    expect(rulesIn(await call(app, card.code, "unblock", "again"))).toEqual(["status"]);
    await call(app, card.code, "block");
    expect(await call(app, card.code, "unblock", "again")).toMatchObject({ ok: true });
  });
});

test("of two apps that move one card at a moment one does, and the other is told", async () => {
  const { card } = await addWallet();
  const app = await callerOf(await addToken());
  const events = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? "block" : "report_lost") as CardEvent);
  const all = await Promise.all(events.map((event) => call(app, card.code, event)));
  const done = all.filter(({ ok }) => ok).length;
  expect(await db.$count(transitions, eq(transitions.record, card.id))).toBe(done);
  for (const each of all) if (!each.ok) expect(rulesIn(each)).toEqual(["status"]);
});
