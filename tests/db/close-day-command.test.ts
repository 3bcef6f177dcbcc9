import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { root } from "#bin/folder";
import { db } from "#db/client";
import { listDayCloses } from "#db/read/day-close";
import { dayCloses } from "#db/schema/day-close";
import { projects } from "#db/schema/project";
import { addDays, dayAt } from "#lib/domain/day";
import { businessDate } from "#tests/db/closing";

const calendar = dayAt(new Date(), "America/Bogota");

beforeEach(async () => {
  await db.delete(dayCloses);
  await db.update(projects).set({ businessDate: addDays(calendar, -2) });
});

test("says what it takes where it is asked for something else", async () => {
  for (const args of [["--through", "2026-02-30"], ["--through"], ["2026-11-20"], ["--behind"]])
    expect(await run("bin/close-day.ts", args)).toMatchObject({
      code: 2,
      words: expect.stringContaining("Usage: npm run close-day"),
    });
  expect(await businessDate()).toBe(addDays(calendar, -2));
}, 60_000);

test("closes a day, and those up to one; what stands against it is a sentence", async () => {
  const one = await run("bin/close-day.ts", []);
  expect(one).toMatchObject({ code: 0, words: expect.stringContaining(`${addDays(calendar, -2)} is closed`) });
  expect(await run("bin/close-day.ts", ["--through", addDays(calendar, -2)])).toMatchObject({
    code: 1,
    words: expect.stringContaining("That day is closed already"),
  });
  expect(await run("bin/close-day.ts", ["--through", addDays(calendar, 1)])).toMatchObject({
    code: 1,
    words: expect.stringContaining("That day is still to come"),
  });
  expect((await run("bin/close-day.ts", ["--through", addDays(calendar, 1), "--ahead"])).code).toBe(0);
  expect(await businessDate()).toBe(addDays(calendar, 2));
}, 60_000);

test("told to stop, it ends after what it is writing, and the next run goes on", async () => {
  const child = begin("bin/close-day.ts", ["--through", addDays(calendar, 300), "--ahead"]);
  const ended = once(child, "exit");
  await expect.poll(async () => (await listDayCloses()).length, { timeout: 30_000 }).toBeGreaterThan(2);
  child.kill("SIGINT");
  expect((await ended)[0]).toBe(130);
  const closes = await listDayCloses();
  expect(closes.length).toBeLessThan(300);
  expect((await run("bin/close-day.ts", ["--ahead"])).code).toBe(0);
  expect((await listDayCloses()).every(({ finishedAt }) => finishedAt !== null)).toBe(true);
}, 60_000);

test("the clock closes by itself the days before, as the system, and ends with its server", async () => {
  const child = begin("bin/serve/day-clock.ts", [], { CLOSE_DAY_AT: "00:00" });
  const ended = once(child, "exit");
  await expect.poll(businessDate, { timeout: 30_000 }).toBe(calendar);
  const finished = async () => (await listDayCloses()).filter(({ finishedAt }) => finishedAt !== null).length;
  await expect.poll(finished, { timeout: 30_000 }).toBe(2);
  expect((await listDayCloses()).map(({ email }) => email)).toEqual(["system", "system"]);
  child.disconnect();
  expect((await ended)[0]).toBe(0);
  const { rows } = await db.execute(
    sql`select distinct email, action from history where action like 'day.%' and email = 'system'`,
  );
  expect(rows).toHaveLength(2);
}, 60_000);

function begin(script: string, args: string[], more: Record<string, string> = {}): ChildProcess {
  const env = { ...process.env, DATABASE_OWNER_URL: "", NODE_OPTIONS: "", ...more };
  const flags = ["--conditions=react-server", "--import", "tsx"];
  return spawn(process.execPath, [...flags, script, ...args], { cwd: root, env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
}

async function run(script: string, args: string[]): Promise<{ code: unknown; words: string }> {
  const child = begin(script, args);
  let words = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => (words += text));
  const [code] = await once(child, "close");
  return { code, words };
}
