import type { Page } from "@playwright/test";
import type { Pool } from "pg";
import { addCustomer } from "#tests/e2e/portfolio";

type Wanted = Record<"entity" | "id" | "code" | "event", string> & {
  reason?: string;
  /** With a comment nobody's, for that is kept as it was said. */
  customerId: string | null;
  comment?: string;
  input?: object;
  askedBy?: string;
  expires?: string;
};

/** Something that an operator asked for, of which nothing is in the history; answers its ID. */
export async function addApproval(database: Pool, wanted: Wanted): Promise<string> {
  const { entity, id, code, customerId, event, reason, input = {}, askedBy = "super-admin-2", expires = "1 day" } = wanted;
  const { comment } = wanted;
  const { rows } = await database.query<{ code: string }>(
    `INSERT INTO approvals (entity, record, record_code, customer_id, event, reason, input, asked_by, asked_email, asked_role, expires_at, comment)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8 || '@demo.example', 'super_admin', now() + $9::interval, convert_to($10, 'UTF8'))
     RETURNING code`,
    [entity, id, code, customerId, event, reason, input, askedBy, expires, comment],
  );
  return rows[0]?.code ?? "";
}

type Deletion = { askedBy?: string; expires?: string; customer?: { id: string; code: string } };

/** Somebody asked for the deletion of a customer. */
export async function addDeletion(database: Pool, { customer, ...more }: Deletion = {}) {
  const { id, code } = customer ?? (await addCustomer(database));
  const asked = { entity: "customer", id, code, customerId: id, event: "delete", reason: "holder_request" };
  return { code, approval: await addApproval(database, { ...asked, ...more }) };
}

/** The row of what was asked for of a record, on the list of approvals. */
export const rowOf = (page: Page, code: string) =>
  page.locator("tbody tr").filter({ has: page.getByRole("link", { name: code, exact: true }) });
