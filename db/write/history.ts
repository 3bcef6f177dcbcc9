import "server-only";
import type { Db, Tx } from "#db/client";
import { history } from "#db/schema/history";
import type { Actor, Role } from "#lib/domain/actor";

/** An actor, or someone refused at the door for want of a role. */
export type Doer = Pick<Actor, "subject" | "email" | "ip"> & { role: Role | null };
type Deed = Pick<typeof history.$inferInsert, "action" | "module" | "details"> & { record?: string };

/** Adds what the actor did to the change history, in the caller's transaction when the deed is a write; never personal data. */
export async function record(tx: Tx | Db, { subject, email, role, ip }: Doer, deed: Deed) {
  await tx.insert(history).values({ subject, email, role, ip, ...deed });
}
