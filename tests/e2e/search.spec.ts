import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Pool } from "pg";
import { expect, origin, test } from "#tests/e2e/app";
import { ListScreen } from "#tests/e2e/list-screen";
import { customers, preCustomers } from "#tests/e2e/people-lists";
import { ways } from "#tests/e2e/ways";

type Someone = { code: string; name: string; phone: string; email: string; national_id: string };

for (const { way, ...settings } of ways) {
  for (const list of [preCustomers, customers]) {
    test.describe(`${list.address} ${way}`, () => {
      test.use(settings);

      test("what is typed of a person finds them and stays out of every address and log", async ({ page, database }) => {
        const addresses = addressesOf(page);
        const screen = new ListScreen(page, list, settings.language);
        const { code, name, phone, email, national_id } = await someoneOf(database, list.where);
        const [first = "", ...rest] = name.split(" ");
        const typed = [
          email,
          phone.slice(3),
          phone.replace(/^\+57(...)(.*)/, "$1 $2"),
          `${rest.join(" ")} ${first}`.toUpperCase(),
        ];
        if (list === customers) typed.push(national_id);
        for (const text of typed) {
          await screen.open();
          await screen.text().fill(text);
          await screen.search();
          await expect(page).toHaveURL(new RegExp(`^${origin}${list.address}\\?find=[0-9a-f-]{36}$`));
          expect(await screen.codes()).toContain(code);
          await expect(screen.text()).toHaveValue(text);
          await expect(screen.chips()).toHaveCount(1);
        }
        await screen.follow(screen.header(1).getByRole("link"));
        expect(await screen.codes()).toContain(code);
        const log = readFileSync(process.env["E2E_LOG"] ?? "", "utf8");
        const traces = [...addresses.map(decoded), log, await historyOf(database)].join("\n").toLowerCase();
        for (const secret of [...typed, name, phone]) expect(traces).not.toContain(secret.toLowerCase());
      });

      test("an ID finds the one", async ({ page, database }) => {
        const screen = new ListScreen(page, list, settings.language);
        const { code } = await someoneOf(database, list.where);
        await screen.open();
        await screen.text().fill(` ${code.toLowerCase()} `);
        await screen.search();
        await expect(page).toHaveURL(`${origin}${list.address}?id=${code}`);
        expect(await screen.codes()).toEqual([code]);
        await screen.expectFound(1);
      });
    });
  }
}

test("words beside a filter that cannot be followed are kept, and no file of another view is offered", async ({ page }) => {
  const screen = new ListScreen(page, customers, "en");
  await screen.open();
  await screen.text().fill("María Núñez");
  await screen.search();
  await page.goto(`${page.url()}&created_from=2026-02-31`);
  await expect(page.getByRole("alert").filter({ hasText: "2026-02-31" })).toBeVisible();
  await expect(screen.text()).toHaveValue("María Núñez");
  await expect(page.getByRole("link", { name: "Download" })).toHaveCount(0);
});

test("a search keeps its filters, and lasts while its pages are walked", async ({ page, database }) => {
  const { rows } = await database.query<{ domain: string }>(
    `select split_part(email, '@', 2) as domain from customers where ${customers.where} group by 1 order by count(*) desc limit 1`,
  );
  const screen = new ListScreen(page, customers, "en");
  await page.goto("/customers?status=enabled&status=disabled&sort=name");
  await screen.text().fill(rows[0]?.domain ?? "");
  await screen.search();
  await expect(page).toHaveURL(/status=enabled&status=disabled/);
  const found = await screen.count();
  expect(found).toBeGreaterThan(50);
  const codes = await screen.codes();
  for (let walked = 50; walked < found; walked += 50) {
    await screen.walk("next");
    await expect(page).toHaveURL(/find=/);
    codes.push(...(await screen.codes()));
  }
  expect(new Set(codes).size).toBe(found);
});

test("a search is its owner's alone", async ({ page, browser, signedIn }) => {
  const screen = new ListScreen(page, customers, "en");
  await screen.open();
  await screen.text().fill("maría");
  await screen.search();
  expect((await screen.codes()).length).toBeGreaterThan(0);
  for (const operator of ["super-admin-2", "business-account", "customer-account"] as const) {
    const other = await browser.newContext({ storageState: await signedIn(operator) });
    const theirs = await other.newPage();
    const answer = await theirs.goto(page.url());
    expect(answer?.status()).toBe(400);
    await expect(theirs.getByRole("main").getByRole("alert")).toContainText("belongs to another operator");
    await expect(theirs.getByRole("table")).toHaveCount(0);
    expect(await theirs.content()).not.toContain("maría");
    await other.close();
  }
});

test("a text that finds nothing says so and leads on; one that cannot be searched says why", async ({ page }) => {
  const screen = new ListScreen(page, customers, "en");
  await screen.open();
  await screen.text().fill("Nadie Así Se Llama");
  await screen.search();
  await expect(page.getByRole("heading", { name: "Nothing matches these filters" })).toBeVisible();
  await screen.text().fill("ab");
  await screen.search();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("at least three letters or digits");
  await expect(screen.text()).toHaveValue("ab");
});

async function someoneOf(database: Pool, where: string): Promise<Someone> {
  const { rows } = await database.query<Someone>(
    `select code, name, phone, email, national_id from customers
     where ${where} and phone ~ '^\\+57' and email is not null and national_id is not null and array_length(string_to_array(name, ' '), 1) > 2
     order by code limit 1`,
  );
  if (rows[0] === undefined) throw new Error("nobody has all that can be searched for");
  return rows[0];
}

/** Every address that the page asks for from now on, with the addresses it says it came from. */
function addressesOf(page: Page): string[] {
  const addresses: string[] = [];
  page.on("request", (request) => void addresses.push(request.url(), request.headers()["referer"] ?? ""));
  return addresses;
}

async function historyOf(database: Pool): Promise<string> {
  const { rows } = await database.query<{ written: string }>(
    "select string_agg(details::text || coalesce(record, ''), ' ') as written from history",
  );
  return rows[0]?.written ?? "";
}

const decoded = (address: string) => decodeURIComponent(address.replaceAll("+", " "));
