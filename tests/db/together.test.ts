import { setImmediate as anotherTurn } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, together } from "#db/client";
import { question } from "#db/question";

const ask = async (text: SQL) => (await together.execute<{ pid: number }>(text)).rows[0]?.pid;
const connection = () => ask(sql`select pg_backend_pid() as pid`);

test("what is asked in one turn is asked on one connection; another turn does not wait for it", async () => {
  const held = sql`pg_advisory_xact_lock(1)`;
  const { long, beside, after } = await db.transaction(async (tx) => {
    await tx.execute(sql`select ${held}`);
    const long = ask(sql`select pg_backend_pid() as pid, ${held}`);
    const beside = connection();
    await anotherTurn();
    return { long, beside, after: await connection() };
  });
  expect(await beside).toBe(await long);
  expect(after).not.toBe(await long);
});

test("what is planned once may be asked by several in its turn", async () => {
  const askDouble = question<{ double: number }>("double", sql`select 2 * ${sql.placeholder("number")}::int as double`);
  const asked = await Promise.all([1, 2, 3].map((number) => askDouble(together, { number })));
  expect(asked.flat().map(({ double }) => double)).toEqual([2, 4, 6]);
});

test("one that fails leaves the others of its turn be", async () => {
  const [bad, good] = await Promise.allSettled([ask(sql`select 1 / 0`), connection()]);
  expect(bad).toMatchObject({ status: "rejected", reason: { cause: { code: "22012" } } });
  expect(good).toMatchObject({ status: "fulfilled", value: expect.any(Number) });
});

test("a connection that is lost fails its turn and no other", async () => {
  const turn = await Promise.allSettled([ask(sql`select pg_terminate_backend(pg_backend_pid())`), connection()]);
  expect(turn.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await connection()).toEqual(expect.any(Number));
});
