import type { Page } from "@playwright/test";
import type pg from "pg";
import { expect, type Operator, origin, test } from "#tests/e2e/app";
import { addCredit, addCustomer, addOffer } from "#tests/e2e/portfolio";
import { send } from "#tests/e2e/sent-form";
import { ways } from "#tests/e2e/ways";

const words = {
  en: {
    create: "+ Create credit",
    amount: "Amount",
    instalments: "Number of instalments",
    preview: "Preview",
    submit: "Make the request",
    schedule: "Schedule",
    total: "Total",
    confirm: "Confirm",
    sentence: /^12 instalments, the highest of 100,000\b/,
    pending: "Pending",
    completed: "Completed",
    missing: ["Choose an offer.", "Type the amount.", "Type the number of instalments."],
  },
  es: {
    create: "+ Crear crédito",
    amount: "Monto",
    instalments: "Número de cuotas",
    preview: "Vista previa",
    submit: "Hacer la solicitud",
    schedule: "Plan de pagos",
    total: "Total",
    confirm: "Confirmar",
    sentence: /^12 cuotas, la más alta de 100\.000\b/,
    pending: "Pendiente",
    completed: "Completada",
    missing: ["Elija una oferta.", "Escriba el monto.", "Escriba el número de cuotas."],
  },
};

/** An offer without interest that nobody else's test has. */
async function free(database: pg.Pool, offer: Parameters<typeof addOffer>[2] = {}) {
  const name = `Sin interés ${Date.now()}${Math.floor(Math.random() * 1e6)}`;
  const terms = JSON.stringify({ annualRate: "0", method: "equal_instalments", every: 1, unit: "month" });
  return { name, ...(await addOffer(database, {}, { name, terms, ...offer })) };
}

const choose = (page: Page, name: string) => page.getByRole("radio", { name }).check();

for (const { way, language, javaScriptEnabled } of ways) {
  test.describe(way, () => {
    test.use({ language, javaScriptEnabled, operator: "business-account" });
    const said = words[language];

    test("a credit is asked for from the profile, previewed, and confirmed", async ({ page, database }) => {
      const [customer, offer] = [await addCustomer(database), await free(database)];
      await page.goto(`/customers/${customer.code}`);
      await page.getByRole("link", { name: said.create }).click();
      await expect(page).toHaveURL(`/customers/${customer.code}/credits/new`);
      await choose(page, offer.name);
      await page.getByLabel(said.amount, { exact: true }).fill(language === "en" ? "1,200,000" : "1.200.000");
      await page.getByLabel(said.instalments).fill("12");
      if (!javaScriptEnabled) await page.getByRole("button", { name: said.preview }).click();
      await expect(page.getByRole("img", { name: said.sentence })).toBeVisible();
      const rows = page.getByRole("table").getByRole("row");
      await expect(rows).toHaveCount(14);
      await expect(page.getByRole("radio", { name: offer.name })).toBeChecked();
      await expect(page.getByLabel(said.instalments)).toHaveValue("12");
      await expect(page.getByRole("button", { name: said.preview })).toHaveCount(javaScriptEnabled ? 0 : 1);
      await page.getByRole("button", { name: said.submit }).click();
      await expect(page).toHaveURL(/\/pre-loans\/R-\w{6}$/);
      await expect(page.locator(".record-head")).toContainText(said.pending);
      await expect(page.getByRole("img", { name: said.sentence })).toBeVisible();
      await page.locator("summary", { hasText: said.confirm }).click();
      await page.locator("#act-confirm button[type=submit]").click();
      await expect(page.locator(".record-head")).toContainText(said.completed);
      await page.locator("dl").getByRole("link", { name: /^K-/ }).click();
      await expect(page).toHaveURL(/\/credits\/K-\w{6}$/);
      const schedule = page.getByRole("region", { name: new RegExp(`^${said.schedule}`) });
      await expect(schedule.getByRole("row")).toHaveCount(15);
    });

    test("what is wrong stands beside its field, and nothing typed is lost", async ({ page, database }) => {
      const [customer, offer] = [await addCustomer(database), await free(database)];
      await page.goto(`/customers/${customer.code}/credits/new`);
      await page.getByRole("button", { name: said.submit }).click();
      await expect(page.getByRole("alert").first()).toBeVisible();
      for (const sentence of said.missing) await expect(page.locator(".fault", { hasText: sentence })).toBeVisible();
      await choose(page, offer.name);
      await page.getByLabel(said.amount, { exact: true }).fill("doce <b>");
      await page.getByLabel(said.instalments).fill("99");
      await page.getByRole("button", { name: said.submit }).click();
      await expect(page.locator(".fault")).toHaveCount(2);
      await expect(page.getByLabel(said.amount, { exact: true })).toHaveValue("doce <b>");
      await expect(page.getByLabel(said.instalments)).toHaveValue("99");
      await expect(page.getByLabel(said.instalments)).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByRole("radio", { name: offer.name })).toBeChecked();
    });
  });
}

test.describe("an offer", () => {
  test("that cannot be had is greyed with its reason, and one of cards is not there", async ({ page, database }) => {
    const customer = await addCustomer(database);
    const later = await free(database, { valid_from: "2099-01-01" });
    const cards = await addOffer(database, { kind: "card" }, { name: `Tarjeta ${Date.now()}` });
    await page.goto(`/customers/${customer.code}/credits/new`);
    const radio = page.getByRole("radio", { name: later.name });
    await expect(radio).toBeDisabled();
    await expect(radio).toHaveAccessibleDescription(/The offer is valid only from Jan 1, 2099 on\./);
    await expect(page.locator(`input[value="${cards.offer.code}"]`)).toHaveCount(0);
  });

  test("for purchases asks for a downpayment, and the others do not", async ({ page, database }) => {
    const customer = await addCustomer(database);
    const [purchase, cash] = [await free(database, { type: "purchase", downpayment_percent: "20" }), await free(database)];
    await page.goto(`/customers/${customer.code}/credits/new`);
    const downpayment = page.getByLabel("Downpayment");
    await choose(page, cash.name);
    await expect(downpayment).toBeHidden();
    await choose(page, purchase.name);
    await page.getByLabel("Amount", { exact: true }).fill("1000000");
    await page.getByLabel("Number of instalments").fill("4");
    await downpayment.fill("100000");
    await expect(page.locator(".preview .why")).toHaveText(/at least 20\s%/);
    await downpayment.fill("200000");
    await expect(page.getByRole("img", { name: /^4 instalments, the highest of 200,000\b/ })).toBeVisible();
  });
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "refinancing, with script" : "refinancing, without script", () => {
    test.use({ javaScriptEnabled });

    test("a disabled customer's credit adds what pays it off", async ({ page, database }) => {
      const credit = await addCredit(database);
      await database.query("UPDATE credits SET first_due_on = '2026-03-01' WHERE id = $1", [credit.id]);
      const disabled = await addCustomer(database, { status: "disabled" });
      await database.query("UPDATE credits SET customer_id = $1 WHERE id = $2", [disabled.id, credit.id]);
      const offer = await free(database);
      await page.goto(`/customers/${disabled.code}`);
      const link = page.getByRole("link", { name: "+ Create credit" });
      await expect(link).toHaveAccessibleDescription(/a disabled one to refinance a credit of theirs/);
      await page.goto(`/credits/${credit.code}`);
      await page.getByRole("link", { name: "Refinance it by a new credit" }).click();
      await expect(page.getByLabel("Refinances", { exact: true })).toHaveValue(credit.code);
      await choose(page, offer.name);
      await page.getByLabel("Amount", { exact: true }).fill("100,000");
      await page.getByLabel("Number of instalments").fill("6");
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Preview" }).click();
      await expect(page.locator(".preview")).toContainText("COP 600,000");
      await expect(page.locator(".preview")).toContainText("A second operator will have to approve its confirmation.");
      await page.getByRole("button", { name: "Make the request" }).click();
      await expect(page).toHaveURL(/\/pre-loans\//);
      await expect(page.getByRole("link", { name: credit.code })).toBeVisible();
    });
  });

test("a blocked customer's page says why there is no new credit", async ({ page, database }) => {
  const { code } = await addCustomer(database, { status: "blocked" });
  await page.goto(`/customers/${code}`);
  await expect(page.getByRole("button", { name: "+ Create credit" })).toHaveAccessibleDescription(/“Blocked”/);
  await page.goto(`/customers/${code}/credits/new`);
  await expect(page.getByRole("note")).toContainText("“Blocked”");
  await expect(page.getByRole("button", { name: "Make the request" })).toHaveCount(0);
});

for (const operator of ["account-executive", "customer-account"] satisfies Operator[])
  test.describe(operator, () => {
    test.use({ operator });

    test("may not ask for a credit", async ({ page, database, browser, signedIn }) => {
      const { code } = await addCustomer(database);
      await page.goto(`/customers/${code}`);
      const refused = page.getByRole("button", { name: "+ Create credit" });
      await expect(refused).toHaveAttribute("aria-disabled", "true");
      await expect(refused).toHaveAccessibleDescription("Your role may not do this; who may: Super Admin or Business account.");
      const other = await browser.newContext({ storageState: await signedIn("business-account") });
      const html = await (await other.request.get(`${origin}/customers/${code}/credits/new`)).text();
      const form = html.slice(html.indexOf('class="profile-form"'));
      const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
      const fields = Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"')]));
      await other.close();
      const answer = await send(page.request, `/customers/${code}/credits/new`, { ...fields, intent: "request", offer: "x" });
      expect(answer.status()).toBe(403);
      const { rows } = await database.query(
        "SELECT FROM pre_loans r JOIN customers c ON c.id = r.customer_id WHERE c.code = $1",
        [code],
      );
      expect(rows).toEqual([]);
    });
  });
