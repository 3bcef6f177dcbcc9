import "server-only";
import { findSituation } from "#db/facts/situation";
import type { Moving } from "#db/move/moving";
import { consequencesOf } from "#lib/domain/consequences";

/** More would mean that two rules undo each other. */
const mostRounds = 10;

/** Makes all automatic moves that follow for a customer, until nothing more does. */
export async function follow(moving: Moving, customerId: string): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const [next] = consequencesOf(await findSituation(moving, customerId));
    if (next === undefined) return;
    const { entity, code, event, rule, values } = next;
    await moving.step(entity, code, event, { cause: { rule, values } });
  }
  throw new Error(`what follows for customer ${customerId} does not end`);
}
