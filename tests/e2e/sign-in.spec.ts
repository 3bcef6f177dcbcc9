import type { Page } from "@playwright/test";
import { decode } from "next-auth/jwt";
import { secretsIn } from "#bin/secrets";
import { expect, origin, test } from "#tests/e2e/app";

test.use({ operator: "nobody" });

const names = [
  "Super Admin",
  "Super Admin 2",
  "Account Executive",
  "Business account",
  "Business account 2",
  "Customer account",
] as const;
const lists = [
  "Pre-customers",
  "Customers",
  ...["Credit requests", "Credits", "Pre-payments", "Payments", "Promises to pay"],
  ...["Card accounts", "Cards", "Product catalogue", "Offers"],
];
const sections: Record<(typeof names)[number], string[]> = {
  "Super Admin": [...lists, "Approvals", "Import", "Change history", "Settings", "Close of day", "Statuses"],
  "Super Admin 2": [...lists, "Approvals", "Import", "Change history", "Settings", "Close of day", "Statuses"],
  "Account Executive": [...lists, "Approvals", "Change history", "Statuses"],
  "Business account": [...lists, "Approvals", "Import", "Change history", "Statuses"],
  "Business account 2": [...lists, "Approvals", "Import", "Change history", "Statuses"],
  "Customer account": [...lists, "Statuses"],
};

const begin = async (page: Page, address = "/sign-in") => {
  await page.goto(address);
  await page.getByRole("button", { name: "Sign in with company account" }).click();
  await expect(page.getByRole("heading", { name: "Who are you today?" })).toBeVisible();
};
const enter = async (page: Page, name: string, address?: string) => {
  await begin(page, address);
  await page.getByRole("button", { name, exact: true }).click();
};
const leave = async (page: Page) => {
  await page.locator("details.person summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("status")).toHaveText("You have signed out of Cartera and of your company account.");
};
/** The id of the session that the page's cookie holds. */
async function sessionOf(page: Page): Promise<unknown> {
  const cookies = await page.context().cookies(origin);
  const token = cookies.find(({ name }) => name.endsWith(".session") && !name.includes("idp"))?.value ?? "";
  return (await decode({ token, secret: secretsIn(process.env["E2E_DATA"] ?? "").session }))?.["sid"];
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("one button leads to the provider's six operators", async ({ page }) => {
      await page.goto("/customers");
      await expect(page.getByRole("main").getByRole("button")).toHaveText(["Sign in with company account"]);
      await begin(page);
      await expect(page.getByRole("button")).toHaveText(names);
    });

    for (const name of names) {
      test(`${name} comes to the customers and sees what the role may do`, async ({ page }) => {
        await enter(page, name);
        await expect(page).toHaveURL(`${origin}/customers`);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Customers");
        const nav = page.getByRole("navigation", { name: "Sections" });
        await expect(nav.getByRole("link", { includeHidden: true })).toHaveText(sections[name]);
        await nav.getByText("Cards", { exact: true }).first().click();
        await nav.getByRole("link", { name: "Card accounts" }).click();
        await expect(page).toHaveURL(`${origin}/accounts`);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Card accounts");
        await expect(page.locator("details.person summary")).toContainText(name);
        await expect(page.getByRole("link", { name: "Download" })).toHaveCount(name === "Customer account" ? 0 : 1);
      });
    }

    test("signing in leads back to the page asked for", async ({ page }) => {
      await enter(page, "Super Admin", "/pre-customers?sort=name&id_type=passport");
      await expect(page).toHaveURL(`${origin}/pre-customers?sort=name&id_type=passport`);
    });

    test("signing out ends both sides", async ({ page }) => {
      await enter(page, "Super Admin 2");
      await leave(page);
      await page.goto("/customers");
      await expect(page).toHaveURL(`${origin}/sign-in?next=%2Fcustomers`);
      // The provider asks again who it is.
      await begin(page, page.url());
    });

    test("a sign-in that is cancelled says so", async ({ page }) => {
      await begin(page, "/customers");
      await page.getByRole("link", { name: "Cancel" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("The sign-in was cancelled.");
      await expect(page.getByRole("button", { name: "Sign in with company account" })).toBeVisible();
    });
  });
}

test("a copied cookie is dead after signing out", async ({ page, browser }) => {
  await enter(page, "Business account 2");
  await expect(page).toHaveURL(`${origin}/customers`);
  const copy = await browser.newContext({ storageState: await page.context().storageState() });
  const thief = await copy.newPage();
  await thief.goto("/customers");
  await expect(thief.getByRole("heading", { level: 1 })).toHaveText("Customers");
  await leave(page);
  await thief.goto("/customers");
  await expect(thief).toHaveURL(`${origin}/sign-in?next=%2Fcustomers`);
  await copy.close();
});

test("a session that is revoked or forgotten is out at the next request", async ({ page, database }) => {
  for (const ended of [
    "revoked_at = now()",
    "seen_at = now() - interval '31 minutes'",
    "created_at = now() - interval '481 minutes'",
  ]) {
    await page.context().clearCookies();
    await enter(page, "Customer account");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Customers");
    await database.query(`update sessions set ${ended} where id = $1`, [await sessionOf(page)]);
    await page.goto("/pre-customers");
    await expect(page).toHaveURL(`${origin}/sign-in?next=%2Fpre-customers`);
  }
});

test("a session's role is the row's, at the next request", async ({ page, database }) => {
  await enter(page, "Account Executive", "/import");
  await expect(page.getByRole("heading", { name: "You do not have permission for this" })).toBeVisible();
  await database.query("update sessions set role = 'business' where id = $1", [await sessionOf(page)]);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import");
});

for (const next of [
  "//evil.example",
  "/\\evil.example",
  "https://evil.example/",
  `${origin}.evil.example/`,
  "/%2F/evil.example",
  "\t//evil.example",
]) {
  test(`next=${JSON.stringify(next)} leads nowhere else`, async ({ page }) => {
    await enter(page, "Customer account", `/sign-in?${new URLSearchParams({ next })}`);
    await page.waitForURL((url) => !url.pathname.startsWith("/interaction"));
    expect(new URL(page.url()).origin).toBe(origin);
  });
}

test("a provider's answer that nobody asked for opens nothing", async ({ page }) => {
  await page.goto("/api/auth/callback/company?code=made-up&state=made-up");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("The sign-in did not finish.");
  await page.goto("/customers");
  await expect(page).toHaveURL(`${origin}/sign-in?next=%2Fcustomers`);
});

test("a form sent after the session is over leads back to the list, not to nothing", async ({ page }) => {
  await enter(page, "Customer account");
  await expect(page).toHaveURL(`${origin}/customers`);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("button", { name: "Sign in with company account" }).click();
  await page.getByRole("button", { name: "Customer account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Customers");
});
