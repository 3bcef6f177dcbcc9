import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { shownColumns } from "#db/list";
import { countAll, countFound } from "#db/list/total";
import { messages } from "#lib/messages/catalogue";
import { asked, codesOf, pageAt, seedPeople, walk } from "#tests/db/lists";
import { addOffer } from "#tests/db/portfolio";
import { codesIn, listNamed, placing } from "#tests/db/section-list";
import { sectionLists } from "#tests/section-lists";

let place: (text: string) => string;
beforeAll(async () => {
  await seedPeople(3000);
  // Days and amounts that many share, so that the id must break ties.
  await db.execute(sql`update credits set amount_minor = 150000000 where number % 3 = 0`);
  for (const name of ["Álamo", "aliso", "Zarza"])
    await addOffer({ name }, { name, status: name === "Zarza" ? "draft" : "disabled" });
  place = await placing();
});

describe.each(Object.entries(sectionLists))("%s", (name, { table, en, es, sorts, filters }) => {
  test("has the headers of spec/screens.md, in both languages", async () => {
    const keys = shownColumns(await listNamed(name)).map(([key]) => key);
    for (const [language, words] of Object.entries({ en, es })) {
      const said = messages[language as "en"][name as "credits"] as Record<string, string>;
      expect(keys.map((key) => said[key])).toEqual(words.columns);
      expect(said["title"]).toBe(words.title);
    }
  });

  test("holds all there are, and knows how many", async () => {
    const list = await listNamed(name);
    const all = await codesIn(table);
    expect(all.length).toBeGreaterThan(4);
    expect((await walk(list)).flat().toSorted()).toEqual(all);
    expect(await countAll(list)).toBe(all.length);
    expect(await countFound(list, asked(list))).toEqual({ records: all.length, isMore: false });
  });

  test("sorts by what it says it does, the default first", async () => {
    const { columns, defaultSort } = await listNamed(name);
    const declared = Object.entries(columns).filter(([, { sort }]) => sort);
    expect(declared.map(([key]) => key).toSorted()).toEqual(Object.keys(sorts).toSorted());
    expect(defaultSort).toEqual({ column: Object.keys(sorts)[0], direction: "desc" });
  });

  test.each(Object.entries(sorts))("by %s, page after page and back, either way", async (sort, { sql: column }) => {
    for (const direction of ["asc", "desc"]) {
      const total = (await codesIn(table)).length;
      const list = await listNamed(name, Math.max(1, Math.ceil(total / 7)));
      const expected = await codesIn(table, "true", `${column} ${direction}, id ${direction}`);
      const address = `sort=${direction === "asc" ? sort : `-${sort}`}`;
      const pages = await walk(list, address);
      expect(pages.flat()).toEqual(expected);
      expect(codesOf(await pageAt(list, `${address}&page=last`))).toEqual(expected.slice(-list.pageSize));
      expect(codesOf(await pageAt(list, `${address}&before=${pages[2]?.[0]}`))).toEqual(pages[1]);
    }
  });

  test.each(Object.entries(filters))("?%s finds what it should, and counts it", async (address, where) => {
    const list = await listNamed(name);
    const expected = await codesIn(table, place(where));
    expect(expected.length).toBeGreaterThan(0);
    expect((await walk(list, place(address))).flat().toSorted()).toEqual(expected);
    for (const count of ["", "&count=exact"])
      expect(await countFound(list, asked(list, place(address) + count))).toEqual({ records: expected.length, isMore: false });
  });

  test("finds by every ID that a row shows", async () => {
    const list = await listNamed(name);
    const ids = shownColumns(list).flatMap(([, { kind }], at) => (kind === "code" || kind === "record" ? [at] : []));
    const page = await pageAt(list);
    for (const at of ids) {
      const row = page.rows.find((each) => each[at] !== null);
      const code = String(row?.[at]);
      const found = (await walk(list, `id=${code}`)).flat();
      expect(found).toContain(row?.[0]);
      const like = (await walk(list)).flat();
      expect(like).toEqual(expect.arrayContaining(found));
      for (const each of (await pageAt(list, `id=${code}`)).rows) expect(each[at]).toBe(code);
      expect(await countFound(list, asked(list, `id=${code}`))).toEqual({ records: found.length, isMore: false });
    }
  });

  test("finds nothing by an ID that nobody has, or by words that are nowhere", async () => {
    const list = await listNamed(name);
    expect((await pageAt(list, "", { words: ["nadieasí"] })).rows).toEqual([]);
    expect((await pageAt(list, "", { words: ["nadieasí"], isWhole: true })).rows).toEqual([]);
  });
});
