import type { Page } from "@playwright/test";
import { type Operator, test } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { sectionLists } from "#tests/section-lists";

type State = { operator?: Operator | "nobody"; address: string; act?: (page: Page) => Promise<unknown> };
const open =
  (place: string, nth = 0) =>
  (page: Page) =>
    page.locator(`${place} > summary`).nth(nth).click();
const toProvider = async (page: Page) => {
  await page.getByRole("button", { name: "Sign in with company account" }).click();
  await page.waitForURL(/\/interaction\//);
};

/** Every page, in every state that it can be in. */
const states: Record<string, State> = {
  customers: { address: "/customers" },
  "customers, sorted and filtered": { address: "/customers?status=enabled&active_credits_from=1&sort=name" },
  "customers, the status filter open": { address: "/customers", act: open("details.filter", 0) },
  "customers, the credits filter open": { address: "/customers", act: open("details.filter", 1) },
  "customers, a day filter open": { address: "/customers", act: open("details.filter", 5) },
  "customers, not searched": { address: "/customers?created_from=2026-02-31&active_credits_from=many" },
  "customers, nobody found": { address: "/customers?active_credits_from=999" },
  "customers, masked": { operator: "account-executive", address: "/customers" },
  "pre-customers": { address: "/pre-customers" },
  "pre-customers, the ID type filter open": { address: "/pre-customers", act: open("details.filter", 2) },
  "a customer": { address: "/customers", act: (page) => page.locator("td.code a").first().click() },
  "a pre-customer": { address: "/pre-customers", act: (page) => page.locator("td.code a").first().click() },
  "a pre-customer, masked": {
    operator: "customer-account",
    address: "/pre-customers",
    act: (page) => page.locator("td.code a").first().click(),
  },
  ...Object.fromEntries(Object.keys(sectionLists).map((section) => [section, { address: `/${section}` }])),
  "credits, an amount that is none": { address: "/credits?amount_from=1,500&days_past_due=b31" },
  "credits, filtered": { address: "/credits?days_past_due=current&amount_to=5000000", act: open("details.filter", 5) },
  "the sections of credit": { address: "/credits", act: open("nav details", 1) },
  "the last sections": { address: "/credits", act: open("nav details", 4) },
  "language and theme": { address: "/customers", act: open("details.preferences") },
  "who is signed in": { address: "/customers", act: open("details.person") },
  import: { address: "/import" },
  "import, how a bank's file is made": { address: "/import", act: open(".bank-how", 0) },
  "import, how a processor's file is made": { address: "/import", act: open(".processor-how", 0) },
  "import, refused": { address: "/import?refused=missing_columns&column=phone&column=email" },
  "import, checked": { operator: "business-account", address: "/import", act: upload },
  "no permission": { operator: "customer-account", address: "/import" },
  nothing: { address: "/nothing/here" },
  "sign-in": { operator: "nobody", address: "/sign-in" },
  "sign-in, signed out": { operator: "nobody", address: "/sign-in?left=1" },
  "sign-in, no role": { operator: "nobody", address: "/sign-in?error=no_role" },
  "sign-in, cancelled": { operator: "nobody", address: "/sign-in?error=cancelled" },
  "the provider's page": { operator: "nobody", address: "/sign-in", act: toProvider },
};

for (const [state, { operator = "super-admin", address, act }] of Object.entries(states)) {
  test.describe(state, () => {
    test.use({ operator });

    test("is accessible and fits, light and dark, wide and narrow", async ({ page }) => {
      await page.goto(address);
      await act?.(page);
      await page.waitForLoadState();
      await expectAccessible(page);
    });
  });
}

async function upload(page: Page) {
  const lines = [
    "external_id;first_name;last_name;document_type;document_number;phone;email;address;created_at;phone_verified;email_verified;personal_data_accepted_at;commercial_use_accepted_at;account_activated_at",
  ];
  lines.push("axe-1;;;C.C.;not a number;;broken@;;yesterday;true;false;;;");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "export.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
  await page.getByRole("button", { name: "Check file" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
}
