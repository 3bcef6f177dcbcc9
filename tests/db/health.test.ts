import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { isReady } from "#db/read/health";

test("a migrated database is ready", async () => expect(await isReady()).toBe(true));

test("one that lacks the last migration is not, nor one without any", async () => {
  await db.execute(
    sql`delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`,
  );
  expect(await isReady()).toBe(false);
  await db.execute(sql`delete from drizzle.__drizzle_migrations`);
  expect(await isReady()).toBe(false);
});
