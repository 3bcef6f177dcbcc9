import "server-only";
import { randomUUID } from "node:crypto";
import { openDecided } from "#app/decided";
import type { Search } from "#app/list";
import { moveRecord } from "#app/moves/actions";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import type { Answer } from "#db/move/order";
import { findMoves } from "#db/read/moves";
import { findAnswer, findMade } from "#db/read/written";
import { decisionOf } from "#lib/approvals";
import type { AnyMachine } from "#lib/domain/machine";
import { type Entity, machines } from "#lib/domain/machines";
import { sections } from "#lib/domain/section";
import { isUuid } from "#lib/domain/uuid";
import { wordMoves } from "#lib/moves";

/** The actions of a record's page, for whoever is signed in; undefined where there is no such record. */
export async function openMoves(entity: Entity, code: string, search: Search) {
  const actor = await requireActor();
  const way = await currentWay();
  const found = await findMoves(actor, entity, code);
  if (found === undefined) return undefined;
  const { done } = search;
  const answer: Answer | undefined = typeof done === "string" && isUuid(done) ? await findAnswer(actor, done) : undefined;
  const made = answer?.kind === "moved" && answer.done[0] !== undefined ? await findMade(answer.done[0]) : undefined;
  const machine: AnyMachine = machines[entity];
  const asked = found.pending.map(({ event, ...each }) => {
    const { follows = {} } = found.offers.find((offer) => offer.event === event) ?? {};
    const name = `${entity}.${event}`;
    const { status } = found.record;
    const waiting = { ...each, event: name, follows, status, state: "pending", decidedEmail: null, decidedAt: null } as const;
    const back = `/${sections[entity]}/${code}`;
    return decisionOf(waiting, actor, { back, key: randomUUID() }, way);
  });
  const { pending, ...worded } = wordMoves({ ...found, entity, machine, answer, made, ...way });
  return {
    ...worded,
    pending: pending.map((each, index) => ({ ...each, decision: asked[index] })),
    decided: await openDecided(search, "record"),
    action: moveRecord,
    sent: { entity, code, moves: `${found.record.moves}`, key: randomUUID() },
    opened: typeof search["act"] === "string" ? search["act"] : "",
    t: way.t,
  };
}
