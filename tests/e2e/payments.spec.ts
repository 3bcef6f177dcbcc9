import type { Page } from "@playwright/test";
import type pg from "pg";
import { expect, origin, test } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { addCredit } from "#tests/e2e/portfolio";
import { ways } from "#tests/e2e/ways";

const words = {
  en: {
    register: "Register payment",
    amount: "Amount",
    preview: "Preview",
    cover: "What it would cover",
    confirm: "Confirm",
    reverse: "Reverse",
    reason: "Reason",
    reversing: "What reversing it would change",
    visit: "Visit credit",
    promise: "Record promise",
    wrong: /correct what is marked/,
    ask: /Ask for approval/,
    asked: /Asked for approval/,
  },
  es: {
    register: "Registrar pago",
    amount: "Monto",
    preview: "Vista previa",
    cover: "Qué cubriría",
    confirm: "Confirmar",
    reverse: "Reversar",
    reason: "Motivo",
    reversing: "Qué cambiaría si se reversa",
    visit: "Ver crédito",
    promise: "Registrar promesa",
    wrong: /corrija lo marcado/,
    ask: /Pedir aprobación/,
    asked: /Aprobación pedida/,
  },
};

const paymentOf = async (database: pg.Pool, id: string) =>
  (await database.query("select code, status, amount_minor::int as amount from payments where credit_id = $1", [id])).rows[0];

for (const { way, language, javaScriptEnabled } of ways) {
  const t = words[language];
  test.describe(way, () => {
    test.use({ language, javaScriptEnabled });

    test("a payment is previewed, registered, confirmed, and its reversal foreseen, asked for and approved", async ({
      page,
      database,
      browser,
      signedIn,
    }) => {
      const { id, code } = await addCredit(database, { amount_minor: 500_000_00, outstanding_minor: 500_000_00 });
      await page.goto(`/credits/${code}`);
      await page.getByRole("link", { name: t.register }).click();
      await expect(page).toHaveURL(`${origin}/credits/${code}/payments/new`);
      const amount = page.getByLabel(t.amount);
      await amount.fill("abc");
      await page.getByRole("button", { name: t.register }).click();
      await expect(page.locator("main .refused")).toContainText(t.wrong);
      await expect(amount).toHaveValue("abc");
      await expect(amount).toHaveAttribute("aria-invalid", "true");
      await amount.fill("120000");
      await page.getByRole("button", { name: t.preview }).click();
      await expect(page.getByRole("heading", { name: t.cover })).toBeVisible();
      await expect(page.locator(".foreseen").first()).toContainText(/380[.,]000/);
      expect(await paymentOf(database, id)).toBeUndefined();
      await page.getByRole("button", { name: t.register }).click();
      await expect(page).toHaveURL(/\/pre-payments\/N-/);
      const prePayment = new URL(page.url()).pathname;
      await expect(page.locator(".timeline li")).toHaveCount(1);
      await expect(page.locator(".timeline .who")).toContainText("super-admin@demo.example");

      await act(page, "confirm", t.confirm);
      await expect(page.locator(".moves .result")).toBeVisible();
      const payment = await paymentOf(database, id);
      expect(payment).toMatchObject({ status: "accepted", amount: 120_000_00 });
      await page.locator(".moves .result").getByRole("link", { name: payment.code }).click();
      await expect(page).toHaveURL(`${origin}/payments/${payment.code}`);
      const made = page.locator(".timeline li").last();
      await expect(made.locator(".who")).toContainText("super-admin@demo.example");
      await expect(made.getByRole("link")).toHaveAttribute("href", prePayment);
      await expect(page.getByRole("link", { name: t.visit })).toHaveAttribute("href", `/credits/${code}`);
      const foreseen = page.locator(".reversal");
      await expect(foreseen.getByRole("heading", { name: t.reversing })).toBeVisible();
      await expect(foreseen).toContainText(/380[.,]000/);
      await page.locator("#act-reverse > summary").click();
      await page.locator("#act-reverse select").selectOption("posted_in_error");
      await page.locator("#act-reverse").getByRole("button", { name: t.ask }).click();
      await expect(page.locator(".moves .result")).toContainText(t.asked);

      const other = await browser.newPage({ storageState: await signedIn("super-admin-2") });
      await other.goto(`${origin}/payments/${payment.code}`);
      await expect(other.locator(".reversal")).toContainText(/380[.,]000/);
      await other.locator(".pending details > summary").first().click();
      await other.locator("button[value=approved]").first().click();
      await expect(other).toHaveURL(/decided=approved/);
      await other.close();
      expect(await paymentOf(database, id)).toMatchObject({ status: "reversed" });
      await page.reload();
      await expect(page.locator(".reversal")).toHaveCount(0);
    });

    test("a promise is recorded from the credit, refused first with all that was typed", async ({ page, database }) => {
      const { id, code } = await addCredit(database);
      await page.goto(`/credits/${code}`);
      await page.getByRole("link", { name: t.promise }).click();
      await expect(page.locator("select[name=of]")).toHaveValue(code);
      await page.getByLabel(t.amount).fill("99999999");
      await page.getByRole("button", { name: t.promise }).click();
      await expect(page.locator("main .refused")).toContainText(t.wrong);
      await expect(page.getByLabel(t.amount)).toHaveValue("99999999");
      await page.getByLabel(t.amount).fill("1000");
      await page.getByRole("button", { name: t.promise }).click();
      await expect(page).toHaveURL(/\/promises\/M-/);
      const { rows } = await database.query("select status from promises where credit_id = $1", [id]);
      expect(rows).toEqual([{ status: "open" }]);
    });
  });
}

test("what is typed is followed by a preview, and nothing typed is lost", async ({ page, database }) => {
  const { code } = await addCredit(database);
  await page.goto(`/credits/${code}/payments/new`);
  await page.getByLabel("Amount").pressSequentially("500000");
  await expect(page.locator(".preview")).toContainText("Settle");
  await page.getByLabel("Amount").fill("500001");
  await expect(page.locator(".preview")).toContainText("is more than is taken");
  await page.getByLabel("Pays the credit off").check();
  await page.getByRole("button", { name: "Register payment" }).click();
  await expect(page.locator("main .refused")).toBeVisible();
  await expect(page.getByLabel("Pays the credit off")).toBeChecked();
  await expect(page.locator(".fault")).toContainText("is COP 500,000");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("bad input comes back with its sentence and all that was typed, and nothing is kept", async ({ page, database }) => {
    const { id, code } = await addCredit(database);
    const bad: [fields: Record<string, string>, sentence: RegExp][] = [
      [{ amount: "" }, /Type the amount/],
      [{ amount: "0" }, /more than zero/],
      [{ amount: "-5" }, /not negative/],
      [{ amount: "1,234.56" }, /no decimals/],
      [{ amount: "1.234,56" }, /no decimals/],
      [{ amount: "9".repeat(10_000) }, /Type an amount in digits|more than any amount/],
      [{ amount: "5000", day: "2020-01-01" }, /nothing to pay before/],
      [{ amount: "5000", day: "2090-01-01" }, /no further ahead/],
      [{ amount: "5000", day: "" }, /Choose the day/],
    ];
    for (const [fields, sentence] of bad) {
      await page.goto(`/credits/${code}/payments/new`);
      for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
      await page.getByRole("button", { name: "Register payment" }).click();
      await expect(page.locator(".fault").first()).toContainText(sentence);
      for (const [name, value] of Object.entries(fields)) await expect(page.locator(`[name=${name}]`)).toHaveValue(value);
    }
    const { rows } = await database.query("select count(*)::int as made from pre_payments where credit_id = $1", [id]);
    expect(rows).toEqual([{ made: 0 }]);
  });
});

test.describe("accessible, and fits", () => {
  test("the form of a payment", async ({ page, database }) => {
    const { code } = await addCredit(database);
    await page.goto(`/credits/${code}/payments/new`);
    await page.getByLabel("Amount").fill("200000");
    await expect(page.locator(".foreseen").first()).toBeVisible();
    await expectAccessible(page);
  });

  test("the form of a promise", async ({ page, database }) => {
    const { customer } = await addCredit(database);
    await page.goto(`/customers/${customer.code}/promises/new`);
    await expectAccessible(page);
  });

  test("a payment whose reversal is foreseen", async ({ page, database }) => {
    const { rows } = await database.query(
      "select m.code from payments m join allocations a on a.payment_id = m.id where m.status = 'accepted' order by a.superseded_at limit 1",
    );
    await page.goto(`/payments/${rows[0].code}`);
    await expectAccessible(page);
  });
});

async function act(page: Page, event: string, label: string) {
  await page.locator(`#act-${event} > summary`).click();
  await page.locator(`#act-${event}`).getByRole("button", { name: label }).click();
}
