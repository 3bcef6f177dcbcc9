import type { Pool } from "pg";
import { type Entity, entities } from "#lib/domain/machines";
import { sections } from "#lib/domain/section";
import { statusWords } from "#lib/messages/catalogue";
import { expect, type Language, type Operator, test } from "#tests/e2e/app";
import { expectFit } from "#tests/e2e/look";
import { willing } from "#tests/e2e/portfolio";

const operators: readonly Operator[] = ["super-admin", "account-executive", "business-account", "customer-account"];
const kinds = entities.filter((each) => each !== "customer");
type Kind = Exclude<Entity, "customer">;
type Opened = { entity: Kind; code: string; status: string; name: string | null };

/** Of each kind of record one in each status that the demonstration has, and its customer's name. */
async function everyStatus(database: Pool): Promise<Opened[]> {
  const asked = kinds.map(async (entity) => {
    const whose = {
      product: "select null::text as name",
      offer: "select null::text as name",
      card: "select c.name from accounts a join customers c on c.id = a.customer_id where a.id = r.account_id",
    }[entity as string];
    const { rows } = await database.query<Omit<Opened, "entity">>(
      `select distinct on (r.status) r.code, r.status, whose.name
       from ${entity}s r cross join lateral (${whose ?? "select name from customers where id = r.customer_id"}) whose
       where whose.name is distinct from '' order by r.status, r.number`,
    );
    return rows.map((row) => ({ entity, ...row }) as Opened);
  });
  return (await Promise.all(asked)).flat();
}

for (const operator of operators) {
  for (const language of ["en", "es"] as const) {
    test.describe(`${operator}, ${language}`, () => {
      test.use({ operator, language });

      test("opens a record of every kind in every status", async ({ request, database }) => {
        const records = await everyStatus(database);
        expect(new Set(records.map(({ entity }) => entity))).toEqual(new Set(kinds));
        for (const { entity, code, status, name } of records) {
          const answer = await request.get(`/${sections[entity]}/${code}`);
          const page = await answer.text();
          expect.soft(answer.status(), code).toBe(200);
          expect.soft(page, code).toContain(`data-status="${status}">${labelOf(entity, status, language)}<`);
          if (name === null) continue;
          const isMasked = operator === "account-executive" || operator === "customer-account";
          expect.soft(page.includes(name), `${code} names ${name}`).toBe(!isMasked);
        }
      });
    });
  }
}

test("every link of every kind of record leads to a page", async ({ request, database }) => {
  const records = await everyStatus(database);
  // Few credits have a promise, and the account's are in a tab of their own.
  const promised = "select k.code from promises p join credits k on k.id = p.credit_id limit 1";
  const { rows } = await database.query<{ code: string }>(promised);
  const links = new Set<string>();
  for (const { entity, code } of [...records, ...rows.map(({ code }) => ({ entity: "credit" as const, code }))]) {
    const page = await (await request.get(`/${sections[entity]}/${code}`)).text();
    for (const [, href = ""] of page.matchAll(/href="(\/[a-z-]+\/[A-Z]-[A-Z0-9]{6})"/g)) links.add(href);
  }
  const led = new Set([...links].map((link) => link.split("/")[1]));
  expect([...led].toSorted()).toEqual(Object.values(sections).toSorted());
  for (const link of links) expect.soft((await request.get(link)).status(), link).toBe(200);
});

test("an ID that is no record's, of another kind, or none at all, is not found", async ({ request, database }) => {
  const { rows } = await database.query<{ code: string }>("select code from customers limit 1");
  const none = ["222222", `X-${"A".repeat(6)}`, rows[0]?.code ?? "", "%00", "..%2f..", "a'--", "K".repeat(500)];
  for (const entity of kinds) {
    const [{ code } = { code: "" }] = (await database.query<{ code: string }>(`select code from ${entity}s limit 1`)).rows;
    const unknown = [...none, `${code.slice(0, 2)}222222`, code.toLowerCase(), `${code}A`, `${code}%20`];
    for (const id of unknown) {
      const answer = await request.get(`/${sections[entity]}/${id}`, { maxRedirects: 0 });
      expect.soft([400, 404], `/${sections[entity]}/${id}`).toContain(answer.status());
    }
  }
});

test("the page of no record says so, and leads on", async ({ page }) => {
  expect((await page.goto("/credits/K-222222"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
});

/** The records with the most on their pages. */
const richest: Partial<Record<Kind, string>> = {
  pre_loan: "select r.code from pre_loans r where r.account_id is not null or r.refinances_id is not null",
  credit: "select k.code from credits k join disputes d on d.credit_id = k.id join payment_parts p on p.credit_id = k.id",
  payment: "select code from payments where account_id is not null",
  account: "select a.code from accounts a join cards d on d.account_id = a.id join payments p on p.account_id = a.id",
  offer: "select code from offers where status = 'enabled'",
};

for (const [operator, language, wide, narrow] of [
  ["super-admin", "en", "light", "dark"],
  ["customer-account", "es", "dark", "light"],
] as const) {
  for (const entity of kinds) {
    test.describe(`${entity}, ${operator}, ${language}`, () => {
      test.use({ operator, language });

      test(`is accessible and fits, wide and ${wide}, narrow and ${narrow}`, async ({ page, database }) => {
        const { rows } = await database.query<{ code: string }>(`${richest[entity] ?? `select code from ${entity}s`} limit 1`);
        await page.goto(`/${sections[entity]}/${rows[0]?.code}`);
        await expect(page.locator(".timeline li")).not.toHaveCount(0);
        await expectFit(page, wide, 1280);
        await expectFit(page, narrow, 390);
      });
    });
  }
}

test.describe("the copy button", () => {
  test("copies the ID, and says so", async ({ page, context, database }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const { code } = await willing.credit(database, "active");
    await page.goto(`/credits/${code}`);
    await page.getByRole("button", { name: `Copy ${code}` }).click();
    await expect(page.getByText("Copied", { exact: true })).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  });

  test("is not there without script", async ({ browser, database, signedIn }) => {
    const { code } = await willing.credit(database, "active");
    const context = await browser.newContext({ javaScriptEnabled: false, storageState: await signedIn("super-admin") });
    const page = await context.newPage();
    await page.goto(`/credits/${code}`);
    await expect(page.locator(".record-head .id")).toHaveText(code);
    await expect(page.locator(".record-head button")).toHaveCount(0);
    await context.close();
  });
});

const labelOf = (entity: Kind, status: string, language: Language) =>
  (statusWords[language][entity] as Readonly<Record<string, { label: string }>>)[status]?.label;
