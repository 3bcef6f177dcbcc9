import "server-only";
import { eq } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client";
import { approvals } from "#db/schema/approval";
import { unsealer } from "#db/write/seal";
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

/** The amount that was asked for, in minor units; undefined where the event asks for none. */
export function amountOf({ input }: Pick<Approval, "input">): bigint | undefined {
  const amount = input["amount"];
  return amount === undefined ? undefined : BigInt(amount);
}

/** What the one who asked said with it, where its key still is. */
export async function commentOf(
  within: Db | Tx,
  { customerId, comment }: Pick<Approval, "customerId" | "comment">,
): Promise<string | undefined> {
  if (comment === null) return undefined;
  return customerId === null ? comment.toString("utf8") : (await unsealer(within, customerId))(comment);
}
