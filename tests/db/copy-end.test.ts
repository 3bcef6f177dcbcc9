import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import { customerList } from "#app/customers/list";
import { db, pool } from "#db/client";
import type { ListSpec } from "#db/list";
import { type CopyEnd, copyCsv } from "#db/list/copy";
import type { Query } from "#db/list/query";
import { asked, seedPeople } from "#tests/db/lists";

const labels = { headers: {}, values: {} };
const ends = vi.fn(async (_: CopyEnd) => undefined);

/** The customers with another value in place of their names. */
const listWith = (name: SQL): ListSpec => ({
  ...customerList,
  columns: { ...customerList.columns, name: { sql: name, kind: "name" } },
});
const long = listWith(sql`repeat('x', 10000)`);
const slow = listWith(sql`(select pg_sleep(60))::text`);
/** It fails near its end, at whoever is blocked and came first. */
const failing = listWith(
  sql`(1 / (number - (select number from customers where status = 'blocked' order by registered_at limit 1)))::text`,
);
const startCopy = (list: ListSpec, more: Partial<Query> = {}) => copyCsv(list, asked(list, "", more), labels, ends);

async function copyOf(list: ListSpec, more: Partial<Query> = {}) {
  const stream = await startCopy(list, more);
  if (stream === undefined) throw new Error("too many files at once");
  return stream;
}

beforeAll(async () => seedPeople(3000));
beforeEach(() => void ends.mockClear());

async function statementsRunning(): Promise<number> {
  const found = await db.execute(
    sql`select from pg_stat_activity where datname = current_database() and state = 'active' and query like 'copy (%'`,
  );
  return found.rowCount ?? 0;
}

/** Keeps the next file's statement from its session until it may arrive. */
function holdBackStatement(): () => void {
  let arrives: () => void = () => undefined;
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  vi.spyOn(pool, "connect").mockImplementationOnce(async () => {
    const client = await connect();
    const { query } = client;
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
    client.query = ((...asked: unknown[]) => {
      if (asked[0] instanceof Readable) {
        stream.cork();
        arrives = () => stream.uncork();
      }
      return query.apply(client, asked as never);
    }) as never;
    return client;
  });
  return () => arrives();
}

async function toItsEnd(reader: ReadableStreamDefaultReader) {
  while (!(await reader.read()).done);
}

/** Until it is so; long before a file that nobody reads, or that sleeps, would end by itself. */
const soon = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 10_000, interval: 20 });

/** No connection is out, and no file is being made. */
const everythingFree = () =>
  soon(async () => {
    expect(await statementsRunning()).toBe(0);
    expect(pool.totalCount - pool.idleCount).toBe(0);
  });

describe("a file read to its end", () => {
  test("arrives in chunks neither tiny nor whole, and frees the connection", async () => {
    const chunks: number[] = [];
    const reader = (await copyOf(long)).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value.length);
    expect(Math.max(...chunks)).toBeLessThan(1024 * 1024);
    expect(Math.min(...chunks.slice(1, -1))).toBeGreaterThanOrEqual(64 * 1024);
    expect(ends.mock.calls).toEqual([[{ isWhole: true, rows: expect.any(Number) }]]);
    await everythingFree();
  });

  test("leaves the next session its own time zone", async () => {
    await new Response(await copyOf(customerList, { timeZone: "Asia/Tokyo" })).text();
    const zones = await Promise.all(
      Array.from({ length: 5 }, () => db.execute<{ zone: string }>(sql`select current_setting('timezone') as zone`)),
    );
    expect(new Set(zones.map(({ rows }) => rows[0]?.zone))).toEqual(new Set(["UTC"]));
  });

  test("whose reader is slow waits for the reader", async () => {
    const reader = (await copyOf(long)).getReader();
    await reader.read();
    await pause(200);
    expect(await statementsRunning()).toBe(1);
    await reader.cancel();
    await everythingFree();
  });
});

describe("a file given up", () => {
  test.each([
    { when: "before its first row", list: slow, reads: 0 },
    { when: "at its first chunk", list: long, reads: 1 },
    { when: "on the way", list: long, reads: 20 },
  ])("$when ends its statement, and frees the connection", async ({ list, reads }) => {
    const reader = (await copyOf(list)).getReader();
    for (let read = 0; read < reads; read++) await reader.read();
    await soon(async () => expect(await statementsRunning()).toBe(1));
    const cancelled = reader.cancel();
    await everythingFree();
    await cancelled;
    expect(ends.mock.calls).toEqual([[{ isWhole: false }]]);
  });

  test("while its statement is on its way never begins it", async () => {
    const arrives = holdBackStatement();
    const stream = await copyOf(slow);
    const query: (...asked: unknown[]) => Promise<unknown> = pg.Client.prototype.query;
    const ending = vi.spyOn(pg.Client.prototype, "query") as unknown as MockInstance<typeof query>;
    ending.mockImplementationOnce(async function (this: unknown, ...asked) {
      const answer = await query.apply(this, asked);
      arrives();
      await pause(50);
      return answer;
    });
    await stream.cancel();
    ending.mockRestore();
    await everythingFree();
  });

  test("twice, or after its end, ends once", async () => {
    const stream = await copyOf(customerList);
    const reader = stream.getReader();
    await toItsEnd(reader);
    await reader.cancel();
    await reader.cancel();
    expect(ends).toHaveBeenCalledTimes(1);
  });

  test("with all that may be made at once frees them all, and others may be made", async () => {
    const streams: ReadableStream[] = [];
    for (let stream = await startCopy(slow); stream !== undefined; stream = await startCopy(slow)) streams.push(stream);
    expect(streams.length).toBeLessThan(pool.options.max ?? 0);
    await Promise.all(streams.map((stream) => stream.cancel()));
    expect(ends).toHaveBeenCalledTimes(streams.length);
    await everythingFree();
    await new Response(await copyOf(customerList)).text();
  });
});

describe("a file that fails", () => {
  test("in its statement ends with an error, and frees the connection", async () => {
    await expect(new Response(await copyOf(failing)).text()).rejects.toThrow("division by zero");
    await everythingFree();
    expect(ends.mock.calls).toEqual([[{ isWhole: false }]]);
  });

  test("for want of its connection ends with an error, and frees it", async () => {
    const reader = (await copyOf(long)).getReader();
    await reader.read();
    await db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'copy (%' and pid <> pg_backend_pid()`,
    );
    await expect(toItsEnd(reader)).rejects.toThrow();
    await everythingFree();
    expect(ends.mock.calls).toEqual([[{ isWhole: false }]]);
  });

  test.each([
    ["its time zone", { timeZone: "Nowhere/Land" }],
    ["its words", { words: ["Ana\0"] }],
  ])("by %s before it begins leaves nothing behind, however often", async (_, query) => {
    for (let tries = 0; tries < 10; tries++) await expect(copyOf(customerList, query)).rejects.toThrow(/TimeZone|literal/);
    await everythingFree();
    await new Response(await copyOf(customerList)).text();
  });
});
