import "server-only";
import { eq } from "drizzle-orm";
import { type Db, db, type Tx, together } from "#db/client";
import { approvals } from "#db/schema/approval";
import { unsealer } from "#db/write/seal";
import type { AskedComment } from "#lib/approvals";
import { type Actor, can } from "#lib/domain/actor";
import type { ApprovalState } from "#lib/domain/approval";
import type { Entity } from "#lib/domain/machines";

/** What was asked for under an ID: of which record, which event; undefined where nothing was. */
export async function findApproval(
  code: string,
): Promise<{ entity: Entity; recordCode: string; event: string; status: ApprovalState } | undefined> {
  const { entity, recordCode, event, status } = approvals;
  const [found] = await db.select({ entity, recordCode, event, status }).from(approvals).where(eq(approvals.code, code));
  return found && { ...found, entity: found.entity as Entity };
}

type Approval = typeof approvals.$inferSelect;
type Commented = Pick<Approval, "customerId" | "comment">;

/** The amount that was asked for, in minor units; undefined where the event asks for none. */
export function amountOf({ input }: Pick<Approval, "input">): bigint | undefined {
  const amount = input["amount"];
  return amount === undefined ? undefined : BigInt(amount);
}

/** What the one who asked said with it, where its key still is. */
export async function commentOf(within: Db | Tx, { customerId, comment }: Commented): Promise<string | undefined> {
  if (comment === null) return undefined;
  return customerId === null ? comment.toString("utf8") : (await unsealer(within, customerId))(comment);
}

/** The same for a page: of a customer only to who may see what is personal; what is nobody's is about no one. */
export async function shownComment(actor: Actor, asked: Commented): Promise<AskedComment | undefined> {
  if (asked.comment === null) return undefined;
  const text = await commentOf(together, asked);
  if (text === undefined) return { state: "erased" };
  return asked.customerId === null || can(actor, "pii:read") ? { state: "open", text } : { state: "hidden" };
}
