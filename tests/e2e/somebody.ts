import type { Locator, Page } from "@playwright/test";
import Papa from "papaparse";
import { type ExportColumn, exportColumns } from "#lib/onboarding/column";
import { canary, former } from "#tests/canary";
import { expect } from "#tests/e2e/app";
import { ListScreen } from "#tests/e2e/list-screen";
import { customers, preCustomers } from "#tests/e2e/people-lists";

type Row = Partial<Record<ExportColumn, string>>;

/** The person as an onboarding system has them, before they are edited. */
export const brought: Row = {
  external_id: `ONB-${Date.now()}`,
  first_name: former.firstName,
  last_name: canary.lastName,
  document_type: "C.C.",
  document_number: canary.nationalId,
  phone: former.phone,
  email: former.email,
  address: former.address,
  created_at: "2025-03-01T10:00:00-05:00",
  phone_verified: "true",
  email_verified: "true",
  personal_data_accepted_at: "2025-03-02T10:00:00-05:00",
  account_activated_at: "2025-03-02T10:00:00-05:00",
};

/** Has a file checked; what became of it is shown. */
export async function checkFile(page: Page, ...rows: Row[]) {
  const data = rows.map((row) => exportColumns.map((column) => row[column] ?? ""));
  const buffer = Buffer.from(Papa.unparse({ fields: [...exportColumns], data }));
  await page.goto("/import");
  await page.locator("input[type=file]").setInputFiles({ name: `${canary.lastName}.csv`, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Check file" }).click();
  await expect(page).toHaveURL(/\/import[/?]/);
}

export async function commitFile(page: Page) {
  await page.getByRole("button", { name: /^Commit/ }).click();
  await expect(page.getByRole("status")).toContainText("added");
}

/** Looks for words in both lists, opens what is found and downloads it; answers the IDs. */
export async function lookFor(page: Page, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const list of [preCustomers, customers]) {
    const screen = new ListScreen(page, list, "en");
    await screen.open();
    await screen.text().fill(words);
    await screen.search();
    const codes = await screen.codes();
    found.push(...codes);
    if (codes.length === 0) continue;
    await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download" }).click()]);
    await screen.follow(page.getByRole("link", { name: codes[0] ?? "" }));
  }
  return found;
}

/** The form that a button of the page opens, open. */
export async function formUnder(page: Page, opener: string | RegExp): Promise<Locator> {
  const details = page.locator("details").filter({ has: page.locator("summary", { hasText: opener }) });
  if (!(await details.locator("form").isVisible())) await details.locator("summary").click();
  return details.locator("form");
}

/** Fills the fields of a form and sends it: done, it leads to another address; refused, it says why. */
export async function send(form: Locator, fields: Record<string, string>, isRefused = false) {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name=${name}]:not([type=hidden])`);
    if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
  const page = form.page();
  const before = page.url();
  await form.locator("button[type=submit]").click();
  if (isRefused) await expect(form.getByRole("alert")).toBeVisible();
  else await expect(page).not.toHaveURL(before);
}

/** Decides what was asked of a record, as another operator. */
export async function decide(page: Page, code: string, decision: "approved" | "declined") {
  await page.goto("/approvals");
  const form = page.getByRole("row").filter({ hasText: code }).locator("form").first();
  if (decision === "approved" && (await form.locator("summary").count()) > 0) await form.locator("summary").click();
  await form.locator(`button[value=${decision}]`).click();
  await expect(page).toHaveURL(/decided=/);
}
