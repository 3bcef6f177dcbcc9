import { sql } from "drizzle-orm";
import papaparse from "papaparse";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "#db/client";
import { shownColumns, viewOf } from "#db/list";
import { copyCsv } from "#db/list/copy";
import type { Query } from "#db/list/query";
import { labelsOf } from "#lib/list/labels";
import { translators } from "#lib/messages/catalogue";
import { asked, pageAt, seedPeople, walk } from "#tests/db/lists";
import { addAccount, addCredit, addCustomer } from "#tests/db/portfolio";
import { listNamed } from "#tests/db/section-list";
import { sectionLists } from "#tests/section-lists";

beforeAll(async () => seedPeople(3000));

/** The rows of a list's file, as its English headers name them. */
async function fileOf(name: string, address = "", more: Partial<Query> = {}): Promise<Record<string, string>[]> {
  const list = await listNamed(name);
  const t = translators.en;
  const headers = Object.fromEntries(shownColumns(list).map(([key]) => [key, t(`${name}.${key}` as never)]));
  const labels = { headers, values: labelsOf(viewOf(list), "en", t) };
  const ended = vi.fn(async () => undefined);
  const stream = await copyCsv(list, asked(list, address, more), labels, ended);
  if (stream === undefined) throw new Error("too many files at once");
  const [header = [], ...rows] = papaparse.parse<string[]>((await new Response(stream).text()).trimEnd()).data;
  expect(header).toEqual(sectionLists[name]?.en.columns);
  expect(ended.mock.calls).toEqual([[{ isWhole: true, rows: rows.length }]]);
  return rows.map((row) => Object.fromEntries(row.map((value, at) => [header[at] ?? "", value])));
}

describe.each(Object.entries(sectionLists))("the file of %s", (name, { en, sorts, filters }) => {
  test.each(["", `sort=${Object.keys(sorts).at(-1)}`, Object.keys(filters)[0] ?? ""])(
    "?%s holds the rows of all pages",
    async (address) => {
      const rows = await fileOf(name, address);
      const [id = ""] = en.columns;
      expect(rows.map((row) => row[id])).toEqual((await walk(await listNamed(name), address)).flat());
    },
  );
});

test("amounts are plain decimal numbers, days and IDs are themselves, words are labels", async () => {
  const person = await addCustomer({ nationalId: "55443322", idType: "cc" });
  const { code } = await addCredit(person.id, { amount: 120_000_00n, outstanding: 999_999_999_999_05n, daysPastDue: 45 });
  expect(await fileOf("credits", `id=${code}`)).toEqual([
    {
      "Credit ID": code,
      "Customer ID": person.code,
      "National ID": "55443322",
      "Credit Status": "Active",
      "Days Past Due": "45",
      Outstanding: "999999999999.05",
      Amount: "120000.00",
      "Taken At": "2026-02-01",
      Product: "Libre inversión",
      Offer: "Libre 24",
    },
  ]);
});

test("an instant has its offset, and a name that would run as a formula does not", async () => {
  const person = await addCustomer({ firstName: "=1+1", lastName: "" });
  const { code } = await addAccount(person.id, { createdAt: "2026-03-01T12:00:00Z" });
  expect(await fileOf("accounts", `id=${code}`)).toMatchObject([
    {
      "Customer Name": "'=1+1",
      "Date Created": "2026-03-01T07:00:00-05:00",
      "Credit Line": "3000000.00",
      Available: "3000000.00",
    },
  ]);
});

test("who may not see personal data sees it masked, on the page and in the file", async () => {
  for (const [name, columns] of Object.entries({ "pre-loans": "name", accounts: "name", credits: "national_id" })) {
    const { rows } = await db.execute<{ value: string }>(
      sql.raw(`select distinct ${columns} as value from customers where length(${columns}) > 4
        and id in (select customer_id from ${sectionLists[name]?.table})`),
    );
    const list = await listNamed(name, 2000);
    const page = JSON.stringify(await pageAt(list, "", { isMasked: true }));
    const file = JSON.stringify(await fileOf(name, "", { isMasked: true }));
    expect(rows.length).toBeGreaterThan(5);
    for (const { value } of rows) for (const text of [page, file]) expect(text).not.toContain(value);
  }
});

describe("what is known of the customer finds the record", () => {
  test.each(["pre-loans", "credits", "accounts", "cards"])(
    "in %s, by parts or, for roles that see it masked, whole",
    async (name) => {
      const list = await listNamed(name);
      const owner = name === "cards" ? "(select customer_id from accounts where id = account_id)" : "customer_id";
      const { rows } = await db.execute<{ name: string; national_id: string; codes: string[] }>(
        sql.raw(`select name, national_id, array_agg(it.code order by it.code) as codes
        from ${sectionLists[name]?.table} it join customers on customers.id = ${owner}
        where national_id is not null and name like '% %' group by 1, 2 order by 2 limit 3`),
      );
      expect(rows.length).toBe(3);
      for (const { name: whole, national_id: document, codes } of rows) {
        const found = async (words: string[], isWhole = false) => (await walk(list, "", { words, isWhole })).flat().toSorted();
        expect(await found(whole.split(" "))).toEqual(expect.arrayContaining(codes));
        expect(await found([document.slice(0, -1)])).toEqual(expect.arrayContaining(codes));
        expect(await found([document], true)).toEqual(codes);
        expect(await found([document.slice(0, -1)], true)).toEqual([]);
      }
    },
  );
});
