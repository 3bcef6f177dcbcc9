import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, origin, test } from "#tests/e2e/app";
import { ListScreen } from "#tests/e2e/list-screen";
import { ways } from "#tests/e2e/ways";
import { type SectionList, sectionLists } from "#tests/section-lists";

const screened = (name: string, { en, es }: SectionList) => ({
  address: `/${name}`,
  words: { en: { ...en, total: "in total", found: "found" }, es: { ...es, total: "en total", found: "encontrados" } },
});

for (const { way, ...settings } of ways) {
  for (const [name, list] of Object.entries(sectionLists)) {
    test.describe(`/${name} ${way}`, () => {
      test.use(settings);

      test("has its title, total and columns, and sorts both ways by each that may", async ({ page, database }) => {
        const screen = new ListScreen(page, screened(name, list), settings.language);
        const firstBy = async (order: string) =>
          (await database.query(`select code from ${list.table} order by ${order} limit 50`)).rows.map(({ code }) => code);
        await screen.open();
        await expect(screen.title()).toHaveText(screen.words.title);
        await expect(screen.totals()).toContainText(screen.words.total);
        const { rows } = await database.query(`select count(*)::int as records from ${list.table}`);
        expect(await screen.count()).toBe(rows[0].records);
        await expect(screen.headers()).toHaveText(list[settings.language].columns as string[]);
        const places = Object.values(list.sorts).map(({ place }) => place);
        for (const place of list.en.columns.keys())
          await expect(screen.header(place).getByRole("link")).toHaveCount(places.includes(place) ? 1 : 0);
        expect(await screen.codes()).toEqual(await firstBy(`${Object.values(list.sorts)[0]?.sql} desc, id desc`));
        for (const { sql, place } of Object.values(list.sorts)) {
          for (const _ of ["one way", "the other"]) {
            await screen.follow(screen.header(place).getByRole("link"));
            const direction = (await screen.header(place).getAttribute("aria-sort")) === "ascending" ? "asc" : "desc";
            expect(await screen.codes()).toEqual(await firstBy(`${sql} ${direction}, id ${direction}`));
          }
        }
      });

      test("a filter narrows once Search is pressed, is downloaded as shown, and is taken off", async ({ page, database }) => {
        const screen = new ListScreen(page, screened(name, list), settings.language);
        await screen.open();
        const total = await screen.count();
        const place = list.en.columns.findIndex((header) => header.endsWith("Status"));
        const panel = await screen.openFilter(place);
        await panel.getByRole("checkbox").first().check();
        await screen.search();
        const status = new URL(page.url()).searchParams.get("status");
        expect(page.url()).toBe(`${origin}/${name}?status=${status}`);
        const { rows } = await database.query(`select count(*)::int as records from ${list.table} where status = $1`, [status]);
        await screen.expectFound(rows[0].records);
        await expect(screen.chips()).toHaveCount(1);
        expect(new Set(await screen.cells(place)).size).toBe(rows[0].records === 0 ? 0 : 1);

        const [started] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("link", { name: screen.says.download }).click(),
        ]);
        const [header, ...file] = Papa.parse<string[]>(readFileSync(await started.path(), "utf8"), { skipEmptyLines: true }).data;
        expect(header).toEqual(screen.words.columns);
        expect(file.length).toBe(rows[0].records);
        const shown = await screen.codes();
        expect(file.slice(0, shown.length).map(([code]) => code)).toEqual(shown);
        const { rows: kept } = await database.query(
          "select details from history where action = 'export.finished' and module = $1 order by id desc limit 1",
          [name],
        );
        expect(kept[0]?.details).toEqual({ filter: `status=${status}`, rows: file.length });

        await screen.follow(page.getByRole("link", { name: screen.says.clear }));
        await expect(page).toHaveURL(`${origin}/${name}`);
        expect(await screen.count()).toBe(total);
      });
    });
  }

  test.describe(`pages ${way}`, () => {
    test.use(settings);
    for (const name of ["pre-loans", "credits", "pre-payments", "payments"]) {
      test(`of ${name} show no row twice and skip none`, async ({ page }) => {
        const list = sectionLists[name];
        if (list === undefined) throw new Error(name);
        const screen = new ListScreen(page, screened(name, list), settings.language);
        await page.goto(`/${name}?sort=amount`);
        const total = await screen.count();
        const pages = [await screen.codes()];
        while ((await screen.step("next").count()) > 0) {
          await screen.walk("next");
          pages.push(await screen.codes());
        }
        expect(new Set(pages.flat()).size).toBe(total);
        expect(pages.flat().length).toBe(total);
        await screen.walk("first");
        await screen.walk("last");
        expect(await screen.codes()).toEqual(pages.flat().slice(-50));
      });
    }

    test("amounts are searched from and to, and stay as they were typed", async ({ page, database }) => {
      const list = sectionLists["credits"] as SectionList;
      const screen = new ListScreen(page, screened("credits", list), settings.language);
      await screen.open();
      const panel = await screen.openFilter(6);
      await panel.getByLabel(screen.says.from, { exact: true }).fill("500000");
      await panel.getByLabel(screen.says.to, { exact: true }).fill("999999999999.99");
      await screen.search();
      await expect(page).toHaveURL(`${origin}/credits?amount_from=500000&amount_to=999999999999.99`);
      const { rows } = await database.query("select count(*)::int as records from credits where amount_minor >= 50000000");
      await screen.expectFound(rows[0].records);
      await expect(panel.locator("input[name=amount_from]")).toHaveValue("500000");
      await expect(screen.chips()).toContainText(settings.language === "en" ? "COP 500,000" : "COP 500.000");
    });
  });
}
