import "server-only";
import { sql } from "drizzle-orm";
import { expireApprovals } from "#db/move/expired-approvals";
import type { Moving } from "#db/move/moving";
import type { Answer, Order } from "#db/move/order";
import type { Moved } from "#db/move/record";
import { findOpenDispute } from "#db/read/dispute";
import { Refused } from "#db/refused";
import { approvals } from "#db/schema/approval";
import { record as recordDeeds } from "#db/write/history";
import { answer, type Request } from "#db/write/request";
import { seal } from "#db/write/seal";
import type { Actor } from "#lib/domain/actor";
import { storedAmount } from "#lib/history";

/** Keeps what an operator asked for until a second one decides. */
export async function askApproval(
  { db: tx, rules }: Moving,
  actor: Actor,
  record: Moved,
  order: Order,
  request: Request,
): Promise<Answer> {
  const { entity, id, code, customerId, customerCode } = record;
  const { event, reason, comment, amountMinor, reference } = order;
  const dispute = await findOpenDispute(tx, record);
  const over = await expireApprovals(tx, sql`record = ${id}`);
  const said = comment === undefined || comment === "" ? undefined : comment;
  const sealed = said && customerId !== null ? await seal(tx, customerId, said) : said && Buffer.from(said);
  const transfer = reference !== undefined && customerId !== null ? await seal(tx, customerId, reference) : undefined;
  const [asked] = await tx
    .insert(approvals)
    .values({
      ...{ entity, record: id, recordCode: code, customerId, event },
      ...{ askedBy: actor.subject, askedEmail: actor.email, askedRole: actor.role },
      expiresAt: sql`now() + make_interval(days => ${rules.approvalDays})`,
      ...(reason !== undefined && { reason }),
      input: {
        ...(amountMinor !== undefined && { amount: `${amountMinor}` }),
        ...(dispute !== undefined && { dispute }),
      },
      ...(sealed && { comment: sealed }),
      ...(transfer && { reference: transfer }),
    })
    .onConflictDoNothing()
    .returning({ code: approvals.code });
  if (asked === undefined) throw new Refused([{ rule: "approval_pending" }]);
  const given: Answer = { kind: "asked", approval: asked.code };
  await answer(tx, actor, request, given);
  const its = { approval: asked.code, event: `${entity}.${event}`, ...(reason !== undefined && { reason }) };
  await recordDeeds(tx, actor, ...over, {
    action: "approval.asked",
    module: "approvals",
    record: code,
    customer: customerCode,
    details: { ...its, ...storedAmount(amountMinor) },
    sealed: said && customerId !== null ? await seal(tx, customerId, JSON.stringify({ comment: said })) : undefined,
  });
  return given;
}
