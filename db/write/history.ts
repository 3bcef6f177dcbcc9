import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { question } from "#db/question";
import type { Actor, Role } from "#lib/domain/actor";
import type { Details } from "#lib/history";
import type { DeedAction } from "#lib/messages/deed";

/** An actor, or someone refused at the door for want of a role. */
export type Doer = Pick<Actor, "subject" | "email" | "ip"> & { role: Role | null };

/** What was done. Nothing personal may stand in it but in `sealed`, which is under the customer's key. */
export type Deed = {
  action: DeedAction;
  module: string;
  details: Details;
  record?: string | undefined;
  /** The ID of the customer whom it is about. */
  customer?: string | null;
  sealed?: Buffer | undefined;
  /** Whose deed it is, where it is not that of whom the others are. */
  by?: Doer;
};

/** Who does what a rule of the project does. */
export const system: Doer = { subject: "system", email: "system", role: null, ip: "" };

/**
 * Adds what was done to the change history: in the caller's transaction when it is a write, and as the last thing in it,
 * since whoever writes history waits for who wrote before.
 */
export async function record(tx: Tx | Db, doer: Doer, ...deeds: Deed[]): Promise<void> {
  if (deeds.length === 0) return;
  const rows = deeds.map(({ by = doer, sealed, ...deed }) => {
    const { subject, email, role, ip } = by;
    return { subject, email, role, ip, ...deed, sealed: sealed?.toString("base64") };
  });
  await addRows(tx, { rows: JSON.stringify(rows) });
}

/** However many they are, one statement adds them, and locks the head of the history once. */
const addRows = question(
  "add_history",
  sql`insert into history (subject, email, role, ip, action, module, record, customer, details, sealed)
    select subject, email, role, ip, action, module, record, customer, details, decode(sealed, 'base64')
    from jsonb_to_recordset(${sql.placeholder("rows")}::jsonb) as deed (subject text, email text, role text, ip text,
      action text, module text, record text, customer text, details jsonb, sealed text)`,
);
