import "server-only";
import { db, type Tx, transaction } from "#db/client";
import { askApproval } from "#db/move/approval";
import { type Asker, whoAsks } from "#db/move/asker";
import { findChange } from "#db/move/change";
import { finish } from "#db/move/finish";
import { openRecord } from "#db/move/open";
import type { Answer, Order, Outcome } from "#db/move/order";
import { findMoved } from "#db/move/record";
import { judge, make } from "#db/move/step";
import { Refused, refuseIf } from "#db/refused";
import { type Deed, type Doer, record as recordDeed } from "#db/write/history";
import { answered, type Request } from "#db/write/request";
import { type Actor, can } from "#lib/domain/actor";
import type { AnyMachine, Refusal } from "#lib/domain/machine";
import { machines } from "#lib/domain/machines";
import { sections } from "#lib/domain/section";

/**
 * Moves a record for an operator: locks it, asks its machine, and writes status, effects, consequences and history in one
 * transaction. `key` is the form's: the same form acts once, however often it is sent.
 */
export async function move(asker: Asker, order: Order, key: string): Promise<Outcome> {
  const request = { key, body: { ...order, amountMinor: order.amountMinor?.toString() } };
  return refusable(asker, order, request, () => transaction((tx) => run(tx, asker, order, request)));
}

/** Runs a transaction that a refusal undoes. A form that was acted on before gets its answer again instead. */
export async function refusable(
  asker: Asker<Doer>,
  { entity, code, event }: Pick<Order, "entity" | "code" | "event">,
  request: Request,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await work().catch((error: unknown): Outcome => {
    if (error instanceof Refused) return { ok: false, kind: "refused", refusals: error.refusals };
    throw error;
  });
  if (outcome.ok || outcome.kind === "unknown") return outcome;
  const doer = await whoAsks(asker, db);
  const before = await answered(db, doer, request);
  if (before === "reused") return { ok: false, kind: "refused", refusals: [{ rule: "key_reused" }] };
  if (before !== undefined) return { ok: true, ...(before.answer as Answer) };
  if (outcome.kind === "refused" && outcome.refusals.some(({ rule }) => unpermitted.includes(rule))) {
    const customer = (await findMoved(db, entity, code))?.customerCode ?? null;
    const deed: Deed = { action: "permission.refused", module: sections[entity], record: code, customer, details: { event } };
    await recordDeed(db, doer, deed);
  }
  return outcome;
}

const unpermitted = ["permission", "scope", "operators_only"];

async function run(tx: Tx, asker: Asker, order: Order, request: Request): Promise<Outcome> {
  const { actor, record, moving } = await openRecord(tx, asker, order.entity, order.code);
  if (record === undefined) return { ok: false, kind: "unknown" };
  // What one may not do at all, or has not said, is told first, whatever else has changed.
  refuseIf(faultsOf(actor, order));
  if (record.moves !== order.moves) return { ok: false, kind: "changed", change: await findChange(tx, record) };
  const { event, reason, comment, amountMinor } = order;
  const { asks } = (machines[record.entity] as AnyMachine).events[event] ?? {};
  // A blank credit note is zero; where nothing is asked for, nothing is kept.
  const note = asks?.includes("credit_note") ? 0n : undefined;
  const said = { amountMinor: asks && (amountMinor ?? note) };
  const given = { said, reason, comment };
  const judged = await judge(moving, record, event, given, { kind: "operator", role: actor.role });
  if (judged.needsApproval || moving.rules.fourEyes.includes(`${record.entity}.${event}`))
    return { ok: true, ...(await askApproval(moving, actor, record, { ...order, ...said }, request)) };
  await make(moving, record, event, judged.to, given);
  return { ok: true, ...(await finish(moving, actor, record, request, { reason, comment, ...said })) };
}

/** What is wrong with the form itself, before anything is asked of the record. */
function faultsOf(actor: Actor, { entity, code, event, amountMinor, typed }: Order): Refusal[] {
  const { events }: AnyMachine = machines[entity];
  const declared = Object.hasOwn(events, event) ? events[event] : undefined;
  if (declared === undefined) return [{ rule: "event_unknown" }];
  const { permission } = declared.by;
  if (permission !== undefined && !can(actor, permission)) return [{ rule: "permission" }];
  return [
    ...(declared.asks?.includes("amount") && amountMinor === undefined ? [{ rule: "amount_missing" }] : []),
    ...(declared.isTyped && typed?.trim().toUpperCase() !== code ? [{ rule: "id_not_typed", values: { id: code } }] : []),
  ];
}
