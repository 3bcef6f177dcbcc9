import { expect, test } from "#tests/e2e/app";
import { addCustomer } from "#tests/e2e/portfolio";

test("a refusal of a request for credit that no field is to blame for takes the focus", async ({ page, database }) => {
  const { code } = await addCustomer(database);
  await page.goto(`/customers/${code}/credits/new`);
  await page.locator(".request input[name=key]").evaluate((key: HTMLInputElement) => {
    key.value = "none";
  });
  await page.getByRole("button", { name: "Make the request" }).click();
  const refusal = page.getByRole("main").getByRole("alert");
  await expect(refusal).toContainText("This form is not one of this page");
  await expect(refusal).toBeFocused();
});
