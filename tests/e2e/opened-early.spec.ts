import { expect, test } from "#tests/e2e/app";
import { addDeletion, rowOf } from "#tests/e2e/asking";

test("what is opened in a list before its script runs stays open when it does", async ({ page, database }) => {
  const { code } = await addDeletion(database);
  let release = () => undefined as unknown;
  const released = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route("**/*.js*", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("/approvals?state=pending", { waitUntil: "commit" });
  const row = rowOf(page, code);
  const copy = row.getByRole("button", { name: `Copy ${code}` });
  await row.locator("summary").click();
  await expect(copy).toBeHidden();
  release();
  await expect(copy).toBeVisible();
  await expect(row.getByRole("button", { name: "Approve" })).toBeVisible();
});
