import "server-only";
import { type Db, db, type Tx } from "#db/client";
import { type Deed, record as recordDeed } from "#db/write/history";
import { type Actor, can, type Permission } from "#lib/domain/actor";

/** What somebody is about to do: what it needs, and what the history says of one who may not. */
export type Attempt = { needs: Permission } & Pick<Deed, "module" | "record" | "customer">;

/** Whether the actor may; that somebody tried who may not is kept in the history. */
export async function may(actor: Actor, { needs, ...where }: Attempt, within: Db | Tx = db): Promise<boolean> {
  if (can(actor, needs)) return true;
  await recordDeed(within, actor, { action: "permission.refused", ...where, details: { permission: needs } });
  return false;
}
