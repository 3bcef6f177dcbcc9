import "server-only";
import type { Tx } from "#db/client";
import { seeSituation } from "#db/facts/situation";
import type { Moving } from "#db/move/moving";
import { lockMoved } from "#db/move/record";
import { judge, make } from "#db/move/step";
import { findSight } from "#db/read/rules";
import type { Actor } from "#lib/domain/actor";

/**
 * A transaction in which records move, by the rules in force on the business date. With the ID of a customer, whom the
 * caller is locking, their situation is seen in the same go.
 */
export async function openMoving(tx: Tx, actor: Actor | undefined, customer?: string): Promise<Moving> {
  const seeing = customer === undefined ? undefined : seeSituation(tx, customer);
  const [sight, situation] = await Promise.all([findSight(tx), seeing]);
  const moving: Moving = {
    ...sight,
    seen: situation?.(sight),
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
