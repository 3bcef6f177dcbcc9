import type { Pool } from "pg";

type Wanted = Record<"entity" | "id" | "code" | "event" | "reason", string> & {
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
