import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { history } from "#db/schema/history";
import { record } from "#db/write/history";

const ana = { subject: "ana", email: "ana@demo.example", name: "Ana", role: "business", ip: "10.0.0.7" } as const;

beforeAll(async () => {
  await record(db, ana, { action: "export.started", module: "customers", details: { filter: "status=enabled" } });
  await record(db, ana, { action: "customer.disable", module: "customers", record: "C-7F3K2M", details: {} });
});

test("a deed stands there with who did it, from where, and when", async () => {
  const rows = await db.select().from(history).orderBy(history.id);
  const who = { subject: "ana", email: "ana@demo.example", role: "business", ip: "10.0.0.7", at: expect.any(String) };
  expect(rows).toMatchObject([
    { ...who, action: "export.started", module: "customers", record: null, details: { filter: "status=enabled" } },
    { ...who, action: "customer.disable", module: "customers", record: "C-7F3K2M", details: {} },
  ]);
});

test("a deed of a transaction taken back was never done", async () => {
  const taken = db.transaction(async (tx) => {
    await record(tx, ana, { action: "export.started", module: "customers", details: {} });
    tx.rollback();
  });
  await expect(taken).rejects.toThrow();
  expect(await db.$count(history)).toBe(2);
});

describe("whoever would rewrite it is refused", () => {
  test.each([
    ["update", sql`update history set email = 'x'`],
    ["update", sql`update history set details = details where false or true`],
    ["delete", sql`delete from history`],
    ["delete", sql`delete from history where id = (select min(id) from history)`],
    ["truncate", sql`truncate history`],
    ["delete", sql`merge into history using (select 1) as one on true when matched then delete`],
  ])("%s", async (what, statement) => {
    const before = await db.select().from(history);
    await expect(db.execute(statement)).rejects.toMatchObject({
      cause: { message: `history is only ever added to: ${what} is refused` },
    });
    expect(await db.select().from(history)).toEqual(before);
  });
});
