import { join } from "node:path";
import type { Page } from "@playwright/test";
import { root } from "#bin/folder";
import { bilingual } from "#lib/messages/bilingual";
import { expect, type Language } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { test } from "#tests/e2e/second-test";
import { ways } from "#tests/e2e/ways";

const words = bilingual({
  en: {
    title: "Settings",
    name: "Name",
    disable: "Disable after delinquent days",
    block: "Block after delinquent days",
    verified: "E-mail verified",
    limit: "Requests above this need a second operator",
    buckets: "First days of the ranges of days past due",
    cure: "Enable when cured",
    preview: "Preview",
    save: "Save",
    saved: "Saved as version 1.",
    nobody: "It would move nobody.",
  },
  es: {
    title: "Configuración",
    name: "Nombre",
    disable: "Deshabilitar a los días de mora",
    block: "Bloquear a los días de mora",
    verified: "Correo verificado",
    limit: "Las solicitudes por encima de esto necesitan otro operador",
    buckets: "Primeros días de los rangos de días vencidos",
    cure: "Habilitar al ponerse al día",
    preview: "Vista previa",
    save: "Guardar",
    saved: "Guardado como versión 1.",
    nobody: "No movería a nadie.",
  },
});

// Each in an app of its own: rules are everybody's.
for (const { way, language, ...settings } of ways) {
  const says = words[language];
  test.describe(way, () => {
    test.use({ ...settings, locale: language === "es" ? "es-CO" : "en-US" });

    test("changes are previewed, saved as a version, listed and kept in the history", async ({ page }) => {
      await open(page, language);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(says.title);
      await page.getByLabel(says.disable).fill("10");
      await page.getByLabel(says.limit).fill("2500000.50");
      await page.getByLabel(says.verified).uncheck();
      await page.getByLabel(says.cure).uncheck();
      await page.getByLabel(says.name, { exact: true }).fill("Crédito del Valle");
      await press(page, says.preview);
      const change = (name: string) => page.locator(`[data-setting=${name}] td`);
      await expect(change("disable_after_days")).toHaveText(["1", "10"]);
      await expect(change("confirm_limit").nth(1)).toHaveText(language === "es" ? /2\.500\.000,50/ : /2,500,000\.50/);
      await expect(change("name")).toHaveText(["Cartera", "Crédito del Valle"]);
      await expect(page.locator(".preview tbody tr")).toHaveCount(5);
      await expect(page.locator(".effects")).toContainText(says.nobody);
      await press(page, says.save);
      await expect(page).toHaveURL(/\/settings\?saved=1$/);
      await expect(page.getByRole("status")).toContainText(says.saved);
      await expect(page.getByLabel(says.disable)).toHaveValue("10");
      await expect(page.getByLabel(says.cure)).not.toBeChecked();
      await expect(page.locator(".past").first().locator("tbody tr")).toHaveCount(1);
      await expect(page.locator(".past").first()).toContainText(`${says.disable}: 1 → 10`);
      await page.goto("/history?module=settings");
      await expect(page.locator("tbody tr")).toHaveCount(2);
      await expect(page.locator("tbody")).toContainText(`${says.disable}: 1 → 10`);
      await expect(page.locator("tbody")).toContainText("Cartera → Crédito del Valle");
    });

    test("what is wrong is told field by field, and nothing typed is lost", async ({ page }) => {
      await open(page, language);
      const typed: [string, string][] = [
        [says.disable, "many"],
        [says.block, "0"],
        [says.limit, "500.000"],
        [says.buckets, "1, 61, 31"],
      ];
      for (const [label, text] of typed) await page.getByLabel(label).fill(text);
      const answered = page.waitForResponse((answer) => answer.request().isNavigationRequest());
      await press(page, says.preview);
      expect((await answered).status()).toBe(400);
      await expect(page.getByRole("main").getByRole("alert").getByRole("listitem")).toHaveCount(4);
      for (const [label, text] of typed) {
        await expect(page.getByLabel(label)).toHaveValue(text);
        await expect(page.getByLabel(label)).toHaveAccessibleDescription(new RegExp(label));
      }
      await expect(page.getByRole("button", { name: says.save })).toHaveCount(0);
    });
  });
}

test("tells how many it would move", async ({ page }) => {
  await page.goto("/import");
  await page.locator("input[type=file]").setInputFiles(join(root, "tests/data/onboarding-export.csv"));
  await press(page, "Check file");
  await page.getByRole("button", { name: /^Commit/ }).click();
  await expect(page.getByRole("status")).toContainText("people were added");
  await page.goto("/settings");
  for (const label of ["Address", "Phone number verified", "E-mail verified", "E-mail"])
    await page.getByLabel(label, { exact: true }).uncheck();
  await press(page, "Preview");
  await expect(page.locator(".effects")).toHaveText(/would register \d+ pre-customers?/);
});

test("of two who save at once the second is told, keeps what they typed, and may save it then", async ({ page, context }) => {
  const other = await context.newPage();
  for (const each of [page, other]) await each.goto("/settings");
  await page.getByLabel("Block after delinquent days").fill("60");
  await press(page, "Preview");
  await other.getByLabel("Disable after delinquent days").fill("5");
  await press(other, "Preview");
  await press(page, "Save");
  await press(other, "Save");
  await expect(other.getByRole("main").getByRole("alert")).toContainText("super-admin-2@demo.example saved other settings on");
  await expect(other.getByLabel("Disable after delinquent days")).toHaveValue("5");
  await expect(other.locator("[data-setting=block_after_days] td")).toHaveText(["60", "90"]);
  await expect(other.locator(".past").first().locator("tbody tr")).toHaveCount(1);
  await press(other, "Save");
  await expect(other.getByRole("status")).toContainText("Saved as version 2.");
});

test("a form sent again acts once", async ({ page, request, second }) => {
  await page.goto("/settings");
  await page.getByLabel("Disable after delinquent days").fill("5");
  await press(page, "Preview");
  const fields = await page
    .locator(".preview input[type=hidden]")
    .evaluateAll((inputs) => inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]));
  const send = (more: string[][] = []) =>
    request.post("/settings/save", {
      data: new URLSearchParams([...fields, ...more] as [string, string][]).toString(),
      headers: { origin: second.url, "content-type": "application/x-www-form-urlencoded" },
      maxRedirects: 0,
    });
  for (const _ of ["once", "twice"]) expect((await send()).headers()["location"]).toBe("/settings?saved=1");
  expect((await send([["four_eyes", "customer.block"]])).headers()["location"]).toContain("refused=key_reused");
  expect(
    (
      await request.post("/settings/save", {
        data: "key=1",
        headers: { origin: second.url, "content-type": "application/x-www-form-urlencoded" },
      })
    ).status(),
  ).toBe(400);
  await page.goto("/settings");
  await expect(page.locator(".past").first().locator("tbody tr")).toHaveCount(1);
});

for (const [state, days] of [
  ["as it is opened", undefined],
  ["with a preview", "5"],
  ["with a fault", "0"],
] as const)
  test(`is accessible and fits, light and dark, wide and narrow, ${state}`, async ({ page }) => {
    await page.goto("/settings");
    if (days !== undefined) {
      await page.getByLabel("Disable after delinquent days").fill(days);
      await press(page, "Preview");
    }
    await expectAccessible(page);
  });

async function open(page: Page, language: Language) {
  await page.goto("/settings");
  if ((await page.locator("html").getAttribute("lang")) === language) return;
  throw new Error(`the page is not in ${language}`);
}

async function press(page: Page, name: string) {
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name, exact: true }).click();
  await loaded;
}
