import type { Pool } from "pg";
import { expect, origin, test } from "#tests/e2e/app";
import { ListScreen } from "#tests/e2e/list-screen";
import { customers, type PeopleList, preCustomers } from "#tests/e2e/people-lists";
import { ways } from "#tests/e2e/ways";

for (const { way, ...settings } of ways) {
  for (const list of [preCustomers, customers]) {
    test.describe(`${list.address} ${way}`, () => {
      test.use(settings);

      test("has its title, its total and its columns", async ({ page, database }) => {
        const screen = new ListScreen(page, list, settings.language);
        await screen.open();
        await expect(screen.title()).toHaveText(screen.words.title);
        await expect(screen.totals()).toContainText(screen.words.total);
        const { rows } = await database.query<{ people: number }>(
          `select count(*)::int as people from customers where ${list.where}`,
        );
        expect(await screen.count()).toBe(rows[0]?.people);
        await expect(screen.headers()).toHaveText(screen.words.columns);
        for (const column of screen.words.columns.keys()) {
          await expect(screen.header(column).getByRole("link")).toHaveCount(column in list.sortable ? 1 : 0);
        }
        const newest = `select code from customers where ${list.where} order by ${list === customers ? "registered_at" : "created_at"} desc, id desc limit 50`;
        expect(await screen.codes()).toEqual((await database.query(newest)).rows.map(({ code }) => code));
      });

      test("sorts by each column that may, both ways", async ({ page, database }) => {
        const screen = new ListScreen(page, list, settings.language);
        await screen.open();
        for (const [place, sql] of Object.entries(list.sortable)) {
          const header = screen.header(Number(place));
          const seen = new Set<string>();
          for (const _ of ["one way", "the other"]) {
            await screen.follow(header.getByRole("link"));
            const direction = (await header.getAttribute("aria-sort")) ?? "";
            seen.add(direction);
            await expect(page.locator("th[aria-sort]")).toHaveCount(1);
            const codes = await screen.codes();
            const values = await valuesOf(database, sql, codes);
            const up = direction === "ascending" ? values : values.toReversed();
            expect(up).toEqual(up.toSorted(compare));
            const { rows } = await database.query(
              `select code from customers where ${list.where} order by ${sql} ${direction === "ascending" ? "asc" : "desc"}, id ${direction === "ascending" ? "asc" : "desc"} limit 50`,
            );
            expect(codes).toEqual(rows.map(({ code }) => code));
          }
          expect([...seen].toSorted()).toEqual(["ascending", "descending"]);
        }
      });

      test("walks by page without showing a row twice or skipping one", async ({ page }) => {
        const screen = new ListScreen(page, list, settings.language);
        // Many people share the same day and the same number of credits: only the ID tells them apart.
        await page.goto(list === customers ? `${list.address}?sort=active_credits&status=disabled` : `${list.address}?sort=name`);
        const total = await screen.count();
        const pages: string[][] = [await screen.codes()];
        await expect(screen.step("previous")).toHaveCount(0);
        while ((await screen.step("next").count()) > 0) {
          await screen.walk("next");
          pages.push(await screen.codes());
        }
        expect(pages.length).toBe(Math.ceil(total / 50));
        expect(new Set(pages.flat()).size).toBe(total);
        await screen.walk("previous");
        expect(await screen.codes()).toEqual(pages.at(-2));
        await screen.walk("first");
        expect(await screen.codes()).toEqual(pages[0]);
        await screen.walk("last");
        expect(await screen.codes()).toEqual(pages.flat().slice(-50));
        // A cursor names a record, nothing else of it.
        expect(new URL(page.url()).search.replace(/^\?.*(page=last|(after|before)=C-\w{6}).*$/, "")).toBe("");
      });

      test("leads from an ID to the record and back", async ({ page, database }) => {
        const screen = new ListScreen(page, list, settings.language);
        await screen.open();
        const [code = ""] = await screen.codes();
        await page.getByRole("link", { name: code, exact: true }).click();
        await expect(page).toHaveURL(`${origin}${list.address}/${code}`);
        const { rows } = await database.query<{ name: string }>("select name from customers where code = $1", [code]);
        await expect(screen.title()).toHaveText(rows[0]?.name || /./);
        await expect(page.locator("main")).toContainText(code);
        const other = list === customers ? preCustomers : customers;
        // It is one person through life: the other list's address leads to where they are now.
        await page.goto(`${other.address}/${code}`);
        await expect(page).toHaveURL(`${origin}${list.address}/${code}`);
        await page.getByRole("main").getByRole("link", { name: screen.words.title }).click();
        await expect(page).toHaveURL(`${origin}${list.address}`);
      });
    });
  }
}

const spanish = new Intl.Collator("es");
const compare = (one: string | number, other: string | number) =>
  typeof one === "string" && typeof other === "string" ? spanish.compare(one, other) : Number(one) - Number(other);

/** What the database has for each of the codes, in their order: instants as numbers of microseconds. */
async function valuesOf(database: Pool, sql: PeopleList["sortable"][number], codes: readonly string[]) {
  const value = sql.endsWith("_at") ? `extract(epoch from ${sql})::float8` : sql;
  const { rows } = await database.query<{ code: string; value: string | number }>(
    `select code, ${value} as value from customers where code = any($1)`,
    [codes],
  );
  const known = new Map(rows.map((row) => [row.code, row.value]));
  return codes.map((code) => known.get(code) ?? "");
}
