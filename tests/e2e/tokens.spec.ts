import type { Page } from "@playwright/test";
import { bilingual } from "#lib/messages/bilingual";
import { expect, type Operator, origin, test } from "#tests/e2e/app";
import { addCard, addToken, sending } from "#tests/e2e/card-api";
import { expectAccessible } from "#tests/e2e/look";
import { formOf, send } from "#tests/e2e/sent-form";
import { ways } from "#tests/e2e/ways";

const words = bilingual({
  en: {
    title: "API tokens",
    create: "Create token",
    name: "Name",
    block: "Block",
    lost: "Report lost",
    calls: "Calls per minute",
    last: "Last day",
    no_name: "Type a name of at most 60 characters.",
    no_scope: "Tick at least one thing that it may do.",
    no_calls: "Type a whole number from 1 to 6000.",
    no_day: "Type a day of the calendar, today or later, or leave it empty.",
    done: "Done",
    revoke: "Revoke",
    revoked: "is revoked; its calls are refused.",
    created_deed: "API token created",
  },
  es: {
    title: "Tokens de API",
    create: "Crear token",
    name: "Nombre",
    block: "Bloquear",
    lost: "Reportar pérdida",
    calls: "Llamadas por minuto",
    last: "Último día",
    no_name: "Escriba un nombre de máximo 60 caracteres.",
    no_scope: "Marque al menos una cosa que pueda hacer.",
    no_calls: "Escriba un número entero de 1 a 6000.",
    no_day: "Escriba un día del calendario, hoy o después, o déjelo en blanco.",
    done: "Listo",
    revoke: "Revocar",
    revoked: "está revocado; sus llamadas se rechazan.",
    created_deed: "Token de API creado",
  },
});

for (const { way, language, ...settings } of ways) {
  const says = words[language];
  test.describe(way, () => {
    test.use({ ...settings, language, locale: language === "es" ? "es-CO" : "en-US" });

    test("a token is made, told once, used, and revoked", async ({ page, playwright, database }) => {
      const card = await addCard(database, "active");
      await page.goto("/settings");
      await page.getByRole("main").getByRole("link", { name: says.title }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(says.title);
      await page.getByLabel(says.name, { exact: true }).fill("App del titular");
      await page.getByLabel(says.block, { exact: true }).check();
      await page.getByRole("button", { name: says.create }).click();
      const token = (await page.locator("code.secret").textContent()) ?? "";
      const prefix = token.slice(0, 16);
      expect(token).toMatch(/^cartera_[0-9a-f]{8}_[\w-]{43}$/);
      expect(page.url()).toBe(`${origin}/settings/tokens`);
      await expect(rowOf(page, prefix)).toContainText("App del titular");

      const app = await playwright.request.newContext({ baseURL: origin });
      const call = (event: string) => app.post(`/api/cards/${card.code}/${event}`, sending(token, { reason: "holder_request" }));
      expect((await call("block")).status()).toBe(200);
      expect((await call("unblock")).status()).toBe(403);

      // Open again, the page knows no more of it.
      await page.getByRole("link", { name: says.done }).click();
      await expect(page.locator("code.secret")).toHaveCount(0);
      expect(await page.content()).not.toContain(token);
      await page.goto("/history?module=settings");
      const entry = page.locator("tbody tr").filter({ hasText: prefix }).filter({ hasText: says.created_deed });
      await expect(entry).toContainText(says.block);
      expect(await page.content()).not.toContain(token);

      await page.goto("/settings/tokens");
      await rowOf(page, prefix).locator("summary").click();
      await rowOf(page, prefix).getByRole("button", { name: says.revoke }).click();
      await expect(page.getByRole("status")).toContainText(says.revoked);
      await expect(rowOf(page, prefix).locator("summary")).toHaveCount(0);
      expect((await call("unblock")).status()).toBe(401);
      await app.dispose();
    });

    test("what is wrong is told by the field, and nothing typed is lost", async ({ page }) => {
      await page.goto("/settings/tokens");
      await page.getByLabel(says.calls).fill("many");
      await page.getByLabel(says.last).fill("2020-01-01");
      await page.getByRole("button", { name: says.create }).click();
      const form = page.locator("form.profile-form.many");
      for (const sentence of [says.no_name, says.no_scope, says.no_calls, says.no_day])
        await expect(form).toContainText(sentence);
      await expect(page.getByLabel(says.calls)).toHaveValue("many");
      await expect(page.getByLabel(says.last)).toHaveValue("2020-01-01");
      await page.getByLabel(says.lost).check();
      await page.getByRole("button", { name: says.create }).click();
      await expect(form).not.toContainText(says.no_scope);
      await expect(page.getByLabel(says.lost)).toBeChecked();
    });
  });
}

test("a form sent twice makes one token and tells it once", async ({ request, database }) => {
  const name = `Twice ${Date.now()}`;
  const form = { ...(await formOf(request, "/settings/tokens", "create")), name, "card.block": "true", calls: "9", expires: "" };
  const first = await send(request, "/settings/tokens", form);
  expect(first.status()).toBe(200);
  const [token = ""] = /cartera_[0-9a-f]{8}_[\w-]{43}/.exec(await first.text()) ?? [];
  const again = await send(request, "/settings/tokens", form);
  expect(again.status()).toBe(409);
  expect(token).not.toBe("");
  expect(await again.text()).not.toContain(token);
  expect(await again.text()).toContain(`token ${token.slice(0, 16)} was made then`);
  const { rowCount } = await database.query("select from service_tokens where name = $1", [name]);
  expect(rowCount).toBe(1);
  const kept = await database.query("select from requests where answer::text like $1", [`%${token.slice(17)}%`]);
  expect(kept.rowCount).toBe(0);
});

test.describe("is accessible and fits, light and dark, wide and narrow,", () => {
  test("with tokens in every state", async ({ page, database }) => {
    await addToken(database, { expires: "2020-01-01" });
    await addToken(database, { revoked: true });
    await page.goto("/settings/tokens");
    await expectAccessible(page);
  });

  test("refused", async ({ page }) => {
    await page.goto("/settings/tokens");
    await page.getByRole("button", { name: "Create token" }).click();
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
    await expectAccessible(page);
  });

  test("with a token that was made", async ({ page }) => {
    await page.goto("/settings/tokens");
    await page.getByLabel("Name", { exact: true }).fill("Looked at");
    await page.getByLabel("Block", { exact: true }).check();
    await page.getByRole("button", { name: "Create token" }).click();
    await expect(page.locator("code.secret")).toBeVisible();
    await expectAccessible(page);
  });
});

for (const operator of ["account-executive", "business-account", "customer-account"] satisfies Operator[])
  test.describe(operator, () => {
    test.use({ operator });

    test("may neither see nor make nor revoke a token, even with a form of who may", async ({
      page,
      request,
      database,
      playwright,
      signedIn,
    }) => {
      expect((await page.goto("/settings/tokens"))?.status()).toBe(403);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("You do not have permission for this");
      const { prefix } = await addToken(database);
      const admin = await playwright.request.newContext({ baseURL: origin, storageState: await signedIn("super-admin") });
      const made = await formOf(admin, "/settings/tokens", "create");
      const answer = await send(request, "/settings/tokens", {
        ...made,
        name: "Mine",
        "card.block": "true",
        calls: "9",
        expires: "",
      });
      expect(answer.status()).toBe(403);
      const revoked = await formOf(admin, "/settings/tokens", prefix);
      expect((await send(request, "/settings/tokens", revoked)).status()).toBe(403);
      await admin.dispose();
      const { rows } = await database.query(
        "select (select count(*)::int from service_tokens where name = 'Mine') as made, revoked_at from service_tokens where prefix = $1",
        [prefix],
      );
      expect(rows).toEqual([{ made: 0, revoked_at: null }]);
    });
  });

const rowOf = (page: Page, prefix: string) => page.locator(`#act-${prefix}`);
