import "server-only";
import type { Db, Tx } from "#db/client";
import { run } from "#db/question";
import { history } from "#db/schema/history";
import type { Actor, Role } from "#lib/domain/actor";
import type { Details } from "#lib/history";

/** An actor, or someone refused at the door for want of a role. */
export type Doer = Pick<Actor, "subject" | "email" | "ip"> & { role: Role | null };

/** What was done. Nothing personal may stand in it but in `sealed`, which is under the customer's key. */
export type Deed = {
  action: string;
  module: string;
  details: Details;
  record?: string;
  /** The ID of the customer whom it is about. */
  customer?: string | null;
  sealed?: Buffer | undefined;
};

/** Who does what a rule of the project does. */
export const system: Doer = { subject: "system", email: "system", role: null, ip: "" };

/**
 * Adds what was done to the change history: in the caller's transaction when it is a write, and as the last thing in it,
 * since whoever writes history waits for who wrote before.
 */
export async function record(tx: Tx | Db, doer: Doer, ...deeds: (Deed & { by?: Doer })[]): Promise<void> {
  const rows = deeds.map(({ by = doer, sealed, ...deed }) => {
    const { subject, email, role, ip } = by;
    return { subject, email, role, ip, ...deed, ...(sealed !== undefined && { sealed }) };
  });
  await run(tx, tx.insert(history).values(rows));
}
