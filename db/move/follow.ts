import "server-only";
import { writeMinimums } from "#db/books/minimum";
import { findSituation } from "#db/facts/situation";
import type { Moving } from "#db/move/moving";
import { consequencesOf } from "#lib/domain/consequences";

/** A record that moves more often by itself would mean that two rules undo each other. */
const mostMoves = 3;

/** Makes all automatic moves that follow for a customer, until nothing more does. */
export async function follow(moving: Moving, customerId: string): Promise<void> {
  const moves = new Map<string, number>();
  for (;;) {
    const { seen } = moving;
    const situation = seen?.id === customerId ? seen : await findSituation(moving, customerId);
    await writeMinimums(moving.db, situation.minimums);
    const [next] = consequencesOf(situation);
    if (next === undefined) return;
    const { entity, code, event, rule, values } = next;
    const before = moves.get(code) ?? 0;
    if (before === mostMoves) throw new Error(`what follows for customer ${customerId} does not end: ${code} ${event}`);
    moves.set(code, before + 1);
    await moving.step(entity, code, event, { cause: { rule, values } });
  }
}
