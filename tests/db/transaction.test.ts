import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db, leave, transaction } from "#db/client";
import { move } from "#db/move";
import { customers } from "#db/schema/customer";
import { useRules } from "#tests/db/moving";
import { addCustomer, sofia, statusOf } from "#tests/db/portfolio";

const nameOf = async (id: string) => (await db.select().from(customers).where(eq(customers.id, id)))[0]?.firstName;

afterEach(() => vi.restoreAllMocks());

test("what is left to the end is done with the rest", async () => {
  const { id } = await addCustomer({ firstName: "Ana" });
  await transaction(async (tx) => leave(tx, tx.update(customers).set({ firstName: "Eva" }).where(eq(customers.id, id))));
  expect(await nameOf(id)).toBe("Eva");
});

test("a write left to the end that fails undoes all, and of those behind it that fail with it none is told of", async () => {
  const { id } = await addCustomer({ firstName: "Ana" });
  const work = transaction(async (tx) => {
    await tx.update(customers).set({ firstName: "Eva" }).where(eq(customers.id, id));
    leave(tx, tx.execute(sql`select 1 / 0`), tx.execute(sql`select 1`), tx.execute(sql`select 2`));
  });
  await expect(work).rejects.toMatchObject({ cause: { code: "22012" } });
  expect(await nameOf(id)).toBe("Ana");
});

test("a transaction of which a statement failed that nobody waited for is not taken to be made", async () => {
  const { id } = await addCustomer({ firstName: "Ana" });
  const work = transaction(async (tx) => {
    await tx.update(customers).set({ firstName: "Eva" }).where(eq(customers.id, id));
    await tx.execute(sql`select 1 / 0`).catch(() => undefined);
  });
  await expect(work).rejects.toThrow("had failed");
  expect(await nameOf(id)).toBe("Ana");
});

test.each([
  ["", 0.5],
  [", old ones being forgotten besides", 0],
])("of the forms of many records that come at one moment under one key one acts, the others are refused%s", async (_, chance) => {
  vi.spyOn(Math, "random").mockReturnValue(chance);
  await useRules();
  const people = await Promise.all(Array.from({ length: 12 }, () => addCustomer()));
  const key = randomUUID();
  const order = { entity: "customer", event: "disable", moves: 0, reason: "holder_request" } as const;
  const outcomes = await Promise.all(people.map(({ code }) => move(sofia, { ...order, code }, key)));
  const refused = { ok: false, kind: "refused", refusals: [{ rule: "key_reused" }] };
  expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 11 }, () => refused));
  const statuses = await Promise.all(people.map(({ code }) => statusOf("customer", code)));
  expect(statuses.filter((status) => status === "disabled")).toHaveLength(1);
});
