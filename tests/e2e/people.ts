import type { Locator, Page } from "@playwright/test";
import type { Pool } from "pg";
import { test } from "#tests/e2e/app";

let people = 0;
/** A person whom no other test knows. */
export async function addPerson(
  database: Pool,
  columns: Record<string, unknown> = {},
): Promise<{ id: string; code: string; phone: string }> {
  const document = `${Date.now() % 1_000_000}${test.info().parallelIndex}${++people}`;
  const values = {
    status: "enabled",
    registered_at: "2026-01-05T10:00:00Z",
    first_name: "Úrsula",
    last_name: "Iguarán",
    id_type: "cc",
    national_id: document,
    phone: `+57300${document.padStart(7, "0").slice(-7)}`,
    email: `ursula${document}@macondo.example`,
    address: "Calle de los Turcos 12",
    phone_verified: true,
    email_verified: true,
    data_accepted_at: "2026-01-02T10:00:00Z",
    activated_at: "2026-01-03T10:00:00Z",
    ...columns,
  };
  const names = Object.keys(values);
  const { rows } = await database.query(
    `insert into customers (${names.join(", ")}) values (${names.map((_, at) => `$${at + 1}`).join(", ")}) returning id, code, phone`,
    Object.values(values),
  );
  return rows[0];
}
export const unregistered = { status: "unregistered", registered_at: null };

export const section = (page: Page, name: string): Locator =>
  page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });
export const said = (page: Page) => page.locator(".written");
export const actionsOf = async (database: Pool, code: string) =>
  (await database.query("select action from history where record = $1 order by id", [code])).rows.map(({ action }) => action);
