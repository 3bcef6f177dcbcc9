import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Pool } from "pg";
import { canary, former, type Haystack, haystackOf, holdersOf, partsOf } from "#tests/canary";
import { dumpOf } from "#tests/db/dump";
import { expect, type Operator, test } from "#tests/e2e/app";
import { brought, checkFile, commitFile, decide, formUnder, lookFor, send } from "#tests/e2e/somebody";

const everything = [...Object.values(canary), ...Object.values(former)];
const comment = `Said of them: ${everything.join("; ")}`;
const { firstName: first_name, lastName: last_name, nationalId: national_id, ...contact } = canary;
const typed = { first_name, last_name, national_id, ...contact };

test("somebody whom two operators deleted is nowhere: not in the database, in a log or in a file", async ({
  page,
  post,
  database,
  browser,
  signedIn,
}) => {
  test.setTimeout(300_000);
  const opened = async (operator: Operator) => browser.newPage({ storageState: await signedIn(operator), locale: "en-US" });
  const [second, third] = [await opened("super-admin-2"), await opened("customer-account")];

  await bringIn(page);
  const { rows } = await database.query("select code from customers where national_id = $1", [canary.nationalId]);
  const code: string = rows[0].code;
  await page.goto(`/customers/${code}`);
  await edit(page);
  await operate(page, third, code);
  const account = await addAccount(database, code);
  await payOut(page, [second, third], account);
  for (const words of everything.slice(0, 5)) expect(await lookFor(page, words)).toEqual([code]);
  for (const words of [former.email, canary.address, canary.lastName.toUpperCase()]) await lookFor(second, words);
  for (const value of everything) {
    // As somebody does who does not know where things are typed here, or is not of here.
    await page.request.get(`/customers?text=${encodeURIComponent(value)}`);
    await page.request.get(`/customers/${encodeURIComponent(value)}`);
    await post("/customers/search", [["text", value]], { origin: "https://elsewhere.example" });
  }

  const before = await tables();
  for (const name of ["public.customers", "public.import_rows", "public.saved_searches"]) {
    const table = new Map([...before].filter(([each]) => each === name));
    expect(everything.filter((value) => holdersOf(table, value).length > 0).length, name).toBeGreaterThan(3);
  }
  await deleteByTwo(page, second, code);
  expectNothingIn(new Map([...(await tables()), ...files()]));

  for (const each of [page, second, third]) {
    await each.goto(`/customers/${code}`);
    await expect(each.getByRole("heading", { level: 1 })).toContainText("Deleted customer");
    expectNothingIn(await seenOn(each));
    await each.goto(`/accounts/${account}`);
    await expect(each.getByRole("heading", { name: "Refunds of the credit balance" })).toBeVisible();
    expectNothingIn(await seenOn(each));
  }
  expect(await lookFor(page, canary.lastName)).toEqual([]);
  await checkFile(page, brought);
  await expect(page.locator("main")).toContainText(code);
  await expect(page.getByRole("button", { name: /^Commit/ })).toHaveCount(0);
});

/** Brings them in, and leaves them staged in files that nobody commits. */
async function bringIn(page: Page) {
  const other = { ...brought, external_id: `${brought.external_id}-2`, document_number: "9751864330" };
  await checkFile(page, { ...brought, email: "", phone: "" }, other);
  await checkFile(page, { ...brought, document_number: "", phone: "not a phone" }, other);
  await checkFile(page, brought);
  await commitFile(page);
}

/** Changes who they are, once refused for what is wrong in it. */
async function edit(page: Page) {
  const form = await formUnder(page, /^Edit/);
  await send(form, { ...typed, phone: `${canary.phone}0000000` }, true);
  await send(form, typed);
}

/** All that operators do with a customer, each time naming them. */
async function operate(page: Page, third: Page, code: string) {
  await third.goto(`/customers/${code}`);
  await third.getByRole("button", { name: "Reveal all" }).click();
  await expect(third.locator("#personal")).toContainText(canary.address);
  await send(third.locator("#notes form"), { words: comment });

  await send(await formUnder(page, "Record violation"), { rule: "other", comment });
  await send(await formUnder(page, "Resolve"), { comment });
  for (const [event, reason] of [
    ["Disable", "other"],
    ["Enable", "mistake"],
    ["Block", "fraud"],
    ["Unblock", "mistake"],
  ] as const) {
    const form = await formUnder(page, new RegExp(`^${event}$`));
    await form.locator("select").evaluate((element: HTMLSelectElement) => (element.required = false));
    await send(form, { comment }, true);
    await send(form, { reason, comment });
  }
}

async function addAccount(database: Pool, customer: string): Promise<string> {
  const { rows } = await database.query(
    `insert into accounts (customer_id, product_id, credit_line_minor, credit_balance_minor, closing_day, due_day)
     select c.id, p.id, 100000000, 8000000, 20, 5 from customers c, products p where c.code = $1 and p.kind = 'card' limit 1 returning code`,
    [customer],
  );
  return rows[0].code;
}

/** Has an account's credit balance paid out by a transfer that names them, and the account canceled; one who sees them masked looks on. */
async function payOut(page: Page, [second, masked]: [Page, Page], account: string) {
  const reference = `${canary.phone}, ${canary.lastName}`;
  const look = async () => {
    await masked.goto(`/accounts/${account}`);
    await expect(masked.locator("main")).toContainText("hidden from your role");
    for (const value of [canary.phone, canary.lastName]) expect(holdersOf(await seenOn(masked), value)).toEqual([]);
  };
  await page.goto(`/accounts/${account}`);
  await send(await formUnder(page, "Refund credit balance"), { reference });
  await expect(page.locator("p.held")).toContainText(reference);
  await look();
  await decide(second, account, "approved");
  await page.goto(`/accounts/${account}`);
  await expect(page.locator("main")).toContainText(`reference ${reference}`);
  await look();
  await send(await formUnder(page, /^Cancel/), { reason: "other", comment, typed: account });
  await decide(second, account, "approved");
}

const seenOn = async (page: Page) => new Map([["the page", haystackOf(Buffer.from(await page.content()))]]);

/** One asks in vain, then sends what is refused, then asks again, and the other approves. */
async function deleteByTwo(page: Page, second: Page, code: string) {
  const deletion = { reason: "other", comment, typed: code };
  await page.goto(`/customers/${code}`);
  await send(await formUnder(page, "Delete"), deletion);
  await decide(second, code, "declined");
  await page.goto(`/customers/${code}`);
  await send(await formUnder(page, "Delete"), { ...deletion, typed: canary.nationalId }, true);
  await send(await formUnder(page, "Delete"), deletion);
  await decide(second, code, "approved");
}

/** All tables of the app's database. */
async function tables(): Promise<Map<string, Haystack>> {
  const url = new URL(process.env["E2E_SUPERUSER_URL"] ?? "");
  url.pathname = new URL(process.env["E2E_DATABASE_URL"] ?? "").pathname;
  return new Map([...(await dumpOf(url.href))].map(([name, bytes]) => [name, haystackOf(bytes)]));
}

/** The logs and all files of the server's folder, but the database's own: there what was stays until PostgreSQL writes over it. */
function files(): Map<string, Haystack> {
  const folder = process.env["E2E_DATA"] ?? "";
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((name) => !name.startsWith(join(folder, "postgres/")));
  expect(names).toEqual(expect.arrayContaining([process.env["E2E_LOG"], join(folder, "postgres.log")]));
  return new Map(names.map((name) => [name, haystackOf(readFileSync(name))]));
}

function expectNothingIn(parts: ReadonlyMap<string, Haystack>) {
  for (const value of everything.flatMap(partsOf)) expect.soft(holdersOf(parts, value), value).toEqual([]);
}
