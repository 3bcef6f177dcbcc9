import { expect, test } from "#tests/e2e/app";
import { addCustomer, addOffer } from "#tests/e2e/portfolio";
import { formOf, send } from "#tests/e2e/sent-form";

test("a refusal of a request for credit that no field is to blame for takes the focus", async ({ page, database }) => {
  const customer = await addCustomer(database);
  const name = `Sin interés ${Date.now()}${Math.floor(Math.random() * 1e6)}`;
  const terms = JSON.stringify({ annualRate: "0", method: "equal_instalments", every: 1, unit: "month" });
  await addOffer(database, {}, { name, terms });
  await page.goto(`/customers/${customer.code}/credits/new`);
  await page.getByRole("radio", { name }).check();
  await page.getByLabel("Amount", { exact: true }).fill("1000000");
  await page.getByLabel("Number of instalments").fill("4");
  const address = `/customers/${customer.code}`;
  await send(page.request, address, { ...(await formOf(page.request, address, "block")), reason: "fraud", comment: "" });
  await page.getByRole("button", { name: "Make the request" }).click();
  const refusal = page.getByRole("main").getByRole("alert");
  await expect(refusal).toContainText("“Blocked”");
  await expect(refusal).toBeFocused();
});
