import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { customerList } from "#app/customers/list";
import { preCustomerList } from "#app/pre-customers/list";
import { db } from "#db/client";
import type { ListSpec } from "#db/list";
import { findPage } from "#db/list/page";
import { add, asked, codesOf, pageAt, seedPeople, takeAway, walk } from "#tests/db/lists";

const lists = { customers: { ...customerList, pageSize: 101 }, "pre-customers": { ...preCustomerList, pageSize: 31 } };
type Name = keyof typeof lists;

/** What each sort means, said once more in SQL; many share a value, so the id must break ties. */
const meant: Record<Name, { scope: string; sorts: Record<string, string> }> = {
  customers: {
    scope: "status in ('enabled', 'disabled', 'blocked')",
    sorts: { name: "name", active_credits: "active_credits", created: "registered_at", modified: "status_changed_at" },
  },
  "pre-customers": {
    scope: "status = 'unregistered'",
    sorts: { name: "name", created: "created_at", modified: "status_changed_at" },
  },
};
const every = (Object.keys(lists) as Name[]).flatMap((name) =>
  Object.entries(meant[name].sorts).flatMap(([sort, column]) => [
    { name, sort, order: `${column}, id` },
    { name, sort: `-${sort}`, order: `${column} desc, id desc` },
  ]),
);

beforeAll(async () => {
  await seedPeople(3000);
  await db.execute(sql`alter table customers disable trigger customers_move`);
  await db.execute(sql`
    update customers set first_name = 'María', last_name = 'Ñungo', created_at = '2026-01-05T10:00:00.123456Z',
      registered_at = case when registered_at is null then null else '2026-01-05T10:00:00.123456Z'::timestamptz end,
      status_changed_at = '2026-01-05T10:00:00.123456Z'
    where number % 10 = 0 and status <> 'deleted'`);
});

const inOrder = async (name: Name, order: string) => {
  const found = await db.execute<{ code: string }>(
    sql.raw(`select code from customers where ${meant[name].scope} order by ${order}`),
  );
  return found.rows.map(({ code }) => code);
};

test("every sort of a list is tried", () => {
  const sorted = (list: ListSpec) =>
    Object.entries(list.columns)
      .filter(([, { sort }]) => sort)
      .map(([key]) => key);
  for (const name of Object.keys(lists) as Name[]) expect(Object.keys(meant[name].sorts)).toEqual(sorted(lists[name]));
});

describe.each(every)("$name by $sort", ({ name, sort, order }) => {
  const list = lists[name];

  test("the pages, one after the other, are all of it in order, and the same ones backwards", async () => {
    const expected = await inOrder(name, order);
    const pages = await walk(list, `sort=${sort}`);
    expect(pages.flat()).toEqual(expected);

    for (const [at, page] of [...pages.entries()].slice(1)) {
      const before = await pageAt(list, `sort=${sort}&before=${page[0]}`);
      expect(codesOf(before)).toEqual(pages[at - 1]);
      expect(before).toMatchObject({ hasPrevious: at > 1, hasNext: true });
    }
  });

  test("the last page is the end", async () => {
    const expected = await inOrder(name, order);
    const last = await pageAt(list, `sort=${sort}&page=last`);
    expect(codesOf(last)).toEqual(expected.slice(-list.pageSize));
    expect(last).toMatchObject({ hasPrevious: true, hasNext: false });
    const before = await pageAt(list, `sort=${sort}&before=${codesOf(last)[0]}`);
    expect(codesOf(before)).toEqual(expected.slice(-2 * list.pageSize, -list.pageSize));
  });

  test("who is added meanwhile makes nobody show twice or not at all", async () => {
    const expected = await inOrder(name, order);
    const added = new Set<string>();
    const status = name === "customers" ? "enabled" : "unregistered";
    const addSome = async () => {
      const instants = ["2000-01-01T00:00:00Z", "2026-01-05T10:00:00.123456Z", "2035-01-01T00:00:00Z"];
      const people = ["Aaron", "María", "Zzz"].map((firstName, at) => {
        const instant = instants[at] ?? "";
        return {
          firstName,
          lastName: "Ñungo",
          status,
          activeCredits: at,
          createdAt: instant,
          registeredAt: status === "enabled" ? instant : null,
          statusChangedAt: instant,
        } as const;
      });
      for (const { code } of await add(...people)) added.add(code);
    };
    const walked = (await walk(list, `sort=${sort}`, {}, addSome)).flat();
    expect(walked.filter((code) => !added.has(code))).toEqual(expected);
    expect(new Set(walked).size).toBe(walked.length);
    await takeAway(sql`code in ${[...added]}`);
  });
});

describe("a cursor", () => {
  test.each(["after", "before"])("that is nobody's ID has no page: %s", async (at) => {
    expect(await findPage(customerList, asked(customerList, `${at}=C-222222`))).toBeUndefined();
  });

  test("of somebody whom the filter leaves out still says where to go on", async () => {
    const all = (await walk(lists.customers, "sort=name")).flat();
    const { code } =
      (
        await db.execute<{ code: string }>(
          sql`select code from customers where status = 'blocked' order by name, id offset 10 limit 1`,
        )
      ).rows[0] ?? {};
    const later = all.slice(all.indexOf(String(code)) + 1);
    const enabled = new Set((await walk(lists.customers, "status=enabled")).flat());
    const page = await pageAt(lists.customers, `sort=name&status=enabled&after=${code}`);
    expect(codesOf(page)).toEqual(later.filter((each) => enabled.has(each)).slice(0, lists.customers.pageSize));
  });

  test("at either end has an empty page, and the way back", async () => {
    const pages = await walk(lists.customers);
    expect(await pageAt(lists.customers, `after=${pages.at(-1)?.at(-1)}`)).toEqual({
      rows: [],
      hasPrevious: true,
      hasNext: false,
    });
    expect(await pageAt(lists.customers, `before=${pages[0]?.[0]}`)).toEqual({ rows: [], hasPrevious: false, hasNext: true });
  });
});

test("a list that fits a page has no other", async () => {
  const list = { ...customerList, pageSize: 3000 };
  for (const address of ["", "page=last"]) {
    const page = await pageAt(list, address);
    expect(page).toMatchObject({ hasPrevious: false, hasNext: false });
    expect(page.rows.length).toBeGreaterThan(2000);
  }
});

test("names are ordered as their readers order them", async () => {
  const surnames = ["Nuñez", "Zúñiga", "Ñáñez", "Ordóñez", "Álvarez", "alvarado", "Nzinga", "Núñez"];
  await add(...surnames.map((firstName) => ({ firstName, lastName: "Alfabeto" })));
  const page = await pageAt(preCustomerList, "sort=name", { words: ["alfabeto"] });
  expect(page.rows.map(([, name]) => String(name).replace(" Alfabeto", ""))).toEqual([
    "alvarado",
    "Álvarez",
    "Nuñez",
    "Núñez",
    "Nzinga",
    "Ñáñez",
    "Ordóñez",
    "Zúñiga",
  ]);
  await takeAway(sql`last_name = 'Alfabeto'`);
});
