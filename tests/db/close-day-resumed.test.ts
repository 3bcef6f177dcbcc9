import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandLine } from "#bin/command-line";
import { root } from "#bin/folder";
import { db } from "#db/client";
import { closeDays } from "#db/close-day";
import { approvals } from "#db/schema/approval";
import type { Day } from "#lib/domain/day";
import { everything, expectByBooks, grant, never } from "#tests/db/closing";
import { useTestCluster } from "#tests/db/harness";
import { ask, pay, useRules } from "#tests/db/moving";
import { addCustomer, addPreLoan, addPromise, bruno, moveNow } from "#tests/db/portfolio";

const own = process.env["DATABASE_URL"] ?? "";
const [whole, killed] = ["whole", "killed"].map((name) => `${new URL(own).pathname.slice(1)}_${name}`) as [string, string];
const urlOf = (name: string) => Object.assign(new URL(own), { pathname: `/${name}` }).href;
const through = "2026-03-24" as Day;
const asked = { by: commandLine(), through, mayRunAhead: true };
/** Of one a credit wakes; the other only promised. */
let waking = "";
let promised = "";

const cluster = await useTestCluster();
const superuser = new pg.Client(cluster.superuserUrl());
await superuser.connect();

beforeAll(async () => {
  await useRules({ disableAfterDays: 2 });
  await fill();
  await superuser.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
    new URL(own).pathname.slice(1),
  ]);
  for (const name of [whole, killed])
    await superuser.query(`create database ${name} template ${new URL(own).pathname.slice(1)} owner cartera`);
  expect(await run(whole, "--through", through)).toBe(0);
}, 90_000);

afterAll(async () => {
  for (const name of [whole, killed]) await superuser.query(`drop database if exists ${name} with (force)`);
  await superuser.end();
  await cluster.release();
});

/** Something of everything that a close does, on several of its days. */
async function fill() {
  const fee = { kind: "fixed", minor: "5000" } as const;
  for (const disburseOn of ["2026-01-15", "2026-03-02", "2026-03-10", "2026-03-14"])
    for (const terms of [{}, { lateFee: fee, lateRate: "36.5", annualRate: "24" }]) {
      const { id, code, customerId, customer } = await grant(terms, { disburseOn });
      waking = customer;
      await addPromise(customerId, { creditId: id, dueOn: "2026-03-17", amount: 10_00n });
      if (disburseOn === "2026-03-02") await pay(customerId, { creditId: id }, 150_00n);
      if (disburseOn === "2026-03-10")
        await moveNow(bruno, "credit", code, "dispute", { reason: "duplicate", amountMinor: 5_00n });
    }
  for (const day of ["2026-03-01", "2026-03-05"]) await addPreLoan((await addCustomer()).id, { createdAt: `${day}T15:00:00Z` });
  const quiet = await grant({ firstDueAfterDays: 200 });
  await addPromise(quiet.customerId, { creditId: quiet.id, dueOn: "2026-03-20", amount: 10_00n });
  promised = quiet.customer;
  const { code: typed } = await addCustomer();
  const approval = await ask("customer", typed, "delete", { reason: "legal_order", typed });
  await db.update(approvals).set({ expiresAt: sql`now()` }).where(eq(approvals.code, approval));
}

function begin(name: string, ...more: string[]): ChildProcess {
  const flags = ["--conditions=react-server", "--import", "tsx", "bin/close-day.ts"];
  const env = { ...process.env, DATABASE_URL: urlOf(name), DATABASE_OWNER_URL: "", NODE_OPTIONS: "" };
  return spawn(process.execPath, [...flags, ...more], { cwd: root, env, stdio: "ignore" });
}

async function run(name: string, ...more: string[]): Promise<number> {
  const [code] = await once(begin(name, ...more), "close");
  return Number(code);
}

test("the days were closed as their books say, and something of everything was done", async () => {
  const { closes, project } = await everything(urlOf(whole));
  expect(project).toEqual([{ business_date: "2026-03-25" }]);
  expect(closes).toHaveLength(10);
  const counts = Object.assign({}, ...(closes as { counts: object }[]).map((each) => each.counts));
  const all = ["replayed", "aged", "pre_loan.reject", "approval.expired", "promise.break", "customer.disable"];
  expect(Object.keys(counts)).toEqual(expect.arrayContaining(all));
});

test("stopped after every batch, or broken in the middle of one, it comes to the same", async () => {
  await db.execute(sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'not now'; end $$`);
  for (const table of ["credits", "day_closes", "customers", "pre_loans"]) {
    await db.execute(sql.raw(`create trigger refuse before update on ${table} for each row execute function refuse()`));
    await expect(closeDays({ ...asked, stopping: never })).rejects.toThrow();
    await db.execute(sql.raw(`drop trigger refuse on ${table}`));
  }
  for (let runs = 0, because: unknown = "stopped"; because === "stopped"; runs++) {
    expect(runs).toBeLessThan(200);
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    ({ because } = await closeDays({ ...asked, stopping: stopping.signal, onProgress: stop, onClosed: stop }));
  }
  await expectByBooks();
  expect(await everything()).toEqual(await everything(urlOf(whole)));
}, 90_000);

test("killed while it works, the next run finishes the same close", async () => {
  const other = new pg.Client(urlOf(killed));
  await other.connect();
  for (const customer of [waking, promised]) {
    await other.query("begin");
    await other.query("select from customers where code = $1 for no key update", [customer]);
    const child = begin(killed, "--through", through);
    await untilSomebodyWaitsFor(other);
    const { rows } = await other.query("select finished_at from day_closes order by day desc limit 1");
    expect(rows).toEqual([{ finished_at: null }]);
    child.kill("SIGKILL");
    await once(child, "close");
    await other.query("commit");
  }
  await other.end();
  expect(await run(killed, "--through", through)).toBe(0);
  expect(await everything(urlOf(killed))).toEqual(await everything(urlOf(whole)));
}, 90_000);

/** Asked from outside: what runs on the server stays, within a transaction, as it was when that first asked. */
async function untilSomebodyWaitsFor(client: pg.Client) {
  const { rows } = await client.query("select pg_backend_pid() as pid");
  const waiting = "select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))";
  for (let tries = 0; (await superuser.query(waiting, [rows[0].pid])).rowCount === 0; tries++) {
    if (tries > 1_000) throw new Error("nobody waits");
    await pause(50);
  }
}
