import "server-only";
import type { Tx } from "#db/client";
import { findAnnounced } from "#db/facts/money";
import type { Sight } from "#db/facts/sight";
import { seeSituation } from "#db/facts/situation";
import { type Asker, whoAsks } from "#db/move/asker";
import { holdDate } from "#db/move/business-date";
import type { Moving } from "#db/move/moving";
import { lockMoved } from "#db/move/record";
import { judge, make } from "#db/move/step";
import { findSight } from "#db/read/rules";
import { Refused } from "#db/refused";
import type { Actor } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import type { Entity } from "#lib/domain/machines";

/** A transaction in which records move, by the rules in force on the business date. */
export async function openMoving(tx: Tx, actor: Actor | undefined): Promise<Moving> {
  return movingBy(await seeAtDate(tx), tx, actor);
}

/** The same with a record, locked; of a customer the situation is seen in the same go, of a pre-payment what was announced. */
export async function openRecord<Who extends Actor | undefined>(tx: Tx, asker: Asker<Who>, entity: Entity, code: string) {
  // Who asks is asked first, though nothing waits for the answer but the end.
  const asking = whoAsks(asker, tx);
  // Locking holds the date.
  const locking = lockMoved(tx, entity, code);
  const seeing = entity === "customer" ? seeSituation(tx, code) : findSight(tx);
  const finding = entity === "pre_payment" ? findAnnounced(tx, code) : undefined;
  const [actor, record, sight, announced] = await Promise.all([asking, locking, seeing, finding]);
  return { actor, record, moving: movingBy({ ...sight, announced }, tx, actor) };
}

/** Sent in one go: the date is looked at once it is held. */
async function seeAtDate(tx: Tx): Promise<Sight> {
  const [, sight] = await Promise.all([holdDate(tx), findSight(tx)]);
  return sight;
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
      try {
        const { to } = await judge(moving, record, event, given, given.by ?? { kind: "system" });
        await make(moving, record, event, to, given);
      } catch (error) {
        throw error instanceof Refused ? refusedOf({ entity, code }, error) : error;
      }
    },
  };
  return moving;
}

/** What was refused to a record that moves along is told as that one's, or as the one's that would have moved along with it. */
function refusedOf(of: NonNullable<Refusal["of"]>, { refusals: [first, ...others] }: Refused): Refused {
  return new Refused([{ of, ...first }, ...others.map((refusal) => ({ of, ...refusal }))]);
}
