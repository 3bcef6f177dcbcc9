import type { Page } from "@playwright/test";
import type pg from "pg";
import { expect, test } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { addCredit, addCustomer, willing } from "#tests/e2e/portfolio";

const newCredit = async (database: pg.Pool) => `/customers/${(await addCredit(database)).customer.code}/credits/new`;

async function fill(page: Page, instalments: string) {
  await page.getByRole("radio", { disabled: false }).first().check();
  await page.getByLabel("Amount", { exact: true }).fill("1200000");
  await page.getByLabel("Number of instalments").fill(instalments);
}

const states: Record<string, { at: (database: pg.Pool) => Promise<string>; act?: (page: Page) => Promise<unknown> }> = {
  "the form of a new credit": { at: newCredit },
  "the form with what is wrong": {
    at: newCredit,
    act: async (page) => {
      await fill(page, "0");
      await page.getByRole("button", { name: "Make the request" }).click();
      await page.locator(".fault").first().waitFor();
    },
  },
  "the form with its preview": {
    at: newCredit,
    act: async (page) => {
      await fill(page, "12");
      await page.getByRole("img", { name: /^12 instalments/ }).waitFor();
    },
  },
  "a request": { at: async (database) => `/pre-loans/${(await willing.pre_loan(database, "pending")).code}` },
  "a credit": { at: async (database) => `/credits/${(await addCredit(database, { first_due_on: "2026-03-01" })).code}` },
  "a customer who may only refinance": {
    at: async (database) => `/customers/${(await addCustomer(database, { status: "disabled" })).code}`,
  },
};

for (const [state, { at, act }] of Object.entries(states))
  test(`${state} is accessible and fits`, async ({ page, database }) => {
    await page.goto(await at(database));
    await act?.(page);
    await expectAccessible(page);
  });

test.describe("in Spanish", () => {
  test.use({ language: "es", viewport: { width: 390, height: 844 } });

  test("a long button stays in its panel at 390 px", async ({ page, database }) => {
    const { code } = await willing.credit(database, "in_dispute");
    await page.goto(`/credits/${code}?act=win_dispute`);
    const button = page.locator("#act-win_dispute button");
    await expect(button).toHaveText("Decidir a favor del cliente: Pedir aprobación");
    const beyond = await button.evaluate((it) => {
      const panel = it.closest("form") ?? document.body;
      return it.getBoundingClientRect().right - panel.getBoundingClientRect().right;
    });
    expect(beyond).toBeLessThanOrEqual(0);
  });
});

for (const language of ["en", "es"] as const)
  test.describe(language, () => {
    test.use({ language, viewport: { width: 1280, height: 844 } });

    test("a schedule of all four components is seen at once at 1280 px", async ({ page, database }) => {
      await addCredit(database);
      const fee = { kind: "fixed", minor: "450000" };
      const charged = { annualRate: "24", instalmentFee: fee, lateFee: fee };
      const { rows } = await database.query(
        "INSERT INTO terms (hash, settings) SELECT $1, settings || $2 FROM terms WHERE hash = 'plain' RETURNING id",
        [`charged ${language}`, charged],
      );
      const agreed = { terms_id: rows[0].id, instalments: 24, first_due_on: "2026-03-01" };
      const { code } = await addCredit(database, { ...agreed, amount_minor: 6_000_000_00, outstanding_minor: 6_000_000_00 });
      await page.goto(`/credits/${code}`);
      const table = page.locator("table.amounts").first();
      await expect(table.locator("th[scope=colgroup]")).toHaveCount(4);
      await expect(table.locator("thead tr").last().locator("th")).toHaveCount(19);
      expect(await table.evaluate((it) => it.scrollWidth - (it.parentElement?.clientWidth ?? 0))).toBeLessThanOrEqual(0);
    });
  });
