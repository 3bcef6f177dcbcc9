import type { Page } from "@playwright/test";
import type { Pool } from "pg";
import { expect, type Operator, test } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { addPerson, said, section, unregistered } from "#tests/e2e/people";

type State = { operator?: Operator; columns?: Record<string, unknown>; act?: (page: Page) => Promise<unknown> };
const erased = { first_name: "", last_name: "", national_id: null, phone: null, email: null, address: null };

/** The page in the states that its forms can be in. */
const states: Record<string, State> = {
  "an edit, refused": { act: refuseEdit },
  "a violation, open": { act: openViolation },
  "a pre-customer who lacks much": { columns: { ...unregistered, phone: null, data_accepted_at: null, activated_at: null } },
  "revealed personal data": {
    operator: "customer-account",
    act: (page) => page.getByRole("button", { name: "Reveal all" }).click(),
  },
  "a deleted customer": { columns: { ...erased, status: "deleted" } },
};

for (const [state, { operator = "super-admin", columns, act }] of Object.entries(states)) {
  test.describe(state, () => {
    test.use({ operator });

    test("is accessible and fits, light and dark, wide and narrow", async ({ page, database }) => {
      const { id, code } = await addPerson(database, columns);
      await fill(database, id);
      await page.goto(`/customers/${code}`);
      await act?.(page);
      await expectAccessible(page);
    });
  });
}

test("a deleted customer shows nothing personal, and no form", async ({ page, database }) => {
  const erased = { first_name: "", last_name: "", national_id: null, phone: null, email: null, address: null };
  const { code } = await addPerson(database, { ...erased, status: "deleted" });
  await page.goto(`/customers/${code}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deleted customer");
  await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("main").locator("form:not(.act form)")).toHaveCount(0);
});

test.describe("in Spanish", () => {
  test.use({ language: "es" });
  test("the page and its answers are", async ({ page, database }) => {
    const { code } = await addPerson(database);
    await page.goto(`/customers/${code}`);
    await expect(page.getByRole("heading", { level: 2 })).toContainText(["Créditos asociados", "Pagos recientes"]);
    const notes = section(page, "Notas");
    await notes.getByLabel("Nota nueva").fill("Llamar mañana");
    await notes.getByRole("button", { name: "Agregar nota" }).click();
    await expect(said(page)).toHaveText("La nota se agregó.");
  });
});

async function refuseEdit(page: Page) {
  const personal = section(page, "Personal details");
  await personal.getByText("Edit", { exact: true }).click();
  await personal.getByRole("textbox", { name: "Phone Number" }).fill("12");
  await personal.getByRole("button", { name: "Save" }).click();
  await expect(personal.getByRole("alert")).toBeVisible();
  // The field that is wrong is the one to go on with.
  await expect(personal.getByRole("textbox", { name: "Phone Number" })).toBeFocused();
}

async function openViolation(page: Page) {
  const violations = section(page, "Violations");
  await violations.getByText("Record violation", { exact: true }).first().click();
  await violations.getByLabel("Business rule broken").selectOption("Forged document");
  await violations.getByLabel("Comment", { exact: true }).fill("x".repeat(300));
  await violations.getByRole("button", { name: "Record violation" }).click();
  await expect(said(page)).toBeVisible();
  await violations.getByText("Resolve", { exact: true }).first().click();
}

/** Some of everything that a customer can have. */
async function fill(database: Pool, id: string) {
  const offer = "(select id from offers order by number limit 1)";
  await database.query(
    `insert into credits (customer_id, offer_id, terms_id, instalments, amount_minor, outstanding_minor, disbursed_on,
       days_past_due, past_due_since)
     select $1, ${offer}, (select id from terms limit 1), 12, at * 100000000, at * 50000000, date '2026-01-01' + at,
       at % 3, case when at % 3 > 0 then date '2026-02-01' end from generate_series(1, 12) at`,
    [id],
  );
  await database.query(
    `insert into payments (customer_id, credit_id, amount_minor, type, paid_on)
     select customer_id, id, 123456, 'voluntary', disbursed_on from credits where customer_id = $1`,
    [id],
  );
}
