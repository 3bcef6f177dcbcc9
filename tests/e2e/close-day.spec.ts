import type { Page } from "@playwright/test";
import pg from "pg";
import { addDays, dayAt } from "#lib/domain/day";
import { bilingual } from "#lib/messages/bilingual";
import { expect, test as first, type Operator, origin } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { test as base } from "#tests/e2e/second-test";
import { ways } from "#tests/e2e/ways";

/** In an app of its own, for the business date is everybody's; with a connection to its database. */
const test = base.extend<{ sql: pg.Client }>({
  sql: async ({ second }, use) => {
    const client = new pg.Client(second.databaseUrl);
    await client.connect();
    await use(client);
    await client.end();
  },
});

const today = dayAt(new Date(), "America/Bogota");
const words = bilingual({
  en: { title: "Close of day", through: "Close up to and including", close: "Close", behind: "3 days behind the calendar" },
  es: { title: "Cierre del día", through: "Cerrar hasta, inclusive", close: "Cerrar", behind: "3 días detrás del calendario" },
});

for (const { way, language, ...settings } of ways) {
  const says = words[language];
  test.describe(way, () => {
    test.use({ ...settings, locale: language === "es" ? "es-CO" : "en-US" });

    test("days are closed up to one, while the page renews itself, and kept with what they changed", async ({ page, sql }) => {
      await sql.query("update projects set business_date = $1", [addDays(today, -3)]);
      await sql.query("insert into customers (first_name, registered_at, status) values ('Ana', now(), 'disabled')");
      await page.goto("/close-day");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(says.title);
      await expect(page.getByRole("main")).toContainText(says.behind);
      await expect(through(page, language)).toHaveValue(addDays(today, -3));
      await through(page, language).fill(addDays(today, -2));
      await page.getByRole("button", { name: says.close, exact: true }).click();
      await expect(page.locator(".past tbody tr")).toHaveCount(2, { timeout: 40_000 });
      await expect(through(page, language)).toHaveValue(addDays(today, -1), { timeout: 40_000 });
      await expect(page.locator(".past tbody tr").last()).toContainText("super-admin-2@demo.example");
      await expect(page.locator(".past tbody tr").last()).toContainText(/: 1$/);
      await page.goto("/history?module=close_day");
      await expect(page.locator("tbody tr")).toHaveCount(4);
    });
  });
}

test("what cannot be closed is told, and nothing typed is lost", async ({ page, sql }) => {
  await page.goto("/close-day");
  const typed: [string, RegExp][] = [
    ["tomorrow", /not a day of the calendar/],
    ["2026-02-30", /not a day of the calendar/],
    ["1999-01-01", /closed already/],
    ["9999-12-31", /At most 366 days/],
    [`${"9".repeat(90)}`, /not a day of the calendar/],
  ];
  for (const [text, sentence] of typed) {
    await through(page).fill(text);
    const answered = page.waitForResponse((answer) => answer.request().isNavigationRequest() && answer.status() !== 303);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    expect((await answered).status(), text).toBe(400);
    await expect(page.getByRole("main").getByRole("alert")).toContainText(sentence);
    await expect(through(page)).toHaveValue(text);
    await expect(through(page)).toHaveAccessibleDescription(sentence);
  }
  expect((await sql.query("select from day_closes")).rowCount).toBe(0);
});

test("a form sent twice closes once, and one that is not ours nothing", async ({ page, request, second, sql }) => {
  await page.goto("/close-day");
  const key = await page.locator("input[name=key]").inputValue();
  const send = (fields: Record<string, string>) =>
    request.post("/close-day/run", {
      data: new URLSearchParams(fields).toString(),
      headers: { origin: second.url, "content-type": "application/x-www-form-urlencoded" },
      maxRedirects: 0,
    });
  for (const answer of await Promise.all([send({ key, through: today }), send({ key, through: today })]))
    expect([answer.status(), answer.headers()["location"]]).toEqual([303, "/close-day"]);
  expect((await send({ key, through: addDays(today, 1) })).headers()["location"]).toContain("refused=key_reused");
  for (const fields of [{}, { key }, { through: today }, { key: "1", through: today }, { key, through: "9".repeat(200) }])
    expect((await send(fields as Record<string, string>)).status()).toBe(400);
  const closes = () => sql.query("select day::text, finished_at is not null as done from day_closes").then(({ rows }) => rows);
  await expect.poll(closes, { timeout: 30_000 }).toEqual([{ day: today, done: true }]);
});

test("the page renews itself between two days, too", async ({ page, sql }) => {
  await sql.query("begin");
  await sql.query("select pg_advisory_xact_lock(8254011)");
  await page.goto("/close-day");
  await expect(page.getByRole("status")).toContainText("the next is about to be");
  await sql.query("commit");
  await expect(through(page)).toHaveValue(today);
});

test("a close shows how far it is, and one that was interrupted goes on", async ({ page, sql, second }) => {
  await page.goto("/close-day");
  await sql.query("begin");
  await sql.query("select pg_advisory_xact_lock(8254011)");
  const other = new pg.Client(second.databaseUrl);
  await other.connect();
  await other.query(
    "insert into day_closes (day, subject, email, done, total, taken_up_at) values ($1, 'x', 'x@demo.example', 3, 1200, now() - interval '1 minute')",
    [today],
  );
  await other.query("update projects set business_date = $1", [addDays(today, 1)]);
  await page.goto("/close-day");
  await expect(page.getByRole("status")).toContainText("3 of 1,200 records so far");
  await expect(page.getByRole("button", { name: "Close", exact: true })).toHaveCount(0);
  await other.query("update day_closes set done = 700");
  await expect(page.getByRole("status")).toContainText("700 of 1,200 records so far");
  await sql.query("commit");
  await expect(page.getByRole("status")).toContainText("was interrupted after 700 of 1,200 records");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on with it" }).click();
  await expect(through(page)).toHaveValue(addDays(today, 1), { timeout: 40_000 });
  await expect(page.locator(".past tbody tr")).toHaveCount(1);
  await expect(page.locator(".past tbody")).not.toContainText("not finished");
  await expectAccessible(page);
  await other.end();
});

for (const operator of ["account-executive", "business-account", "customer-account"] satisfies Operator[])
  first.describe(operator, () => {
    first.use({ operator });
    first(
      "may not close days, which the history says under that module",
      async ({ page, post, database, playwright, signedIn }) => {
        expect((await page.goto("/close-day"))?.status()).toBe(403);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("You do not have permission for this");
        expect((await post("/close-day/run", [["through", today]])).status()).toBe(403);
        await expect(page.getByRole("link", { name: "Close of day" })).toHaveCount(0);
        const { rows } = await database.query(
          "select module from history where email = $1 and details ->> 'permission' = 'day:close' order by id desc limit 1",
          [`${operator}@demo.example`],
        );
        expect(rows).toEqual([{ module: "close-day" }]);
        const context = await playwright.request.newContext({ baseURL: origin, storageState: await signedIn("super-admin") });
        const history = await context.get("/history?module=close_day");
        expect(history.status()).toBe(200);
        expect(await history.text()).toContain("Permission: day:close");
        await context.dispose();
      },
    );
  });

const through = (page: Page, language: "en" | "es" = "en") => page.getByLabel(words[language].through, { exact: true });
