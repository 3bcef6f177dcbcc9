import "server-only";
import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import { statementName, together } from "#db/client";
import { findFacts } from "#db/facts";
import { isWaiting } from "#db/move/expired-approvals";
import { findMoved, type Moved } from "#db/move/record";
import { amountOf, shownComment } from "#db/read/approval";
import { isOfEarlierDispute } from "#db/read/dispute";
import { findSight } from "#db/read/rules";
import { approvals } from "#db/schema/approval";
import type { AskedComment } from "#lib/approvals";
import { permissionOf } from "#lib/domain/act";
import { type Actor, can } from "#lib/domain/actor";
import type { AnyMachine, Refusal } from "#lib/domain/machine";
import { type Entity, machines } from "#lib/domain/machines";
import { type Offer, offers } from "#lib/domain/transition";

export type Pending = Pick<Row, "code" | "event" | "reason" | "askedEmail" | "askedAt" | "expiresAt"> & {
  isOwn: boolean;
  isOfEarlierDispute: boolean;
  amountMinor: bigint | undefined;
  comment: AskedComment | undefined;
};
type Row = typeof approvals.$inferSelect;

/** What an actor may do with a record now, each event with all that stands in its way, and what waits for a second operator. */
export async function findMoves(
  actor: Actor,
  entity: Entity,
  code: string,
): Promise<{ record: Moved; offers: Offer[]; pending: Pending[] } | undefined> {
  const [record, sight] = await Promise.all([findMoved(together, entity, code), findSight(together)]);
  if (record === undefined) return undefined;
  const [pending, facts] = await Promise.all([findPending(actor, record), findFacts(sight, record)]);
  const machine: AnyMachine = machines[entity];
  const offered = offers(machine, record.status, { by: { kind: "operator", role: actor.role }, facts });
  const asked = new Map(pending.map((each) => [each.event, each]));
  return {
    record,
    pending,
    offers: offered.map(({ event, refusals, needsApproval, follows }) => ({
      ...{ event, follows },
      refusals: refusals.some(({ rule }) => rule === "status")
        ? refusals
        : [...refusals, ...waitingRefusal(actor, entity, asked.get(event))],
      needsApproval: needsApproval || sight.rules.fourEyes.includes(`${entity}.${event}`),
    })),
  };
}

/** That an event waits already, to whoever may decide it: it stands with its buttons above. */
function waitingRefusal({ role }: Actor, entity: Entity, asked: Pending | undefined): Refusal[] {
  if (asked === undefined) return [];
  const permission = permissionOf(entity, asked.event);
  const isTheirs = !asked.isOwn && permission !== undefined && can({ role }, permission);
  return [{ rule: isTheirs ? "approval_above" : "approval_pending" }];
}

async function findPending(actor: Actor, { id }: Moved): Promise<Pending[]> {
  const rows = await askPending.execute({ id });
  const pending = rows.map(async (row) => {
    const { code, event, reason, askedEmail, askedAt, expiresAt, isOfEarlierDispute, askedBy } = row;
    const its = { code, event, reason, askedEmail, askedAt, expiresAt, isOfEarlierDispute, amountMinor: amountOf(row) };
    return { ...its, isOwn: askedBy === actor.subject, comment: await shownComment(actor, row) };
  });
  return Promise.all(pending);
}

const askPending = together
  .select({ ...getTableColumns(approvals), isOfEarlierDispute })
  .from(approvals)
  .where(and(eq(approvals.record, sql.placeholder("id")), isWaiting))
  .orderBy(asc(approvals.askedAt))
  .prepare(statementName("pending_approvals"));
