import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Pool } from "pg";
import { expect, type Language, origin, test } from "#tests/e2e/app";
import { addDeletion, rowOf } from "#tests/e2e/asking";
import { addCredit } from "#tests/e2e/portfolio";
import { ways } from "#tests/e2e/ways";

const words: Record<
  Language,
  Record<"title" | "approve" | "decline" | "approved" | "declined" | "own", string> & { columns: string[] }
> = {
  en: {
    title: "Approvals",
    columns: ["Asked at", "By", "What", "On which record", "Reason", "State"],
    approve: "Approve",
    decline: "Decline",
    approved: "Approved: it was done.",
    declined: "Declined: nothing was changed.",
    own: "You asked for this; another operator decides.",
  },
  es: {
    title: "Aprobaciones",
    columns: ["Pedida el", "Por", "Qué", "Sobre qué registro", "Motivo", "Estado"],
    approve: "Aprobar",
    decline: "Negar",
    approved: "Aprobada: ya se hizo.",
    declined: "Negada: no se cambió nada.",
    own: "Usted la pidió; decide otro operador.",
  },
};

for (const { way, ...settings } of ways) {
  const says = words[settings.language];
  test.describe(way, () => {
    test.use(settings);

    test("shows what was asked for, to approve or decline", async ({ page, database }) => {
      const [first, second] = [await addDeletion(database), await addDeletion(database)];
      await page.goto("/approvals?state=pending");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(says.title);
      await expect(page.getByRole("columnheader")).toHaveText(says.columns);

      await rowOf(page, first.code).getByRole("button", { name: says.decline }).click();
      await expect(page).toHaveURL(new RegExp(`/approvals\\?state=pending&decided=declined&approval=${first.approval}&done=`));
      await expect(page.getByRole("status").filter({ hasText: first.approval })).toContainText(says.declined);
      expect(await statusOf(database, first.code)).toBe("enabled");

      await rowOf(page, second.code).locator("summary").click();
      await rowOf(page, second.code).getByRole("button", { name: says.approve }).click();
      await expect(page.getByRole("status").filter({ hasText: second.approval })).toContainText(says.approved);
      expect(await statusOf(database, second.code)).toBe("deleted");
      await expect(rowOf(page, second.code)).toHaveCount(0);
    });

    test("shows one's own as such", async ({ page, database }) => {
      const { code } = await addDeletion(database, { askedBy: "super-admin" });
      await page.goto("/approvals");
      await expect(rowOf(page, code)).toContainText(says.own);
      await expect(decision(page, code).getByRole("button")).toHaveCount(0);
    });
  });
}

test("filters by state and kind, one past its end being over", async ({ page, database }) => {
  const { code } = await addDeletion(database, { expires: "-1 hour" });
  await page.goto("/approvals");
  const filters = page.locator("details.filter");
  await filters.nth(1).locator("summary").click();
  await page.getByRole("checkbox", { name: "Expired" }).check();
  await filters.nth(0).locator("summary").click();
  await page.getByRole("checkbox", { name: "Customer: Delete" }).check();
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(`${origin}/approvals?what=customer_delete&state=expired`);
  await expect(rowOf(page, code)).toContainText("Expired");
  await expect(decision(page, code).getByRole("button")).toHaveCount(0);
  await page.goto("/approvals?state=pending");
  await expect(rowOf(page, code)).toHaveCount(0);
});

test("what a guard says no to is not approved, and says why", async ({ page, database }) => {
  const credit = await addCredit(database);
  const { code, approval } = await addDeletion(database, { customer: credit.customer });
  await page.goto("/approvals");
  await rowOf(page, code).locator("summary").click();
  await rowOf(page, code).getByRole("button", { name: "Approve" }).click();
  await expect(page.getByRole("alert").filter({ hasText: approval })).toContainText("1 credit is active");
  expect(await statusOf(database, code)).toBe("enabled");
  await expect(rowOf(page, code)).toContainText("Pending");
});

test.describe("a form", () => {
  const form = (approval: string, more: Record<string, string> = {}) =>
    Object.entries({ approval, decision: "approved", key: randomUUID(), back: "/approvals", ...more });

  test("sent twice acts once; decided already, it says so", async ({ post, page, database }) => {
    const { approval, code } = await addDeletion(database);
    const fields = form(approval);
    const answers = [await post("/approvals/decide", fields), await post("/approvals/decide", fields)];
    const [first = "", again] = answers.map((answer) => answer.headers()["location"]);
    expect(first).toContain("decided=approved");
    expect(again).toBe(first);
    const late = await post("/approvals/decide", form(approval, { decision: "declined" }));
    await page.goto(late.headers()["location"] ?? "");
    await expect(page.getByRole("alert").filter({ hasText: "decided or has expired" })).toBeVisible();
    expect(await statusOf(database, code)).toBe("deleted");
  });

  test("leads back to a page of this app alone", async ({ post, database }) => {
    for (const back of ["https://evil.example/", "//evil.example", "/customers/C-7F3K2M?name=Ana Ríos"]) {
      const { approval } = await addDeletion(database);
      const answer = await post("/approvals/decide", form(approval, { back, decision: "declined" }));
      expect(answer.headers()["location"]).toMatch(
        /^\/(customers\/C-7F3K2M)?\?decided=declined&approval=V-\w{6}&done=[0-9a-f-]{36}$/,
      );
    }
  });
});

test.describe("bad input", () => {
  const key = "6f1c3b1e-0d7a-4c55-9b61-3a3f0a9d8e21";
  const wrong: [number, Record<string, string>][] = [
    [400, {}],
    [400, { approval: "V-AAAAAA", decision: "maybe", key }],
    [400, { approval: "C-AAAAAA", decision: "approved", key }],
    [400, { approval: "V-AAAAAA", decision: "approved", key: "1" }],
    [404, { approval: "V-YYYYYY", decision: "approved", key }],
  ];
  for (const [status, fields] of wrong)
    test(`${JSON.stringify(Object.values(fields))} is refused in words`, async ({ post }) => {
      const answer = await post("/approvals/decide", Object.entries(fields));
      expect(answer.status()).toBe(status);
      expect(await answer.text()).toMatch(/\w+ \w+ \w+/);
    });

  for (const address of ["state=maybe", "what=nothing", "after=V-1", "sort=reason"])
    test(`/approvals?${address} is refused`, async ({ page }) => {
      expect((await page.goto(`/approvals?${address}`))?.status()).toBe(400);
    });

  test("an outcome that was not is not told", async ({ page, database }) => {
    const { approval } = await addDeletion(database);
    for (const told of ["approved", "refused", `refused&why=${randomUUID()}`, "refused&why=1", "approval_over"]) {
      await page.goto(`/approvals?approval=${approval}&decided=${told}`);
      await expect(page.locator(".decided")).toHaveCount(0);
    }
  });
});

test.describe("a role without the permission of the event", () => {
  test.use({ operator: "business-account" });

  test("sees that it may not decide, and is refused and recorded when it tries", async ({ page, post, database }) => {
    const { code, approval } = await addDeletion(database);
    await page.goto("/approvals?state=pending");
    await expect(rowOf(page, code)).toContainText("Your role may not do this; who may: Super Admin.");
    await expect(decision(page, code).getByRole("button")).toHaveCount(0);
    const answer = await post("/approvals/decide", Object.entries({ approval, decision: "approved", key: randomUUID() }));
    expect([answer.status(), await answer.text()]).toEqual([403, "Your role may not do this; who may: Super Admin.\n"]);
    expect(await statusOf(database, code)).toBe("enabled");
    const { rows } = await database.query("SELECT details FROM history WHERE record = $1 AND action = 'permission.refused'", [
      code,
    ]);
    expect(rows).toEqual([{ details: { event: "delete" } }]);
  });
});

const decision = (page: Page, code: string) => rowOf(page, code).locator(".decision");

const statusOf = async (database: Pool, code: string) =>
  (await database.query<{ status: string }>("SELECT status FROM customers WHERE code = $1", [code])).rows[0]?.status;
