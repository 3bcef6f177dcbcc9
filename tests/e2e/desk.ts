import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import pg from "pg";
import { root } from "#bin/folder";
import type { Day } from "#lib/domain/day";
import { addDays } from "#lib/domain/day";
import { type Translate, translators } from "#lib/messages/catalogue";
import { expect, type Language, type StorageState, signIn } from "#tests/e2e/app";
import { test as base } from "#tests/e2e/second-test";

/** In an app of its own, for the business date is everybody's; with its database and a second operator, for four eyes. */
export const test = base.extend<{ sql: pg.Pool; other: Page; signedInToo: StorageState }>({
  signedInToo: async ({}, use) => use(await signIn("super-admin")),
  // In this order: that app knows whoever is signed in when it is started.
  second: async ({ signedInToo: _, second }, use) => use(second),
  sql: async ({ second }, use) => {
    const pool = new pg.Pool({ connectionString: second.databaseUrl, max: 1 });
    await use(pool);
    await pool.end();
  },
  other: async ({ browser, second, signedInToo }, use) => {
    const page = await browser.newPage({ baseURL: second.url, storageState: second.stateOf(signedInToo) });
    await use(page);
    await page.close();
  },
});

/** A page, and the words on it. */
export type Desk = { page: Page; t: Translate };
export const atDesk = (page: Page, language: Language): Desk => ({ page, t: translators[language] });

/** The record's status, at its address or where one is. */
export async function expectStatus(page: Page, status: string, address?: string) {
  if (address !== undefined) await page.goto(address);
  await expect(page.locator(".record-head [data-status]")).toHaveAttribute("data-status", status);
}

/** Brings a person in by a file of one row. */
export async function bring({ page, t }: Desk, row: Record<string, string>) {
  const buffer = Buffer.from([Object.keys(row).join(","), Object.values(row).join(",")].join("\n"));
  await page.goto("/import");
  await page.locator("input[type=file]").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: t("import.check") }).click();
  await page.getByRole("button", { name: t("import.commit", { rows: 1 }) }).click();
  await expect(page.getByRole("status")).toBeVisible();
}

/** Closes the days up to one, with the button. */
export async function closeThrough({ page, t }: Desk, day: Day) {
  const through = page.getByLabel(t("close_day.through"), { exact: true });
  await page.goto("/close-day");
  await through.fill(day);
  await page.getByRole("button", { name: t("close_day.close"), exact: true }).click();
  await expect(through).toHaveValue(addDays(day, 1), { timeout: 60_000 });
}

/** Makes a move of a record on its page: at once, or asked for where a second operator must approve it. */
export async function act(
  page: Page,
  address: string,
  event: string,
  said: { reason?: string; amount?: string; typed?: string } = {},
) {
  await page.goto(address);
  await page.locator(`#act-${event} > summary`).click();
  const form = page.locator(`#act-${event} form`);
  if (said.reason !== undefined) await form.locator("[name=reason]").selectOption(said.reason);
  if (said.amount !== undefined) await form.locator("[name=amount]").fill(said.amount);
  if (said.typed !== undefined) await form.locator("[name=typed]").fill(said.typed);
  await form.locator("button[type=submit]").click();
  await expect(page.locator(".moves .result")).toBeVisible();
}

/** Approves what somebody else asked for. */
export async function approve(page: Page, address: string) {
  await page.goto(address);
  const pending = page.locator(".pending");
  if ((await pending.locator("summary").count()) > 0) await pending.locator("summary").click();
  await pending.locator("button[value=approved]").click();
  await expect(page).toHaveURL(/decided=approved/);
}

type Asked = { offer: string; amount: string; instalments: string; refinances?: string };

/** Requests credit from the customer's page and confirms it, and answers the credit's address. */
export async function lend({ page, t }: Desk, customer: string, asked: Asked, other?: Page): Promise<string> {
  await page.goto(customer);
  await page.getByRole("link", { name: t("credit_request.create") }).click();
  if (asked.refinances !== undefined)
    await page.locator("[name=refinances]").selectOption(asked.refinances.split("/").at(-1) ?? "");
  await page.locator(`[name=offer][value=${asked.offer}]`).check();
  await page.locator("[name=amount]").fill(asked.amount);
  await page.locator("[name=instalments]").fill(asked.instalments);
  await page.getByRole("button", { name: t("credit_request.submit") }).click();
  await expect(page).toHaveURL(/\/pre-loans\/R-/);
  const request = new URL(page.url()).pathname;
  await act(page, request, "confirm");
  if (other !== undefined) await approve(other, request);
  await expectStatus(page, "completed", request);
  return (await page.locator("dl a[href^='/credits/K-']").last().getAttribute("href")) ?? "";
}

/** Registers a payment of a credit and confirms it, and answers the payment's address. */
export async function pay({ page, t }: Desk, credit: string, amount: string): Promise<string> {
  await page.goto(credit);
  await page.getByRole("link", { name: t("paying.register") }).click();
  const owed = (await page.locator("main b").first().innerText()).replaceAll(/\D/g, "");
  await page.locator("[name=amount]").fill(amount === "all" ? owed : amount);
  await page.getByRole("button", { name: t("paying.register") }).click();
  await expect(page).toHaveURL(/\/pre-payments\/N-/);
  const announced = new URL(page.url()).pathname;
  await act(page, announced, "confirm");
  await expectStatus(page, "completed", announced);
  return (await page.locator("dl a[href^='/payments/P-']").getAttribute("href")) ?? "";
}

/** What the command says of the books. */
export async function booksOf(databaseUrl: string): Promise<string> {
  const args = ["--conditions=react-server", "--import", "tsx", "bin/books-verify.ts"];
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
  return stdout.trim();
}
