import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { historyList } from "#app/history/list";
import { db, pool } from "#db/client";
import { copySql, literalSql } from "#db/list/copy";
import { findPage } from "#db/list/page";
import { countAll, countFound } from "#db/list/total";
import { history } from "#db/schema/history";
import { type Deed, record, system } from "#db/write/history";
import { asked, pageAt } from "#tests/db/lists";
import { andres, bruno, sofia } from "#tests/db/portfolio";

const deed = (action: Deed["action"], more: object = {}) => ({
  action,
  module: action.split(".")[0] ?? "",
  details: {},
  ...more,
});
const all = () => historyList(sofia, "page");
const small = async () => ({ ...(await all()), pageSize: 7 });
const numbersOf = async (where = sql`true`) =>
  (await db.execute<{ id: string }>(sql`select id from history where ${where} order by id desc`)).rows.map(({ id }) => id);

beforeAll(async () => {
  for (let n = 0; n < 12; n++) {
    await record(db, bruno, deed("session.opened", { module: "sign-in" }));
    await record(db, andres, deed("export.started", { module: "customers", details: { filter: `n=${n}` } }));
    await record(db, system, deed("customer.disable", { module: "customers", record: "C-7F3K2M", customer: "C-7F3K2M" }));
  }
  const approval = { approval: "V-7F3K2M", event: "credit.cancel" };
  await record(
    db,
    sofia,
    deed("approval.asked", { module: "approvals", record: "K-7F3K2M", customer: "C-7F3K2M", details: approval }),
  );
});

/** The number of the last entry of each page, as a reader turns them. */
async function walk(address: string): Promise<string[]> {
  const list = await small();
  const found: string[] = [];
  for (let place = ""; ; ) {
    const { rows, last, hasNext } = await pageAt(list, `${address}${place}`);
    const times = rows.map(([at]) => (at instanceof Date ? at.getTime() : 0));
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    found.push(String(last));
    if (!hasNext) return found;
    place = `&after=${last}`;
  }
}

describe("the list of all entries", () => {
  test("has as many as there are, newest first, page by page", async () => {
    const numbers = await numbersOf();
    expect(await countAll(await all())).toBe(numbers.length);
    expect(await walk("")).toEqual(numbers.filter((_, at) => at % 7 === 6 || at === numbers.length - 1));
  });

  test("goes back as it came", async () => {
    const list = await small();
    const first = await pageAt(list);
    const second = await pageAt(list, `after=${first.last}`);
    expect(await pageAt(list, `before=${second.first}`)).toEqual({ ...first, hasPrevious: false, hasNext: true });
  });

  test("knows no page after an entry that is not there", async () => {
    expect(await findPage(await all(), asked(await all(), "after=999999999"))).toBeUndefined();
  });
});

describe("a filter", () => {
  test.each([
    ["action=session_opened", sql`action = 'session.opened'`],
    ["action=session_opened&action=approval_asked", sql`action in ('session.opened', 'approval.asked')`],
    ["module=sign_in", sql`module = 'sign-in'`],
    ["module=customers&action=export_started", sql`action = 'export.started'`],
    ["id=C-7F3K2M", sql`customer = 'C-7F3K2M'`],
    ["id=K-7F3K2M", sql`record = 'K-7F3K2M'`],
    ["id=V-7F3K2M", sql`action = 'approval.asked'`],
    ["id=C-AAAAAA", sql`false`],
  ])("%s", async (address, where) => {
    const numbers = await numbersOf(where);
    const list = { ...(await all()), pageSize: 100 };
    const page = await pageAt(list, address);
    expect([page.rows.length, page.first, page.last]).toEqual([numbers.length, numbers[0], numbers.at(-1)]);
    expect(await countFound(list, asked(list, address))).toEqual({ records: numbers.length, isMore: false });
  });

  test("on the user chooses among all who did something, whose e-mail no address holds", async () => {
    const list = await all();
    const { options = [], stands = {} } = list.columns["user"] ?? {};
    expect(Object.values(stands)).toEqual(["andres@demo.example", "bruno@demo.example", "sofia@demo.example", "system"]);
    const option = options.find((each) => stands[each] === bruno.email) ?? "";
    expect(option).toMatch(/^u[0-9a-f]{12}$/);
    expect(await countFound(list, asked(list, `user=${option}`))).toEqual({ records: 12, isMore: false });
  });

  test("by words finds a whole e-mail, however it is written, and no part of one", async () => {
    const list = await all();
    for (const [words, records] of [
      [["Bruno@Demo.Example"], 12],
      [["bruno@demo"], 0],
      [["bruno"], 0],
    ] as const)
      expect(await countFound(list, asked(list, "", { words }))).toEqual({ records, isMore: false });
  });
});

test("a role that may see what it did itself sees that alone", async () => {
  const list = await historyList(andres, "page");
  expect(await countAll(list)).toBe(12);
  expect((await pageAt(list)).rows.every(([, email]) => email === andres.email)).toBe(true);
  expect(await countFound(list, asked(list, "id=C-7F3K2M"))).toEqual({ records: 0, isMore: false });
  expect(Object.values(list.columns["user"]?.stands ?? {})).toEqual([andres.email]);
});

test("a file holds what was there when it was asked for", async () => {
  const list = await historyList(sofia, "file");
  const before = await db.$count(history);
  await record(db, sofia, deed("export.started", { module: "history" }));
  const file = literalSql(copySql(list, asked(list), { headers: {}, values: {} }));
  expect((await pool.query(file)).rowCount).toBe(before);
});

test("what is asked of a million entries has its index", async () => {
  await db.execute(sql`insert into history (subject, email, ip, action, module, record, details)
    select 'u' || n % 50, 'u' || n % 50, '', 'session.opened', 'sign-in', 'C-' || n, '{}' from generate_series(1, 20000) n`);
  await db.execute(sql`analyze history`);
  for (const where of [
    "subject = 'u7'",
    "email = 'u7'",
    "action = 'approval.asked'",
    "module = 'approvals'",
    "record = 'C-7'",
    "customer = 'C-7F3K2M'",
    "details ->> 'approval' = 'V-7F3K2M'",
  ]) {
    const { rows } = await db.execute<{ "QUERY PLAN": string }>(
      sql.raw(`explain select * from history where ${where} order by at desc, id desc limit 51`),
    );
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n"), where).not.toContain("Seq Scan");
  }
});
