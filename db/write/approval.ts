import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Tx, transaction } from "#db/client";
import { refusable } from "#db/move";
import { isWaiting } from "#db/move/expired-approvals";
import { finish } from "#db/move/finish";
import { openMoving } from "#db/move/open";
import type { Answer, Outcome } from "#db/move/order";
import { lockMoved, type Moved } from "#db/move/record";
import { judge, make } from "#db/move/step";
import { amountOf, commentOf } from "#db/read/approval";
import { isOfEarlierDispute } from "#db/read/dispute";
import { Refused } from "#db/refused";
import { approvals } from "#db/schema/approval";
import { refundBalance } from "#db/write/balance-refund";
import { record as recordDeeds } from "#db/write/history";
import { answer, type Request } from "#db/write/request";
import { isAct, permissionOf } from "#lib/domain/act";
import { type Actor, can } from "#lib/domain/actor";
import type { Entity } from "#lib/domain/machines";
import { storedAmount } from "#lib/history";

type Approval = typeof approvals.$inferSelect;

/** Decides what another operator asked for: approving makes the move, its guards asked again; both are final. */
export async function decideApproval(actor: Actor, code: string, isApproved: boolean, key: string): Promise<Outcome> {
  const [asked] = await db.select().from(approvals).where(eq(approvals.code, code));
  if (asked === undefined) return { ok: false, kind: "unknown" };
  const order = { entity: asked.entity as Entity, code: asked.recordCode, event: asked.event };
  const request = { key, body: { code, isApproved } };
  return refusable(actor, order, request, () =>
    transaction(async (tx): Promise<Outcome> => {
      const record = await lockMoved(tx, order.entity, order.code);
      if (record === undefined) return { ok: false, kind: "unknown" };
      mustBeAnother(actor, asked);
      await closeApproval(tx, actor, asked, isApproved ? "approved" : "declined");
      const decide = isApproved ? approve : decline;
      return { ok: true, ...(await decide(tx, actor, record, asked, request)) };
    }),
  );
}

/** The ones who may decide: another person with the permission of the event itself. */
function mustBeAnother(actor: Actor, { entity, event, askedBy }: Approval) {
  const permission = permissionOf(entity as Entity, event);
  if (permission === undefined || !can(actor, permission)) throw new Refused([{ rule: "permission" }]);
  if (askedBy === actor.subject) throw new Refused([{ rule: "approval_own" }]);
}

async function closeApproval(tx: Tx, { subject, email }: Actor, { id }: Approval, status: "approved" | "declined") {
  const { rowCount } = await tx
    .update(approvals)
    .set({ status, decidedBy: subject, decidedEmail: email, decidedAt: sql`now()` })
    .where(and(eq(approvals.id, id), isWaiting));
  if (rowCount === 0) throw new Refused([{ rule: "approval_over" }]);
}

async function approve(tx: Tx, actor: Actor, record: Moved, asked: Approval, request: Request): Promise<Answer> {
  if (isAct(asked.entity as Entity, asked.event)) return refundBalance(tx, actor, record, asked, request);
  await mustBeItsDispute(tx, asked);
  const moving = await openMoving(tx, actor);
  const { event, askedEmail, reason } = asked;
  const said = { amountMinor: amountOf(asked) };
  const given = { said, reason: reason ?? undefined, comment: await commentOf(tx, asked) };
  const { to } = await judge(moving, record, event, given, { kind: "operator", role: actor.role });
  await make(moving, record, event, to, given);
  const { reason: why, comment } = given;
  return finish(moving, actor, record, request, { reason: why, comment, ...said, approval: asked.code, asked: askedEmail });
}

/** What was decided of one dispute says nothing of the next. */
async function mustBeItsDispute(tx: Tx, { id }: Approval) {
  const earlier = and(eq(approvals.id, id), isOfEarlierDispute);
  if ((await tx.$count(approvals, earlier)) > 0) throw new Refused([{ rule: "another_dispute" }]);
}

async function decline(tx: Tx, actor: Actor, { code, customerCode }: Moved, asked: Approval, request: Request): Promise<Answer> {
  const given: Answer = { kind: "moved", done: [] };
  await answer(tx, actor, request, given);
  const its = { approval: asked.code, event: `${asked.entity}.${asked.event}`, asked: asked.askedEmail };
  await recordDeeds(tx, actor, {
    action: "approval.declined",
    module: "approvals",
    record: code,
    customer: customerCode,
    details: { ...its, ...storedAmount(amountOf(asked)) },
  });
  return given;
}
