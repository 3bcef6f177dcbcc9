import { expect, test } from "#tests/e2e/app";
import { addCustomer } from "#tests/e2e/portfolio";

test("who goes back to a page after a move sees the record as it is now", async ({ page, database }) => {
  const { code } = await addCustomer(database, { status: "enabled" });
  const disable = page.locator("#act-disable");
  await page.goto(`/customers/${code}`);
  await disable.locator("summary").click();
  await disable.locator("[name=reason]").selectOption("holder_request");
  await disable.locator("button[type=submit]").click();
  await page.waitForURL(/done=/);
  await expect(page.locator("#act-enable")).toBeVisible();
  await page.evaluate(() => history.back());
  await page.waitForURL((url) => url.search === "");
  await expect(page.locator("#act-enable")).toBeVisible();
  await expect(disable).toHaveCount(0);
});
