import { expectWords } from "#tests/e2e/answers";
import { expect, type Operator, test } from "#tests/e2e/app";
import { addDraft, field, lending, press } from "#tests/e2e/catalogue";
import { expectAccessible } from "#tests/e2e/look";
import { naughty } from "#tests/e2e/naughty";

for (const tab of ["general", "repayment", "charges"])
  test(`the tab ${tab} is accessible and fits`, async ({ page, database }) => {
    const { offer } = await addDraft(database);
    await page.goto(`/offers/${offer.code}?tab=${tab}`);
    await expectAccessible(page);
  });

test("a form that was refused is accessible and fits", async ({ page }) => {
  await page.goto("/products/new");
  await press(page, "Add product");
  await expect(field(page, "Name")).toBeFocused();
  await expectAccessible(page);
});

test("the form of a product is accessible and fits", async ({ page, database }) => {
  const { product } = await addDraft(database);
  await page.goto(`/products/${product.code}`);
  await page.getByRole("main").getByText("Edit", { exact: true }).click();
  await expectAccessible(page);
});

test("a simulation is accessible and fits", async ({ page, database }) => {
  const { offer } = await addDraft(database, { terms: { ...lending, upfrontFee: { kind: "percent", percent: "2" } } });
  await page.goto(`/offers/${offer.code}/simulate?amount=1000000&instalments=36`);
  await expect(page.locator("table.schedule")).toContainText("Fees");
  await expectAccessible(page);
});

test("a simulation that is refused is accessible and fits", async ({ page, database }) => {
  const { offer } = await addDraft(database, { terms: lending });
  await page.goto(`/offers/${offer.code}/simulate?amount=x&on=31/12/2026`);
  await expectAccessible(page);
});

test("an offer without its terms is not simulated, and says what is missing", async ({ page, database }) => {
  const { offer } = await addDraft(database);
  await page.goto(`/offers/${offer.code}/simulate?amount=1000000&instalments=36`);
  await expect(page.getByText("This offer cannot be simulated yet")).toBeVisible();
  await page.getByRole("link", { name: "Go to: Repayment logic" }).first().click();
  await expect(field(page, "Method")).toBeVisible();
});

const adds: Partial<Record<Operator, number>> = {
  "super-admin": 1,
  "account-executive": 1,
  "business-account": 0,
  "customer-account": 0,
};
for (const [operator, count] of Object.entries(adds) as [Operator, number][])
  test.describe(operator, () => {
    test.use({ operator });
    test(`finds ${count === 0 ? "no " : ""}way to a new product in the list`, async ({ page }) => {
      await page.goto("/products");
      const link = page.getByRole("main").getByRole("link", { name: "New product", exact: true });
      await expect(link).toHaveCount(count);
      if (count === 0) return;
      await link.click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("New product");
    });
  });

for (const [what, value] of Object.entries(naughty))
  test(`${what} in an address of the catalogue is answered in words`, async ({ request, database }) => {
    const { offer, product } = await addDraft(database, { terms: lending });
    const of = `/offers/${offer.code}`;
    const keys = ["amount", "downpayment", "instalments", "on", "first"];
    const addresses = [
      ...keys.flatMap((key) => [
        `${of}/simulate?${key}=${value}`,
        `${of}/simulate/export?amount=1000000&instalments=3&${key}=${value}`,
      ]),
      ...["tab", "saved", "removed", "done"].flatMap((key) => [
        `${of}?${key}=${value}`,
        `/products/${product.code}?${key}=${value}`,
      ]),
      `/offers/new?product=${value}`,
      `/offers/${value.replaceAll("/", "%2F")}/simulate`,
    ];
    for (const address of addresses) await expectWords(await request.get(address, { maxRedirects: 0 }), address);
  });
