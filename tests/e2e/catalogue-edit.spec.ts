import { expect, type Operator, test } from "#tests/e2e/app";
import { addDraft, field, lending, press } from "#tests/e2e/catalogue";
import { actionsOf } from "#tests/e2e/people";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("the second of two editors is told who was first, keeps what they typed, and may save it then", async ({
      page,
      database,
      browser,
      signedIn,
    }) => {
      const { offer } = await addDraft(database);
      await page.goto(`/offers/${offer.code}`);
      const other = await browser.newPage({ storageState: await signedIn("account-executive") });
      await other.goto(`/offers/${offer.code}`);
      await field(other, "Name").fill("Theirs");
      await press(other, "Save");
      await expect(other.getByRole("heading", { level: 1 })).toHaveText("Theirs");
      await other.close();

      await field(page, "Name").fill("Mine");
      expect(await press(page, "Save")).toBe(409);
      const alert = page.getByRole("main").getByRole("alert");
      await expect(alert).toContainText("account-executive@demo.example edited this on");
      await expect(field(page, "Name")).toHaveValue("Mine");
      await expect(page.locator(".timeline")).toContainText("Name: Navidad → Theirs");
      await press(page, "Save");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mine");
    });

    test("an offer that nobody asked for is removed; its address leads to its product", async ({ page, database }) => {
      const { offer, product } = await addDraft(database, { status: "enabled", terms: lending, valid_from: "2026-01-01" });
      await page.goto(`/offers/${offer.code}`);
      await expect(page.locator(".tag")).toHaveText("Idle");
      const removal = page.locator(".removal");
      await removal.getByRole("textbox").fill("F-222222");
      expect(await press(page, "Remove this offer")).toBe(400);
      await expect(removal.getByRole("alert")).toContainText("Type the ID");
      await expect(removal.getByRole("textbox")).toHaveValue("F-222222");
      await removal.getByRole("textbox").fill(offer.code);
      await press(page, "Remove this offer");
      await expect(page).toHaveURL(`/products/${product.code}?removed=${offer.code}`);
      await expect(page.locator(".told")).toContainText(`The offer ${offer.code} (Navidad) was removed.`);
      await page.goto(`/offers/${offer.code}?tab=charges`);
      await expect(page).toHaveURL(`/products/${product.code}?removed=${offer.code}`);
      expect(await actionsOf(database, offer.code)).toEqual(["offer.remove"]);
    });
  });
}

test("an enabled offer is not edited while the rules do not allow it, and a form sent all the same is refused", async ({
  page,
  database,
}) => {
  const { offer } = await addDraft(database);
  await page.goto(`/offers/${offer.code}`);
  await database.query("update offers set terms = $2, valid_from = '2026-01-01' where id = $1", [offer.id, lending]);
  const second = await page.context().newPage();
  await second.goto(`/offers/${offer.code}`);
  await second.locator("#act-activate summary").click();
  await second.locator("#act-activate button[type=submit]").click();
  await expect(second.getByRole("button", { name: "Edit" })).toHaveAccessibleDescription(/do not allow modifying offers/);
  await expect(second.locator(".offer-settings form")).toHaveCount(0);
  await field(page, "Name").fill("Sneaked");
  expect(await press(page, "Save")).toBe(409);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("do not allow modifying");
});

test("the history tells what an edit changed", async ({ page, database }) => {
  const { offer } = await addDraft(database);
  await page.goto(`/offers/${offer.code}?tab=repayment`);
  await field(page, "Annual rate, in percent").fill("28.5");
  await press(page, "Save");
  await expect(page.locator(".timeline")).toContainText("Annual rate, in percent: none → 28.5");
  await page.goto("/history?module=offers");
  const entry = page.getByRole("row").filter({ hasText: offer.code });
  await expect(entry).toContainText("Offer edited");
  await expect(entry).toContainText("Annual rate, in percent: none → 28.5");
});

for (const operator of ["business-account", "customer-account"] satisfies Operator[])
  test.describe(operator, () => {
    test.use({ operator });
    test("reads the catalogue, and changes nothing of it", async ({ page, database }) => {
      const { offer, product } = await addDraft(database, { terms: lending });
      await page.goto(`/offers/${offer.code}?tab=charges`);
      await expect(page.locator(".offer-settings")).toContainText("Late fee");
      await expect(page.locator(".offer-settings form, .removal form")).toHaveCount(0);
      await page.goto(`/products/${product.code}`);
      await expect(page.locator(".catalogue-form")).toHaveCount(0);
      await expect(page.getByRole("link", { name: "Add offer" })).toHaveCount(0);
      expect((await page.goto(`/offers/new?product=${product.code}`))?.status()).toBe(403);
      await page.goto(`/offers/${offer.code}/simulate?amount=1000000&instalments=6`);
      await expect(page.locator("table.schedule tbody tr")).toHaveCount(6);
      await expect(page.getByRole("link", { name: "Download CSV" })).toHaveCount(operator === "business-account" ? 1 : 0);
    });
  });
