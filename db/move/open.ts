import "server-only";
import type { Tx } from "#db/client";
import type { Sight } from "#db/facts/sight";
import { seeSituation } from "#db/facts/situation";
import { holdDate } from "#db/move/business-date";
import type { Moving } from "#db/move/moving";
import { lockMoved } from "#db/move/record";
import { judge, make } from "#db/move/step";
import { findSight } from "#db/read/rules";
import type { Actor } from "#lib/domain/actor";
import type { Entity } from "#lib/domain/machines";

/** A transaction in which records move, by the rules in force on the business date. */
export async function openMoving(tx: Tx, actor: Actor | undefined): Promise<Moving> {
  // Sent in one go: the date is looked at once it is held.
  const [, sight] = await Promise.all([holdDate(tx), findSight(tx)]);
  return movingBy(sight, tx, actor);
}

/** The same with a record, locked; of a customer the situation is seen in the same go. */
export async function openRecord(tx: Tx, actor: Actor | undefined, entity: Entity, code: string) {
  const locking = lockMoved(tx, entity, code);
  // Locking a customer holds the date.
  const opening =
    entity === "customer" ? seeSituation(tx, code).then((sight) => movingBy(sight, tx, actor)) : openMoving(tx, actor);
  const [record, moving] = await Promise.all([locking, opening]);
  return { record, moving };
}

function movingBy(sight: Sight, tx: Tx, actor: Actor | undefined): Moving {
  const moving: Moving = {
    ...sight,
    db: tx,
    actor,
    done: [],
    writes: [],
    step: async (entity, code, event, given) => {
      const record = await lockMoved(tx, entity, code);
      if (record === undefined) throw new Error(`no ${entity} ${code}`);
      const { to } = await judge(moving, record, event, given, given.by ?? { kind: "system" });
      await make(moving, record, event, to, given);
    },
  };
  return moving;
}
