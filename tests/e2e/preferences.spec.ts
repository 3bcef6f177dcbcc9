import { expect, origin, test } from "#tests/e2e/app";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled, storageState: async ({ signedIn }, use) => use(await signedIn("super-admin")) });

    test("the language is the browser's until another is chosen, which lasts", async ({ page }) => {
      await page.goto("/pre-customers?sort=name");
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await page.locator("details.preferences summary").click();
      await page.getByRole("button", { name: "Español" }).click();
      await expect(page).toHaveURL(`${origin}/pre-customers?sort=name`);
      await expect(page.locator("html")).toHaveAttribute("lang", "es");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Preclientes");
      await page.goto("/customers");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Clientes");
      await page.locator("details.preferences summary").click();
      await page.getByRole("button", { name: "English" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Customers");
    });

    test("the theme is the system's until another is chosen, which lasts", async ({ page }) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const choose = async (theme: string) => {
        await page.locator("details.preferences summary").click();
        await page.getByRole("button", { name: theme }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Customers");
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme === "System" ? /^$/ : theme.toLowerCase());
      };
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto("/customers");
      const light = await paper();
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await paper();
      expect(dark).not.toBe(light);
      await choose("Light");
      expect(await paper()).toBe(light);
      await page.goto("/customers?sort=name");
      expect(await paper()).toBe(light);
      await page.emulateMedia({ colorScheme: "light" });
      await choose("Dark");
      expect(await paper()).toBe(dark);
    });
  });
}

test.describe("for a browser that asks for Spanish", () => {
  test.use({ locale: "es-CO", storageState: { cookies: [], origins: [] } });
  test("the app and the provider speak it", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ingresar");
    await page.getByRole("button", { name: "Ingresar con la cuenta de la empresa" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("¿Quién es usted hoy?");
  });
});

for (const [language, sentences] of [
  ["en", { role: "Your role (Account Executive) may not do this.", form: "is not a form", preference: "no such language" }],
  ["es", { role: "Su rol (Ejecutivo de cuenta) no puede hacer esto.", form: "no es un formulario", preference: "No existe ese" }],
] as const)
  test.describe(`in ${language}, what no page of ours sends`, () => {
    test.use({ language, operator: "account-executive" });

    test("is refused in that language, without a name that only the program knows", async ({ request }) => {
      const send = async (path: string, data: string, type = "application/x-www-form-urlencoded") => {
        const answer = await request.post(path, { data, headers: { origin, "content-type": type }, maxRedirects: 0 });
        return [answer.status(), await answer.text()];
      };
      expect(await send("/import/commit", "import=none")).toEqual([403, expect.stringContaining(sentences.role)]);
      expect(await send("/customers/search", "{}", "application/json")).toEqual([400, expect.stringContaining(sentences.form)]);
      expect(await send("/preferences", "language=fr&back=/")).toEqual([400, expect.stringContaining(sentences.preference)]);
    });
  });

test("an ID is copied with one button", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/customers");
  const code = await page.locator("td.code a").nth(3).innerText();
  await page.getByRole("button", { name: `Copy ${code}` }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
});

test("every page states the business date and the days' time zone", async ({ page }) => {
  for (const address of ["/customers", "/pre-customers", "/import"]) {
    await page.goto(address);
    await expect(page.locator("header.shell")).toContainText("America/Bogota");
    await expect(page.locator("header.shell")).toContainText(/Business date\s+\w{3} \d{1,2}, \d{4}/);
  }
});
