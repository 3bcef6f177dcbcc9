import type pg from "pg";
import { expect, origin, test } from "#tests/e2e/app";
import { ListScreen } from "#tests/e2e/list-screen";
import { customers, preCustomers } from "#tests/e2e/people-lists";
import { ways } from "#tests/e2e/ways";

const zone = "America/Bogota";

for (const { way, ...settings } of ways) {
  test.describe(way, () => {
    test.use(settings);

    test("a choice narrows once Search is pressed, and its chip takes it off", async ({ page, database }) => {
      const screen = new ListScreen(page, customers, settings.language);
      await screen.open();
      const first = await screen.codes();
      const panel = await screen.openFilter(2);
      await panel.getByRole("checkbox", { name: screen.says.enabled, exact: true }).check();
      // Choosing changes nothing.
      expect(page.url()).toBe(`${origin}/customers`);
      expect(await screen.codes()).toEqual(first);
      await expect(screen.chips()).toHaveCount(0);
      await screen.search();
      await expect(page).toHaveURL(`${origin}/customers?status=enabled`);
      await expect(screen.chips()).toHaveText(`${screen.words.columns[2]}: ${screen.says.enabled}×`);
      expect(new Set(await screen.cells(2))).toEqual(new Set([screen.says.enabled]));
      const enabled = await foundAsCounted(screen, database);
      // What is searched for stays chosen in the form.
      await expect(
        screen.filter(2).getByRole("checkbox", { name: screen.says.enabled, exact: true, includeHidden: true }),
      ).toBeChecked();
      await screen.follow(screen.chips().getByRole("link"));
      expect(await screen.count()).toBeGreaterThan(enabled);
      await expect(page).toHaveURL(/\/customers\??$/);
    });

    test("days by a preset are the project's days", async ({ page, database }) => {
      const screen = new ListScreen(page, preCustomers, settings.language);
      await screen.open();
      const panel = await screen.openFilter(3);
      await expect(panel).toContainText(zone);
      await panel.getByLabel(screen.says.period).selectOption({ label: screen.says.lastMonth });
      await screen.search();
      await expect(page).toHaveURL(`${origin}/pre-customers?created=last_month`);
      const thisMonth = `date_trunc('month', now() at time zone '${zone}')`;
      const { rows } = await database.query(
        `select count(*)::int as people from customers where ${preCustomers.where}
         and date_trunc('month', created_at at time zone '${zone}') = ${thisMonth} - interval '1 month'`,
      );
      await screen.expectFound(rows[0].people);
      await expect(screen.chips()).toHaveText(`${screen.words.columns[3]}: ${screen.says.lastMonth}×`);
    });

    test("days from and to count both, and Enter searches", async ({ page, database }) => {
      const screen = new ListScreen(page, customers, settings.language);
      const { rows: days } = await database.query<{ day: string }>(
        `select to_char(registered_at at time zone '${zone}', 'YYYY-MM-DD') as day from customers where ${customers.where} order by registered_at offset 300`,
      );
      const [from = "", to = ""] = [days[0]?.day, days[400]?.day];
      await screen.open();
      const panel = await screen.openFilter(7);
      await panel.getByLabel(screen.says.from, { exact: true }).fill(from);
      await panel.getByLabel(screen.says.to, { exact: true }).fill(to);
      const loaded = page.waitForEvent("load");
      await panel.getByLabel(screen.says.to, { exact: true }).press("Enter");
      await loaded;
      await expect(page).toHaveURL(`${origin}/customers?created_from=${from}&created_to=${to}`);
      const { rows } = await database.query(
        `select count(*)::int as people from customers where ${customers.where} and (registered_at at time zone '${zone}')::date between $1 and $2`,
        [from, to],
      );
      await screen.expectFound(rows[0].people);
      await expect(screen.chips()).toHaveCount(1);
    });

    test("filters of different kinds narrow together, values of one kind widen, and all are cleared at once", async ({
      page,
      database,
    }) => {
      const screen = new ListScreen(page, customers, settings.language);
      await screen.open();
      const credits = await screen.openFilter(3);
      await credits.getByLabel(screen.says.from, { exact: true }).fill("1");
      await credits.getByLabel(screen.says.to, { exact: true }).fill("2");
      const status = await screen.openFilter(2);
      for (const box of (await status.getByRole("checkbox").all()).slice(1, 3)) await box.check();
      await screen.search();
      const { rows } = await database.query(
        "select count(*)::int as people from customers where status in ('disabled', 'blocked') and active_credits between 1 and 2",
      );
      await screen.expectFound(rows[0].people);
      expect(new Set(await screen.cells(3))).toEqual(new Set(["1", "2"]));
      await expect(screen.chips()).toHaveCount(2);
      await screen.follow(screen.chips().first().getByRole("link", { name: screen.says.remove }));
      await expect(screen.chips()).toHaveCount(1);
      await screen.follow(page.getByRole("link", { name: screen.says.clear }));
      await expect(page).toHaveURL(`${origin}/customers`);
      await expect(screen.chips()).toHaveCount(0);
    });

    test("a sort survives the filters, and the filters the sort", async ({ page }) => {
      const screen = new ListScreen(page, preCustomers, settings.language);
      await screen.open();
      await screen.follow(screen.header(1).getByRole("link"));
      const panel = await screen.openFilter(5);
      await panel.getByRole("checkbox", { name: screen.says.passport }).check();
      await screen.search();
      await expect(screen.header(1)).toHaveAttribute("aria-sort", "ascending");
      expect(new Set(await screen.cells(5))).toEqual(new Set([screen.says.passport]));
      await screen.follow(screen.header(3).getByRole("link"));
      await expect(screen.chips()).toHaveCount(1);
    });

    test("a filter that cannot be followed says why and keeps what was typed", async ({ page }) => {
      const screen = new ListScreen(page, customers, settings.language);
      await page.goto("/customers?created_from=2026-02-31&active_credits_from=5&active_credits_to=2");
      const problems = page.getByRole("main").getByRole("alert").getByRole("listitem");
      await expect(problems).toHaveCount(2);
      await expect(problems.first()).toContainText(screen.words.columns[3] ?? "");
      await expect(problems.last()).toContainText("2026-02-31");
      await expect(page.getByRole("table")).toHaveCount(0);
      await expect(screen.filter(7).locator("input[name=created_from]")).toHaveValue("2026-02-31");
      await expect(screen.filter(3).locator("input[name=active_credits_from]")).toHaveValue("5");
      await screen.follow(page.getByRole("link", { name: screen.says.clear }));
      await expect(page).toHaveURL(`${origin}/customers`);
    });
  });
}

/** How many enabled customers the page finds, which are as many as there are: other tests add some meanwhile. */
async function foundAsCounted(screen: ListScreen, database: pg.Pool): Promise<number> {
  let people = 0;
  await expect(async () => {
    await screen.page.reload();
    const { rows } = await database.query("select count(*)::int as people from customers where status = 'enabled'");
    people = rows[0].people;
    await screen.expectFound(people);
  }).toPass();
  return people;
}
