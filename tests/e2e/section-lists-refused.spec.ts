import type { Pool } from "pg";
import { expect, type Operator, origin, test } from "#tests/e2e/app";
import { controls } from "#tests/e2e/people-lists";
import { sectionLists } from "#tests/section-lists";

for (const [name, { refused }] of Object.entries(sectionLists)) {
  test(`what cannot be followed of /${name} is refused in words, on the page and for the file`, async ({ page }) => {
    for (const address of refused) {
      const answer = await page.goto(`/${name}?${address}`);
      expect(answer?.status(), address).toBe(400);
      await expect(page.getByRole("main").getByRole("alert")).toHaveText(/\w+ \w+.*\.$/);
      await expect(page.getByRole("table")).toHaveCount(0);
      expect((await page.request.get(`/${name}/export?${address}`)).status(), address).toBe(400);
    }
  });
}

test("an amount that is none is said to be none, and stays as it was typed", async ({ page }) => {
  await page.goto("/payments?amount_from=1.23,45&amount_to=2.500");
  const problems = page.getByRole("alert").getByRole("listitem");
  await expect(problems).toHaveText([/Amount: “1\.23,45” is not an amount/, /Amount: “2\.500” is not an amount/]);
  await expect(page.locator("input[name=amount_from]")).toHaveValue("1.23,45");
  await expect(page.locator("input[name=amount_to]")).toHaveValue("2.500");
});

test("an ID of whatever a row shows finds its records, and never leaves the address for a saved search", async ({
  page,
  database,
}) => {
  const { rows } = await database.query<Record<string, string>>(
    `select payments.code as payment, credits.code as credit, customers.code as customer from payments
     join credits on credits.id = credit_id join customers on customers.id = payments.customer_id order by payments.code limit 1`,
  );
  for (const code of Object.values(rows[0] ?? {})) {
    await page.goto("/payments");
    await page.getByRole("searchbox").fill(` ${code.toLowerCase()} `);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page).toHaveURL(`${origin}/payments?id=${code}`);
    await expect(page.locator("tbody").getByRole("link", { name: rows[0]?.["payment"] ?? "", exact: true })).toBeVisible();
  }
  await page.getByRole("searchbox").fill("Ana María");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nothing matches these filters" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Type the whole of it");
});

test("a customer’s name finds their credits, and stays out of the address", async ({ page, database }) => {
  const { rows } = await database.query<{ name: string; code: string }>(
    "select name, credits.code from credits join customers on customers.id = customer_id where name like '% % %' order by 2 limit 1",
  );
  const { name = "", code = "" } = rows[0] ?? {};
  await page.goto("/credits");
  await page.getByRole("searchbox").fill(name);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`^${origin}/credits\\?find=[0-9a-f-]{36}$`));
  await expect(page.locator("tbody").getByRole("link", { name: code, exact: true })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue(name);
});

test("a row leads to the record, the customer, the product and the offer", async ({ page }) => {
  for (const section of ["credits", "customers", "products", "offers"]) {
    await page.goto("/credits");
    await page.locator(`tbody tr:first-child a[href^="/${section}/"]`).first().click();
    await expect(page).toHaveURL(new RegExp(`^${origin}/${section}/[A-Z]-\\w{6}$`));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

const masked: Record<string, string> = {
  "pre-loans": "select name as value from customers where id in (select customer_id from pre_loans)",
  credits: "select national_id as value from customers where id in (select customer_id from credits)",
  accounts: "select name as value from customers where id in (select customer_id from accounts)",
};
const valuesOf = async (database: Pool, query: string) =>
  (await database.query<{ value: string | null }>(query)).rows.flatMap(({ value }) => (value && value.length > 4 ? [value] : []));

for (const operator of ["account-executive", "customer-account"] satisfies Operator[]) {
  test.describe(operator, () => {
    test.use({ operator });

    test("sees no personal data in any list, its data for the browser and its file", async ({ request, database }) => {
      for (const [name, query] of Object.entries(masked)) {
        const texts = [
          await (await request.get(`/${name}`)).text(),
          await (await request.get(`/${name}?_rsc`, { headers: { rsc: "1" } })).text(),
          await (await request.get(`/${name}/export`)).text(),
        ];
        const values = await valuesOf(database, query);
        expect(values.length).toBeGreaterThan(10);
        for (const value of values) for (const text of texts) expect(text.includes(value), name).toBe(false);
        expect(texts[0]).toContain("•••");
      }
    });
  });
}

test.describe("who may not download", () => {
  test.use({ operator: "customer-account" });
  for (const name of Object.keys(sectionLists)) {
    test(`reads /${name}, and is refused its file`, async ({ page }) => {
      await page.goto(`/${name}`);
      await expect(page.getByRole("table")).toBeVisible();
      await expect(page.getByRole("link", { name: controls.en.download })).toHaveCount(0);
      expect((await page.request.get(`/${name}/export`)).status()).toBe(403);
    });
  }
});
