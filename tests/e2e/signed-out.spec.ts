import type { Page } from "@playwright/test";
import { expect, test } from "#tests/e2e/app";
import { addCredit, addCustomer, addOffer } from "#tests/e2e/portfolio";

const told = /signed out, so nothing was done.*what you typed is still here/;

/** Signs the operator out as time does, behind the page's back; answers how they sign in again. */
async function signOut(page: Page): Promise<() => Promise<void>> {
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  return () => page.context().addCookies(cookies);
}

test("an action whose session ended amid it keeps what was typed, and is done once one is signed in again", async ({
  page,
  database,
}) => {
  const { code } = await addCustomer(database);
  await page.goto(`/customers/${code}`);
  const form = page.locator("#act-disable");
  await form.locator("summary").click();
  await form.locator("select").selectOption("other");
  await form.locator("textarea").fill("Said on the phone");
  const signIn = await signOut(page);
  await form.locator("button[type=submit]").click();
  await expect(form.getByRole("alert")).toContainText(told);
  await expect(form.locator("select")).toHaveValue("other");
  await expect(form.locator("textarea")).toHaveValue("Said on the phone");
  await signIn();
  await form.locator("button[type=submit]").click();
  await expect(page.locator(".moves .result")).toContainText("from Enabled to Disabled");
});

test("so does a form of fields", async ({ page, database }) => {
  const { code } = await addCustomer(database);
  await page.goto(`/customers/${code}`);
  const notes = page.locator("#notes");
  await notes.getByLabel("New note").fill("Calls after six");
  const signIn = await signOut(page);
  await notes.getByRole("button", { name: "Add note" }).click();
  await expect(notes.getByRole("alert")).toContainText(told);
  await signIn();
  await notes.getByRole("button", { name: "Add note" }).click();
  await expect(notes.locator(".entries")).toContainText("Calls after six");
});

test("nor does a preview lead away from what is being typed", async ({ page, database }) => {
  const { code } = await addCredit(database);
  await page.goto(`/credits/${code}/payments/new`);
  const signIn = await signOut(page);
  await page.getByLabel("Amount").fill("120000");
  await expect(page.locator("main .refused")).toContainText(told);
  await expect(page.getByLabel("Amount")).toHaveValue("120000");
  await signIn();
  await page.getByRole("button", { name: "Register payment" }).click();
  await expect(page).toHaveURL(/\/pre-payments\/N-/);
});

test("nor is a request for credit lost, whose preview says why it is none", async ({ page, database }) => {
  const { code } = await addCustomer(database);
  const { offer } = await addOffer(database);
  await page.goto(`/customers/${code}/credits/new`);
  await page.locator(`[name=offer][value=${offer.code}]`).check();
  const signIn = await signOut(page);
  await page.locator("[name=amount]").fill("50000");
  await expect(page.locator(".preview")).toContainText(told);
  await page.locator("[name=instalments]").fill("2");
  await page.getByRole("button", { name: "Make the request" }).click();
  await expect(page.locator("main .refused")).toContainText(told);
  await expect(page.locator("[name=amount]")).toHaveValue("50000");
  await signIn();
  await page.getByRole("button", { name: "Make the request" }).click();
  await expect(page).toHaveURL(/\/pre-loans\/R-/);
});
