import { join } from "node:path";
import { root } from "#bin/folder";
import { expect } from "#tests/e2e/app";
import { ListScreen } from "#tests/e2e/list-screen";
import { customers, preCustomers } from "#tests/e2e/people-lists";
import { test } from "#tests/e2e/second-test";

const sample = join(root, "tests/data/onboarding-export.csv");

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the sample export is checked, committed once, and its people are found", async ({ page }) => {
    const figure = async (name: string) => Number((await page.locator(`[data-count=${name}] dd`).innerText()).replace(/\D/g, ""));
    const check = async () => {
      await page.goto("/import");
      await page.locator("input[type=file]").setInputFiles(sample);
      await page.getByRole("button", { name: "Check file" }).click();
      await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
    };

    await check();
    const [rows, good, repeated, known, bad] = await Promise.all(["rows", "good", "repeated", "known", "bad"].map(figure));
    expect(rows).toBe(1500);
    expect((good ?? 0) + (repeated ?? 0) + (known ?? 0) + (bad ?? 0)).toBe(rows);
    expect(good).toBeGreaterThan(1000);
    const [faults] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download bad rows" }).click(),
    ]);
    expect(faults.suggestedFilename()).toBe("bad-rows.csv");
    await page.getByRole("button", { name: /^Commit/ }).click();
    await expect(page.getByRole("status")).toContainText("people were added");

    await check();
    expect(await figure("good")).toBe(0);
    await expect(page.getByRole("button", { name: /^Commit/ })).toHaveCount(0);

    let listed = 0;
    for (const list of [preCustomers, customers]) {
      const screen = new ListScreen(page, list, "en");
      await screen.open();
      listed += await screen.count();
      const [code] = await screen.codes();
      const emails = await screen.cells(screen.words.columns.indexOf("Email"));
      await screen.text().fill(emails.find((email) => email !== "") ?? "");
      await screen.search();
      expect((await screen.codes()).length).toBeGreaterThan(0);
      await screen.text().fill(code ?? "");
      await screen.search();
      expect(await screen.codes()).toEqual([code]);
    }
    expect(listed).toBe(good);
  });
});
