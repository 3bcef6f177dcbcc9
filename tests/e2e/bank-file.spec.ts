import type { Page } from "@playwright/test";
import { expect, test } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { addCredit } from "#tests/e2e/portfolio";
import { ways } from "#tests/e2e/ways";

const words = {
  en: {
    check: "Check file",
    commit: /^Commit/,
    assign: "Assign",
    aside: "Set aside",
    bad: "Download bad rows",
    done: /brought in/,
  },
  es: {
    check: "Revisar archivo",
    commit: /^Confirmar/,
    assign: "Asignar",
    aside: "Apartar",
    bad: "Descargar filas con errores",
    done: /Se trajeron/,
  },
};

const figure = async (page: Page, name: string) => Number(await page.locator(`[data-count=${name}] dd`).last().innerText());

for (const { way, language, javaScriptEnabled } of ways) {
  const t = words[language];
  test.describe(way, () => {
    test.use({ language, javaScriptEnabled, operator: "business-account" });

    test("a bank's file is checked, committed once, and what it leaves is resolved", async ({ page, database }) => {
      const one = await addCredit(database);
      const other = await addCredit(database);
      const turn = `${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;
      const file = [
        "credit_id,amount,date,reference",
        `${one.code},100000,2026-06-01,${turn}-1`,
        `${one.code},900000,2026-06-01,${turn}-2`,
        `K-777777,50000,2026-06-01,${turn}-3`,
        `K-777777,60000,2026-06-01,${turn}-4`,
        `${one.code},0,2026-06-01,${turn}-5`,
      ].join("\n");
      const check = async () => {
        await page.goto("/import");
        await page
          .locator("input[type=file]")
          .setInputFiles({ name: "bank.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
        await page.getByRole("button", { name: t.check }).click();
        await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
      };
      await check();
      expect(await Promise.all(["rows", "good", "unmatched", "bad"].map((name) => figure(page, name)))).toEqual([5, 4, 2, 1]);
      const [faults] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: t.bad }).click()]);
      expect(faults.suggestedFilename()).toBe("bad-rows.csv");
      await page.getByRole("button", { name: t.commit }).click();
      await expect(page.getByRole("status").first()).toContainText(t.done);
      expect(await Promise.all(["paid", "waiting", "unmatched"].map((name) => figure(page, name)))).toEqual([1, 1, 2]);

      const rows = page.locator("#unmatched tbody tr");
      await rows.first().getByText(t.assign, { exact: true }).first().click();
      const form = rows.first().locator("form").first();
      await form.locator("input[name=of]").fill("K-666666");
      await form.getByRole("button").click();
      await expect(form.getByRole("alert")).toBeVisible();
      await expect(form.locator("input[name=of]")).toHaveValue("K-666666");
      await form.locator("input[name=of]").fill(other.code.toLowerCase());
      await form.getByRole("button").click();
      await expect(rows).toHaveCount(1);
      await rows.first().getByText(t.aside, { exact: true }).first().click();
      const dismissing = rows.first().locator("form").last();
      await dismissing.locator("select").selectOption("not_ours");
      await dismissing.getByRole("button").click();
      await expect(rows).toHaveCount(0);
      const paid = await database.query(
        "select k.code, m.amount_minor::int as amount from payments m join credits k on k.id = m.credit_id where k.id = any($1) order by m.amount_minor",
        [[one.id, other.id]],
      );
      expect(paid.rows).toEqual([
        { code: other.code, amount: 50_000_00 },
        { code: one.code, amount: 100_000_00 },
      ]);

      await check();
      expect(await Promise.all(["good", "known"].map((name) => figure(page, name)))).toEqual([0, 4]);
      await expect(page.getByRole("button", { name: t.commit })).toHaveCount(0);
    });
  });
}

test("a bank's file that lacks a column says which", async ({ page }) => {
  await page.goto("/import");
  const buffer = Buffer.from("credit_id,date\nK-777777,2026-06-01");
  await page.locator("input[type=file]").setInputFiles({ name: "bank.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Check file" }).click();
  await expect(page.locator("main .problem")).toContainText("Missing: amount");
});

test("its pages are accessible and fit", async ({ page, database }) => {
  const { code } = await addCredit(database);
  const turn = `look-${Date.now()}`;
  const buffer = Buffer.from(
    `credit_id,amount,date,reference\n${code},900000,2026-06-01,${turn}-1\nK-777777,1,2026-06-01,${turn}-2\nK-777777,x,2026-06-01,`,
  );
  await page.goto("/import");
  await page.locator(".bank-how summary").click();
  await expectAccessible(page);
  await page.locator("input[type=file]").setInputFiles({ name: "bank.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Check file" }).click();
  await expect(page.getByRole("button", { name: /^Commit/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Commit/ }).click();
  await expect(page.locator("#unmatched")).toBeVisible();
  await page.locator("#unmatched summary").first().click();
  await expectAccessible(page);
});
