import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { dataFolder } from "#bin/folder";
import { usePostgres } from "#bin/postgres";

const folder = join(dataFolder(), `test-postgres-${process.pid}`);
const pidFile = join(folder, "postgres/postmaster.pid");
const postmaster = () => Number(readFileSync(pidFile, "utf8").split("\n")[0]);
const start = () => usePostgres(folder, { fsync: "off", shared_buffers: "32MB" });

async function ask(url: string, query: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(query)).rows[0];
  } finally {
    await client.end();
  }
}

// Each starts a server, the first on a cluster that it makes.
vi.setConfig({ testTimeout: 60_000 });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("whoever comes second joins, and the last one stops the server", async () => {
  const first = await start();
  const second = await start();
  expect(second.url()).toBe(first.url());
  await first.release();
  expect(await ask(second.url(), "SELECT current_user AS role")).toEqual({ role: "cartera" });
  await second.release();
  expect(existsSync(pidFile)).toBe(false);
});

test("a server that was killed is started again with what it held", async () => {
  const before = await start();
  await ask(before.url(), "CREATE TABLE kept AS SELECT 7 AS number");
  process.kill(postmaster(), "SIGKILL");
  const after = await start();
  expect(await ask(after.url(), "SELECT number FROM kept")).toEqual({ number: 7 });
  await before.release();
  await after.release();
  expect(existsSync(pidFile)).toBe(false);
});

test("the application's role is no superuser, and the secrets are their owner's alone", async () => {
  const postgres = await start();
  expect(await ask(postgres.url(), "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).toEqual({ rolsuper: false });
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  await postgres.release();
});

test("neither a statement nor an error brings a person's data into the log", async () => {
  const postgres = await start();
  await ask(postgres.url(), "CREATE TABLE people (name text PRIMARY KEY CHECK (length(name) < 20), phone int)");
  await ask(postgres.url(), "INSERT INTO people VALUES ('Secretísima', 1)");
  await expect(ask(postgres.url(), "INSERT INTO people VALUES ('Secretísima', 2)")).rejects.toThrow("duplicate key");
  await expect(ask(postgres.url(), "INSERT INTO people VALUES ('Secretísima y más larga', 3)")).rejects.toThrow("check");
  await expect(ask(postgres.url(), "INSERT INTO people VALUES ('a', 'Secretísima')")).rejects.toThrow("invalid input");
  await expect(ask(postgres.url(), "SELECT Secretísima FROM people")).rejects.toThrow("does not exist");
  await postgres.release();
  const log = readFileSync(join(folder, "postgres.log"), "utf8");
  expect(log).toContain("database system is ready");
  expect(log.toLowerCase()).not.toContain("secret");
});
