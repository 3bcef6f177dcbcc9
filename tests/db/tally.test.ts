import { sql } from "drizzle-orm";
import type pg from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { customerList } from "#app/customers/list";
import { db, pool } from "#db/client";
import { countAll } from "#db/list/total";
import { customers } from "#db/schema/customer";
import { statusTally } from "#db/schema/status-tally";
import { customerStatuses } from "#lib/domain/customer";

// The tally counts whatever changes; what else guards a status is tried elsewhere.
beforeAll(async () => {
  for (const guard of ["customers_move", "customers_stay"])
    await db.execute(sql`alter table customers disable trigger ${sql.identifier(guard)}`);
});
beforeEach(async () => db.execute(sql`truncate customers cascade`));

async function counted(): Promise<Record<string, number>> {
  const { rows } = await db.execute<{ status: string; records: number }>(
    sql`select status, count(*)::int as records from customers group by status order by status`,
  );
  return Object.fromEntries(rows.map(({ status, records }) => [status, records]));
}

async function tallied(): Promise<Record<string, number>> {
  const { rows } = await db.execute<{ status: string; records: number }>(
    sql`select status, sum(records)::int as records from status_tally where entity = 'customer' group by status having sum(records) <> 0 order by status`,
  );
  return Object.fromEntries(rows.map(({ status, records }) => [status, records]));
}

/** Statements that change many, one or no customers; the number picks whom. */
const changes = [
  (n: number) =>
    sql`insert into customers (status, registered_at) select ${customerStatuses[n % 5] ?? ""}, now() from generate_series(1, ${1 + (n % 7)}::int)`,
  (n: number) =>
    sql`update customers set status = ${customerStatuses[n % 5] ?? ""}, registered_at = now() where number % 3 = ${n % 3}`,
  (n: number) => sql`update customers set first_name = 'Ana' where number % 5 = ${n % 5}`,
  (n: number) => sql`delete from customers where number % 11 = ${n % 11}`,
  () => sql`delete from customers where false`,
  (n: number) =>
    sql`insert into customers (external_id) values (${`E-${n % 4}`}) on conflict (external_id) do update set status = 'deleted'`,
  (n: number) => sql`merge into customers using (select ${`E-${n % 4}`} as key) as one on external_id = key
    when matched then delete when not matched then insert (external_id) values (key)`,
];
const change = (n: number) => changes[n % changes.length]?.(n) ?? sql`select`;

describe("the sum is the count, by status", () => {
  test("after each change", async () => {
    for (let n = 0; n < 60; n++) {
      await db.execute(change(n * 17 + 3));
      expect(await tallied(), `after change ${n}`).toEqual(await counted());
    }
  });

  test("after changes in transactions of which some are taken back", async () => {
    for (let n = 0; n < 20; n++) {
      const taken = db.transaction(async (tx) => {
        for (let step = 0; step < 4; step++) await tx.execute(change(n * 7 + step));
        if (n % 2 === 0) tx.rollback();
      });
      await taken.catch(() => undefined);
    }
    expect(await tallied()).toEqual(await counted());
  });

  test("after eight who write at once", async () => {
    const own = [0, 1, 2, 3, 4, 5, 6, 7].map(async (writer) => {
      for (let n = 0; n < 40; n++) {
        const status = customerStatuses[(writer + n) % 5] ?? "";
        await db.execute(
          sql`insert into customers (status, registered_at, first_name) values (${status}, now(), ${`W${writer}`})`,
        );
        if (n % 3 === 0)
          await db.execute(sql`update customers set status = 'blocked' where first_name = ${`W${writer}`} and number % 2 = 0`);
        if (n % 5 === 0) await db.execute(sql`delete from customers where first_name = ${`W${writer}`} and number % 7 = 0`);
      }
    });
    await Promise.all(own);
    expect(await tallied()).toEqual(await counted());
    const registered = Object.entries(await counted()).filter(([status]) => customerList.statuses.includes(status));
    expect(await countAll(customerList)).toBe(registered.reduce((sum, [, records]) => sum + records, 0));
  });

  test("after all are gone at a stroke", async () => {
    await db.insert(customers).values([{ firstName: "Ana" }]);
    await db.execute(sql`truncate customers cascade`);
    expect(await tallied()).toEqual({});
    expect(await countAll(customerList)).toBe(0);
  });
});

describe("folding", () => {
  test("leaves a row for each status, and the same sums", async () => {
    await withFolder(async (folder) => {
      for (let n = 0; n < 10; n++) await db.insert(customers).values([{ firstName: "Ana" }, { status: "deleted" }]);
      await folder.query(foldNext);
      await folder.query("insert into customers default values");
      expect(await db.$count(statusTally)).toBe(2);
      expect(await tallied()).toEqual({ deleted: 10, unregistered: 11 });
    });
  });

  test("waits for no other writer, and leaves that one's rows to it", async () => {
    await withFolder(async (folder) => {
      await db.insert(customers).values([{ firstName: "Ana" }]);
      await db.transaction(async (tx) => {
        await tx.execute(sql`select from status_tally for update`);
        await tx.insert(customers).values([{ firstName: "Eva" }]);
        await folder.query("set statement_timeout = '2s'");
        await folder.query(foldNext);
        await folder.query("insert into customers default values");
      });
      expect(await tallied()).toEqual({ unregistered: 3 });
    });
  });
});

/** The first draw after it makes the trigger fold. */
let foldNext = "";
async function withFolder(run: (folder: pg.PoolClient) => Promise<void>) {
  const folder = await pool.connect();
  try {
    for (let seed = 0; foldNext === ""; seed++) {
      const { rows } = await folder.query(`select setseed(${seed / 1000}), random() < 0.02 as folds`);
      if (rows[0].folds) foldNext = `select setseed(${seed / 1000})`;
    }
    await run(folder);
  } finally {
    folder.release(true);
  }
}
