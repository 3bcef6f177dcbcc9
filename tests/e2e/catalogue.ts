import type { Page } from "@playwright/test";
import type { Pool } from "pg";

type Columns = Record<string, unknown>;

async function insert(database: Pool, table: string, columns: Columns): Promise<{ id: string; code: string }> {
  const names = Object.keys(columns);
  const places = names.map((_, at) => `$${at + 1}`);
  const statement = `insert into ${table} (${names.join(", ")}) values (${places.join(", ")}) returning id, code`;
  return (await database.query(statement, Object.values(columns))).rows[0];
}

/** A product that no other test knows, with a draft of an offer. */
export async function addDraft(database: Pool, columns: Columns = {}) {
  const limits = { amount_min_minor: 100_000_00, amount_max_minor: 9_000_000_00, instalments_min: 1, instalments_max: 36 };
  const product = await insert(database, "products", { kind: "credit", name: "Libre inversión", ...limits });
  const offer = await insert(database, "offers", { name: "Navidad", product_id: product.id, ...columns });
  return { product, offer };
}

export const lending = { annualRate: "24", method: "equal_instalments", every: 1, unit: "month" };

/** The fields of the open form, by what they are called. */
export const field = (page: Page, label: string) => page.getByRole("main").getByLabel(label, { exact: true });

/** Sends the form that a button belongs to, and waits for what it answers. */
export async function press(page: Page, name: string): Promise<number> {
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("main").getByRole("button", { name, exact: true }).click();
  return (await answered).status();
}
