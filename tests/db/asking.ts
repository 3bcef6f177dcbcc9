import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "#db/client";
import type { Outcome } from "#db/move/order";
import { approvals } from "#db/schema/approval";
import { decideApproval } from "#db/write/approval";
import type { Actor } from "#lib/domain/actor";
import { ask, lent } from "#tests/db/moving";

/** A credit of 500 of which Sofía asks to cancel all by a credit note. */
export async function asked() {
  const credit = await lent();
  const said = { reason: "purchase_returned", comment: "Ana brought it back", amountMinor: 500n };
  return { ...credit, said, approval: await ask("credit", credit.code, "cancel", said) };
}

export const decide = (actor: Actor, approval: string, isApproved = true): Promise<Outcome> =>
  decideApproval(actor, approval, isApproved, randomUUID());

export const approvalOf = async (code: string) => (await db.select().from(approvals).where(eq(approvals.code, code)))[0];

export const refused = (rule: string) => ({ ok: false, kind: "refused", refusals: [{ rule }] });
