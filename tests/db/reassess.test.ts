import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { reassess } from "#db/move/reassess";
import { moveBatch } from "#db/move/reassess/batch";
import { followOne, listLoose } from "#db/move/reassess/loose-ends";
import { checkHistory } from "#db/read/history-check";
import { previewRules } from "#db/read/rule-preview";
import { findSight } from "#db/read/rules";
import { customers } from "#db/schema/customer";
import { history } from "#db/schema/history";
import { transitions } from "#db/schema/transition";
import { addDays } from "#lib/domain/day";
import { defaultRules, type Rules } from "#lib/domain/rules";
import { seedPeople } from "#tests/db/lists";
import { addAccount, addCredit, addCustomer, addOffer, addPromise, statusOf } from "#tests/db/portfolio";
import { addOddPeople, askedOneByOne, broken, everyone, inForce, inherited, late } from "#tests/db/standing";

beforeAll(async () => {
  await seedPeople(600);
  await addOddPeople();
});

describe("the re-assessment", () => {
  const strict: Rules = { ...defaultRules, requirements: [], blockAfterDays: 40, disableAfterDays: 10, suspendGraceDays: 20 };

  test("moves as many as the preview said, each with its transition and its history, and nobody twice", async () => {
    await inForce(strict);
    const expected = await previewRules(strict);
    expect(expected["customer.register"]).toBeGreaterThan(3);
    expect(expected["customer.block"]).toBeGreaterThan(5);
    const before = { transitions: await db.$count(transitions), history: await db.$count(history) };
    const { moved, left } = await reassess();
    expect(moved).toMatchObject(expected);
    const total = Object.values(moved).reduce((sum, count) => sum + count, 0);
    expect(await db.$count(transitions)).toBe(before.transitions + total);
    expect(await db.$count(history)).toBe(before.history + total);
    expect(left).toBe(0);
    expect(await reassess()).toEqual({ moved: {}, left: 0 });
    expect(await previewRules(strict)).toEqual({});
    expect(await askedOneByOne(strict)).toEqual({});
    expect((await checkHistory(db, [])).findings).toEqual([]);
  });

  test("that was interrupted comes to the same when run again", async () => {
    const stricter: Rules = { ...strict, blockAfterDays: 11 };
    await inForce(stricter);
    const { "customer.block": expected = 0, ...others } = await previewRules(stricter);
    expect(others).toEqual({});
    const first = await moveBatch((await everyone()).slice(0, 300));
    expect(first.done.length).toBeGreaterThan(0);
    const { moved } = await reassess();
    expect(moved["customer.block"]).toBeGreaterThan(0);
    expect(first.done.length + (moved["customer.block"] ?? 0)).toBe(expected);
  });

  test("leaves to others whom they are changing, and takes them the next time", async () => {
    const { id, code } = await addCustomer({ status: "disabled" });
    await db.transaction(async (tx) => {
      await tx.execute(sql`select from customers where id = ${id} for no key update`);
      expect(await moveBatch([id])).toEqual({ done: [], left: [id] });
    });
    expect(await statusOf("customer", code)).toBe("disabled");
    expect((await reassess()).moved).toEqual({ "customer.enable": 1 });
    expect(await statusOf("customer", code)).toBe("enabled");
  });

  test("follows credits, promises and accounts as a move of theirs would", async () => {
    const offer = await addOffer({ toleranceMinor: 100n });
    const owing = await addCustomer({ status: "disabled" });
    const credit = await addCredit(owing.id, { offerId: offer.id, outstanding: 50n, daysPastDue: 50, delinquentDays: 50 });
    const promise = await addPromise(owing.id, { creditId: credit.id, dueOn: "2026-01-01" });
    const account = await addAccount(owing.id, { minimumUnmet: 1_000n, minimumDueOn: "2026-01-01" });
    expect(await reassess()).toEqual({
      moved: { "credit.settle": 1, "promise.break": 1, "account.suspend": 1, "customer.enable": 1 },
      left: 0,
    });
    expect(await statusOf("credit", credit.code)).toBe("paid");
    expect(await statusOf("promise", promise.code)).toBe("broken");
    expect(await statusOf("account", account.code)).toBe("suspended");
    const rows = await db.select().from(history).where(eq(history.customer, owing.code)).orderBy(history.id);
    expect(rows.map(({ action, subject }) => [action, subject])).toEqual([
      ["credit.settle", "system"],
      ["promise.break", "system"],
      ["account.suspend", "system"],
      ["customer.enable", "system"],
    ]);
  });
});

test.each([
  [0, false],
  [1, true],
])("of a promise whose day was %i days ago something follows: %s", async (ago, isLoose) => {
  const { id } = await addCustomer();
  const { id: creditId } = await addCredit(id);
  await addPromise(id, { creditId, dueOn: addDays((await findSight(db)).businessDate, -ago) });
  expect((await listLoose()).includes(id)).toBe(isLoose);
});

describe("in bulk a customer is moved as one alone would be", () => {
  const complete = { ...full(), status: "unregistered" as const };
  const twins: [string, () => Promise<{ id: string; code: string }>][] = [
    ["registered", () => addCustomer({ ...complete, email: null })],
    ["registered, and disabled at once", async () => broken(await addCustomer(complete), false)],
    ["disabled for a violation", async () => broken(await addCustomer(), false)],
    ["blocked for fraud", async () => broken(await addCustomer(), true)],
    ["disabled for arrears", async () => late(await addCustomer(), 12)],
    ["disabled for what a credit inherited", async () => inherited(await addCustomer())],
    ["blocked for arrears", async () => late(await addCustomer({ status: "disabled" }), 95)],
    ["enabled when cured", () => addCustomer({ status: "disabled" })],
    ["left, being held", () => addCustomer({ status: "disabled", heldAt: "2026-01-05T10:00:00Z" })],
  ];

  test.each(twins)("%s", async (_, make) => {
    await inForce({ ...defaultRules, requirements: ["names", "phone"] });
    const [one, other] = [await make(), await make()];
    const alone = await followOne(one.id);
    const inBulk = (await moveBatch([other.id])).done;
    expect(await seen(other, inBulk)).toEqual(await seen(one, alone));
  });
});

async function seen({ id, code }: { id: string; code: string }, done: { code: string }[]) {
  const [row] = await db.select().from(customers).where(eq(customers.id, id));
  const rows = await db.select().from(history).where(eq(history.record, code)).orderBy(history.id);
  const moves = await db.select().from(transitions).where(eq(transitions.record, id)).orderBy(transitions.seq);
  const text = JSON.stringify({
    done,
    row: row && [row.status, row.moves, row.heldAt === null, row.registeredAt === null, row.activeCredits],
    moves: moves.map(({ seq, event, from, to }) => ({ seq, event, from, to })),
    rows: rows.map(({ subject, email, ip, role, action, module, details }) => ({
      subject,
      email,
      ip,
      role,
      action,
      module,
      details,
    })),
  });
  const credit = (await db.execute<{ code: string }>(sql`select code from credits where customer_id = ${id}`)).rows[0]?.code;
  return JSON.parse(text.replaceAll(code, "C").replaceAll(credit ?? "none", "K"));
}

function full() {
  const moment = "2026-01-05T10:00:00Z";
  return { phone: "+573001112233", dataAcceptedAt: moment, activatedAt: moment };
}
