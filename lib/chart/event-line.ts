import type { AnyMachine } from "#lib/domain/machine";

/** Events that lead from the same states to the same one: they share a line. */
export type EventLine = { events: readonly string[]; from: readonly string[]; to: string };

export function eventLinesOf({ events }: AnyMachine): EventLine[] {
  const lines = new Map<string, EventLine>();
  for (const [event, { from, to }] of Object.entries(events)) {
    const key = `${from.toSorted().join()} ${to}`;
    lines.set(key, { events: [...(lines.get(key)?.events ?? []), event], from, to });
  }
  return [...lines.values()];
}
