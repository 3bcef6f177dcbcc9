import "server-only";
import { eq } from "drizzle-orm";
import { db } from "#db/client";
import { approvals } from "#db/schema/approval";
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
