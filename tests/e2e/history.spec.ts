import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import type { Pool } from "pg";
import { expect, type Language, origin, test } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { controls } from "#tests/e2e/people-lists";
import { addCustomer } from "#tests/e2e/portfolio";
import { ways } from "#tests/e2e/ways";

const words: Record<Language, { title: string; columns: string[]; signedIn: string; because: string }> = {
  en: {
    title: "Change history",
    columns: ["Action Date", "User Email", "Action Taken", "Module Affected", "Record", "IP Address", "Details"],
    signedIn: "Signed in",
    because: "because credit K-AAAAAA is 31 days delinquent",
  },
  es: {
    title: "Historial",
    columns: [
      "Fecha de la acción",
      "Correo del usuario",
      "Acción realizada",
      "Módulo afectado",
      "Registro",
      "Dirección IP",
      "Detalles",
    ],
    signedIn: "Sesión iniciada",
    because: "porque el crédito K-AAAAAA tiene 31 días de mora",
  },
};

for (const { way, ...settings } of ways) {
  const says = words[settings.language];
  test.describe(way, () => {
    test.use(settings);

    test("has its title, its columns and everything that was done", async ({ page, database }) => {
      const before = await countOf(database, "true");
      await page.goto("/history");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(says.title);
      await expect(page.getByRole("columnheader")).toHaveText(says.columns);
      expect(await totalOn(page)).toBeGreaterThanOrEqual(before);
      expect(await totalOn(page)).toBeLessThanOrEqual(await countOf(database, "true"));
      await page.goto("/history?action=session_opened");
      await expect(page.locator("tbody tr").first()).toContainText(says.signedIn);
    });

    test("finds a record by its ID, with what a rule did and why", async ({ page, database }) => {
      const { code } = await disabledByRule(database);
      await search(page, settings.language, ` ${code.toLowerCase()} `);
      await expect(page).toHaveURL(`${origin}/history?id=${code}`);
      await expect(page.locator("tbody tr")).toHaveCount(1);
      await expect(page.locator("tbody td.details")).toContainText(says.because);
      await page.getByRole("link", { name: code, exact: true }).click();
      await expect(page).toHaveURL(`${origin}/customers/${code}`);
    });

    test("finds an operator by their e-mail, which stays out of the address", async ({ page, database }) => {
      const email = await someDeeds(database, 3);
      await search(page, settings.language, email.toUpperCase());
      await expect(page).toHaveURL(/\/history\?find=[0-9a-f-]{36}$/);
      await expect(page.locator("tbody tr")).toHaveCount(3);
      await page.locator("details.filter").nth(1).locator("summary").click();
      await page.getByRole("checkbox", { name: email }).check();
      await page.getByRole("searchbox").fill("");
      await page.getByRole("button", { name: controls[settings.language].search, exact: true }).click();
      await expect(page).toHaveURL(/\/history\?user=u[0-9a-f]{12}$/);
      await expect(page.locator("tbody tr")).toHaveCount(3);
      await expect(page.locator(".chips li").first()).toContainText(email);
    });
  });
}

test("walks by page while more is done, and downloads what it found", async ({ page, database, request }) => {
  const email = await someDeeds(database, 120);
  await search(page, "en", email);
  const found = await totalOn(page);
  expect(found).toBe(120);
  const seen = await details(page);
  for (let turns = 0; turns < 2; turns++) {
    await someDeeds(database, 5);
    const loaded = page.waitForEvent("load");
    await page.getByRole("link", { name: "Next page" }).click();
    await loaded;
    seen.push(...(await details(page)));
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, at) => `Version ${120 - at}`));
  const file = await request.get(page.url().replace("/history", "/history/export"));
  const { data } = Papa.parse<string[]>((await file.text()).trim());
  expect(data.length).toBe(found + 1);
  expect(data[0]).toEqual(words.en.columns);
  expect(data[1]?.slice(1)).toEqual([email, "Business rules changed", "Settings", "", "10.1.2.3", '{"version": 120}']);
});

test("a file of all of it holds as much as the page said", async ({ request, database }) => {
  const before = await countOf(database, "true");
  const file = await (await request.get("/history/export")).text();
  const rows = Papa.parse<string[]>(file.trim()).data.length - 1;
  expect(rows).toBeGreaterThanOrEqual(before);
  expect(file).not.toContain("export.started,history,");
});

test.describe("an account executive", () => {
  test.use({ operator: "account-executive" });

  test("sees what they did themselves, and nobody else's", async ({ page, database, request }) => {
    const { code } = await disabledByRule(database);
    await page.goto("/history");
    await expect(page.getByText("Your role sees what you did yourself.")).toBeVisible();
    for (const email of await page.locator("tbody td:nth-child(2)").allInnerTexts())
      expect(email).toBe("account-executive@demo.example");
    expect(await totalOn(page)).toBeLessThanOrEqual(await countOf(database, "subject = 'account-executive'"));
    await page.goto(`/history?id=${code}`);
    await expect(page.locator("tbody tr")).toHaveCount(0);
    const file = await (await request.get("/history/export")).text();
    expect(file).not.toContain("super-admin");
    expect(file).toContain("account-executive@demo.example");
  });
});

test.describe("bad input", () => {
  const refused = [
    "action=nothing",
    "module=__proto__",
    "user=ana",
    "at_from=2026-02-31",
    "sort=ip",
    "after=abc",
    "after=-1",
    "after=999999999999999",
    "id=nobody",
    "find=x",
  ];
  for (const address of refused)
    test(`${address} is refused, and says so`, async ({ page }) => {
      const answer = await page.goto(`/history?${address}`);
      expect(answer?.status()).toBe(400);
      await expect(page.getByRole("main").getByRole("alert")).toHaveText(/\w+ \w+.*\.$/);
    });

  test("a part of an e-mail finds nothing, and says what to type", async ({ page, database }) => {
    const email = await someDeeds(database, 1);
    await search(page, "en", email.slice(0, -4));
    await expect(page.getByRole("main")).toContainText("Type the whole of it");
  });
});

test("is accessible and fits, light and dark, wide and narrow", async ({ page, database }) => {
  await disabledByRule(database);
  await page.goto("/history");
  await page.locator("details.filter").nth(2).locator("summary").click();
  await expectAccessible(page);
});

async function search(page: Page, language: Language, text: string) {
  await page.goto("/history");
  await page.getByRole("searchbox").fill(text);
  await page.getByRole("button", { name: controls[language].search, exact: true }).click();
  await page.waitForURL(/\?/);
}

async function totalOn(page: Page): Promise<number> {
  const totals = page.locator(".totals");
  return Number((await totals.getAttribute("data-found")) ?? (await totals.getAttribute("data-total")));
}

const details = (page: Page) => page.locator("tbody td.details").allInnerTexts();

async function countOf(database: Pool, where: string): Promise<number> {
  return (await database.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM history WHERE ${where}`)).rows[0]?.rows ?? 0;
}

/** Deeds of an operator of their own, numbered in the order in which they were done. */
async function someDeeds(database: Pool, count: number): Promise<string> {
  const email = `deeds-${randomUUID()}@demo.example`;
  await database.query(
    `INSERT INTO history (subject, email, role, ip, action, module, details)
     SELECT $1, $1, 'super_admin', '10.1.2.3', 'rules.changed', 'settings', jsonb_build_object('version', n) FROM generate_series(1, $2::int) n`,
    [email, count],
  );
  return email;
}

async function disabledByRule(database: Pool): Promise<{ code: string }> {
  const { code } = await addCustomer(database);
  const cause = { from: "enabled", to: "disabled", rule: "delinquent_days", credit: "K-AAAAAA", days: 31 };
  await database.query(
    `INSERT INTO history (subject, email, ip, action, module, record, customer, details)
     VALUES ('system', 'system', '', 'customer.disable', 'customers', $1, $1, $2)`,
    [code, cause],
  );
  return { code };
}
