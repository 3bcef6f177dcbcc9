import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/e2e/app";
import { addPerson, section } from "#tests/e2e/people";

async function addCardProduct(database: import("pg").Pool): Promise<string> {
  const terms = JSON.stringify({ annualRate: "0", method: "equal_instalments", every: 1, unit: "month" });
  const { rows } = await database.query(
    `WITH product AS (INSERT INTO products (kind, name, amount_min_minor, amount_max_minor) VALUES ('card', $1, 10000000, 900000000)
       RETURNING id, name),
     offer AS (INSERT INTO offers (product_id, name, status, terms) SELECT id, 'Tarjeta', 'enabled', $2 FROM product)
     SELECT name FROM product`,
    [`Tarjeta ${randomUUID().slice(0, 8)}`, terms],
  );
  return rows[0].name;
}

/** Has a file of a processor checked and committed. */
async function bring(page: Page, ...lines: string[]) {
  const text = ["external_id,kind,card_id,amount,currency,merchant,at", ...lines].join("\n");
  await page.goto("/import");
  await page.locator("input[type=file]").setInputFiles({ name: "told.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Check file" }).click();
  await page.getByRole("button", { name: /^Commit/ }).click();
  await expect(page.getByRole("status")).toContainText("taken in");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("an account is opened, its card buys, what is odd is resolved", async ({ page, database }) => {
      const product = await addCardProduct(database);
      const { code: customer } = await addPerson(database);
      await page.goto(`/customers/${customer}`);
      const place = page.locator("#accounts");
      await place.locator("summary", { hasText: "Open account" }).click();
      const option = place.locator("select option", { hasText: product });
      await place.getByRole("combobox").selectOption((await option.getAttribute("value")) ?? "");
      await place.getByLabel("Credit line", { exact: true }).fill("50000");
      await place.getByLabel("Closing day of the month").fill("32");
      await place.getByLabel("Due day of the month").fill("5");
      await place.getByRole("button", { name: "Open account" }).click();
      await expect(place.getByRole("alert")).toContainText("Correct what is marked");
      await expect(place.getByLabel("Closing day of the month")).toHaveAccessibleDescription(/from 1 to 31\./);
      await place.getByLabel("Closing day of the month").fill("31");
      await place.getByRole("button", { name: "Open account" }).click();
      await expect(place.getByRole("alert")).toContainText("below what the product lends at least");
      await expect(place.getByLabel("Credit line", { exact: true })).toHaveValue("50000");
      await place.getByLabel("Credit line", { exact: true }).fill("1000000");
      await place.getByRole("button", { name: "Open account" }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Card account");
      await page.getByRole("link", { name: "Cards", exact: true }).last().click();
      await expect(page).toHaveURL(/tab=cards/);
      await page.locator("summary", { hasText: "Issue card" }).click();
      await page.getByLabel("Last four digits").fill("4111111111111111");
      await page.getByRole("button", { name: "Issue card" }).click();
      await expect(page.getByLabel("Last four digits")).toHaveAccessibleDescription(/Type exactly four digits\./);
      await expect(page.getByLabel("Last four digits")).toHaveValue("4111111111111111");
      if (javaScriptEnabled) await expect(page.getByLabel("Last four digits")).toBeFocused();
      await page.getByLabel("Last four digits").fill("0042");
      await page.getByRole("button", { name: "Issue card" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Card •••• 0042");
      const card = new URL(page.url()).pathname.split("/")[2] ?? "";

      const simulation = section(page, "Simulate a transaction");
      await simulation.getByLabel("Amount").fill("2000000");
      await simulation.getByRole("button", { name: "Simulate" }).click();
      await expect(simulation.getByRole("status")).toContainText("The card is in the status “Default”");
      await expect(simulation.getByRole("status")).toContainText("more than what is available");
      await simulation.getByLabel("Amount").fill("500.000");
      await simulation.getByRole("button", { name: "Simulate" }).click();
      await expect(simulation.getByRole("status")).not.toContainText("available");
      await expect(simulation.getByRole("status")).toContainText("The card is in the status “Default”");

      await bring(page, `${card}-1,settlement,${card},150000,COP,Librería,2026-03-01`);
      const { rows } = await database.query(
        "SELECT a.code FROM accounts a JOIN cards d ON d.account_id = a.id WHERE d.code = $1",
        [card],
      );
      await page.goto(`/accounts/${rows[0].code}?tab=settlements`);
      const flags = page.locator("#flags");
      await expect(flags).toContainText("Settled without an authorization");
      await flags.locator("summary", { hasText: "Resolve" }).click();
      await flags.getByLabel("What was found").fill("Compra fuera de línea.");
      await flags.getByRole("button", { name: "Resolve" }).click();
      await expect(flags).toContainText("Compra fuera de línea.");
      await expect(flags.getByRole("button", { name: "Resolve" })).toHaveCount(0);
      await page.goto(`/credits/${await flags.getByRole("link").textContent()}`);
      await expect(flags).toContainText("Settled without an authorization");
      await expect(flags.getByRole("link")).toHaveCount(0);

      await page.goto(`/cards/${card}`);
      await page.locator("summary", { hasText: "Issue replacement" }).click();
      await page.getByLabel("Last four digits").fill("0043");
      await page.getByRole("button", { name: "Issue replacement" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Card •••• 0043");
      await expect(page.getByText(/COP\s150,000/).first()).toBeVisible();
    });
  });
}

test("a credit balance is paid out by two operators", async ({ page, database, browser, signedIn }) => {
  const product = await addCardProduct(database);
  const { id } = await addPerson(database);
  const { rows } = await database.query(
    `INSERT INTO accounts (customer_id, product_id, credit_line_minor, credit_balance_minor, closing_day, due_day)
     SELECT $1, id, 100000000, 8000000, 20, 5 FROM products WHERE name = $2 RETURNING code`,
    [id, product],
  );
  const address = `/accounts/${rows[0].code}`;
  await page.goto(address);
  await page.locator("summary", { hasText: "Refund credit balance" }).click();
  await page.getByLabel("Reference of the transfer").fill("TRX-9");
  await page.getByRole("button", { name: "Refund credit balance" }).click();
  await expect(page.getByText(/COP\s80,000 with reference TRX-9/)).toBeVisible();

  const other = await browser.newContext({ storageState: await signedIn("super-admin-2") });
  const second = await other.newPage();
  await second.goto(address);
  await second.getByRole("button", { name: "Approve" }).click();
  await expect(second.getByRole("heading", { name: "Refunds of the credit balance" })).toBeVisible();
  await other.close();
  const { rows: after } = await database.query("SELECT credit_balance_minor AS balance FROM accounts WHERE code = $1", [
    rows[0].code,
  ]);
  expect(after[0].balance).toBe("0");
});

test.describe("for an account executive", () => {
  test.use({ operator: "account-executive" });

  test("there are no forms, but the simulation", async ({ page, database }) => {
    const { rows } = await database.query("SELECT code FROM cards WHERE status <> 'canceled' LIMIT 1");
    await page.goto(`/cards/${rows[0].code}`);
    await expect(section(page, "Simulate a transaction")).toBeVisible();
    await expect(page.locator("summary", { hasText: "Issue replacement" })).toHaveCount(0);
  });
});
