import { randomUUID } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db, transaction } from "#db/client";
import { closeDays } from "#db/close-day";
import { requestClose } from "#db/close-day/begin";
import { takeTurn } from "#db/close-day/turn";
import { openMoving, openRecord } from "#db/move/open";
import { findStarter, findUnfinished, listDayCloses } from "#db/read/day-close";
import { dayCloses } from "#db/schema/day-close";
import { history } from "#db/schema/history";
import { projects } from "#db/schema/project";
import { addDays, type Day, dayAt } from "#lib/domain/day";
import { businessDate, by, close, grant, never } from "#tests/db/closing";
import { pay } from "#tests/db/moving";
import { bruno, clara, creditNow, sofia } from "#tests/db/portfolio";
import { untilSomebodyWaits } from "#tests/db/waiting";

const calendar = dayAt(new Date(), "America/Bogota");
const ask = (through: Day, actor = sofia, key: string = randomUUID()) =>
  requestClose(actor, { through, mayRunAhead: false }, key);
const asIs = (through?: Day) => closeDays({ by, through, mayRunAhead: false, stopping: never });
const days = async () => (await db.select({ day: dayCloses.day }).from(dayCloses).orderBy(dayCloses.day)).map(({ day }) => day);

beforeEach(async () => {
  await db.delete(dayCloses);
  await db.update(projects).set({ businessDate: addDays(calendar, -3) });
});

describe("one at a time", () => {
  test("of two at once one closes, and the other is told that it runs already", async () => {
    const both = await Promise.all([asIs(), asIs()]);
    expect(both.map(({ because }) => because).toSorted()).toEqual(["running", undefined]);
    expect(await days()).toEqual([addDays(calendar, -3)]);
  });

  test("whoever has the right to close keeps others from it until it is given back", async () => {
    const turn = await takeTurn();
    expect(await takeTurn()).toBeUndefined();
    expect(await asIs()).toEqual({ closed: [], because: "running" });
    expect(await ask(calendar)).toEqual({ ok: false, fault: "running" });
    await turn?.end();
    expect(await asIs()).toMatchObject({ closed: [{ day: addDays(calendar, -3) }] });
  });

  test("a role that may not close begins none, and leaves its trace", async () => {
    expect(await ask(calendar, bruno)).toEqual({ ok: false, fault: "permission" });
    expect(await days()).toEqual([]);
    const [last] = await db.select().from(history).orderBy(desc(history.id)).limit(1);
    const refused = {
      email: bruno.email,
      action: "permission.refused",
      module: "close-day",
      details: { permission: "day:close" },
    };
    expect(last).toMatchObject(refused);
  });

  test("a form that was refused is refused again, not taken for one that was done", async () => {
    const key = randomUUID();
    const tooLate = addDays(calendar, 1);
    const refused = await ask(tooLate, sofia, key);
    expect(refused).toMatchObject({ ok: false });
    expect(await ask(tooLate, sofia, key)).toEqual(refused);
  });

  test("two forms at once begin one close, which one process then ends; its page says so meanwhile", async () => {
    const key = randomUUID();
    const asked = await Promise.all([ask(calendar, sofia, key), ask(calendar, sofia, key), ask(calendar, clara)]);
    expect(asked.every(({ ok }) => ok)).toBe(true);
    expect(asked.filter((each) => each.ok && each.isNew)).toHaveLength(2);
    expect(await ask(addDays(calendar, -1), sofia, key)).toEqual({ ok: false, fault: "key_reused" });
    expect(await days()).toEqual([addDays(calendar, -3)]);
    expect(await findUnfinished()).toEqual({ day: addDays(calendar, -3) });
    expect(await listDayCloses()).toMatchObject([{ isRunning: true, finishedAt: null, seconds: null }]);
    await db.update(dayCloses).set({ takenUpAt: sql`now() - interval '1 minute'` });
    expect(await listDayCloses()).toMatchObject([{ isRunning: false }]);
    expect(await asIs(calendar)).toMatchObject({ closed: { length: 4 } });
    expect(await findUnfinished()).toBeUndefined();
    expect(await findStarter()).toEqual(by);
  });
});

test("who asks while another begins a close waits, and takes up the same one", async () => {
  const day = addDays(calendar, -3);
  let asking: ReturnType<typeof ask> | undefined;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select from projects for update`);
    await tx.insert(dayCloses).values({ day, ...by });
    await tx.update(projects).set({ businessDate: addDays(day, 1) });
    asking = ask(calendar, clara);
    await untilSomebodyWaits();
  });
  expect(await asking).toEqual({ ok: true, isNew: true });
  expect(await days()).toEqual([day]);
});

describe("never twice, never skipped", () => {
  test("every day follows on the one before", async () => {
    await asIs();
    await asIs(addDays(calendar, -1));
    await asIs();
    expect(await days()).toEqual([-3, -2, -1, 0].map((each) => addDays(calendar, each)));
    expect(await businessDate()).toBe(addDays(calendar, 1));
  });

  test("a day that is closed is refused, and one that is still to come unless it is wanted so", async () => {
    expect(await asIs(addDays(calendar, -4))).toEqual({ closed: [], because: "closed_already" });
    expect(await asIs(addDays(calendar, 1))).toEqual({ closed: [], because: "ahead" });
    expect(await ask(addDays(calendar, 1))).toEqual({ ok: false, fault: "ahead" });
    expect(await ask(addDays(calendar, -4))).toEqual({ ok: false, fault: "closed_already" });
    expect(await close(addDays(calendar, 400))).toEqual({ closed: [], because: "too_many" });
    expect(await days()).toEqual([]);
    await asIs(calendar);
    expect(await asIs()).toEqual({ closed: [], because: "ahead" });
    expect(await close()).toMatchObject({ closed: [{ day: addDays(calendar, 1) }] });
  });

  test("the database holds no day twice, and no two that are unfinished", async () => {
    await asIs();
    const [last] = await db.select().from(dayCloses).orderBy(desc(dayCloses.day)).limit(1);
    const row = { ...last, day: last?.day ?? "", subject: "x", email: "x" };
    await expect(db.insert(dayCloses).values(row)).rejects.toThrow();
    const unfinished = { ...row, finishedAt: null };
    await db.insert(dayCloses).values({ ...unfinished, day: "2020-01-01" });
    await expect(db.insert(dayCloses).values({ ...unfinished, day: "2020-01-02" })).rejects.toThrow();
  });
});

test.each(["customer", "credit"] as const)("the date does not turn while anybody moves a %s", async (entity) => {
  const date = await businessDate();
  const credit = await grant();
  let closing: ReturnType<typeof asIs> | undefined;
  await transaction(async (tx) => {
    await openRecord(tx, sofia, entity, entity === "credit" ? credit.code : credit.customer);
    closing = asIs();
    await untilSomebodyWaits();
    expect(await businessDate()).toBe(date);
  });
  expect(await closing).toMatchObject({ closed: [{ day: date }] });
});

test("the date turns only when nobody moves anything by it, so that nothing is written by the day before", async () => {
  const date = await businessDate();
  const { id, customerId } = await grant({}, { disburseOn: addDays(date, -6) });
  let closing: ReturnType<typeof asIs> | undefined;
  await transaction(async (tx) => {
    expect((await openMoving(tx, undefined)).businessDate).toBe(date);
    closing = asIs();
    await untilSomebodyWaits();
    expect(await businessDate()).toBe(date);
  });
  await closing;
  expect(await businessDate()).toBe(addDays(date, 1));
  // Payments that come while days are closed are posted as of whichever day it is then.
  await Promise.all([close(addDays(date, 9)), ...[1, 2, 3, 4].map(() => pay(customerId, { creditId: id }, 10_00n))]);
  expect(await creditNow(id)).toMatchObject({ outstanding: 1_160_00n, pastDueSince: addDays(date, 1), daysPastDue: 9 });
});
