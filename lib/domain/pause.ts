import { addDays, type Day, daysBetween, earlierOf, laterOf } from "#lib/domain/day";

/** From its first day up to, excluding, its last. */
export type Pause = { on: Day; until: Day };

/** The days of pauses, a day of two of them once: in their order, and none next to another. */
export function stretchesOf(pauses: readonly Pause[]): Pause[] {
  const stretches: Pause[] = [];
  for (const { on, until } of pauses.toSorted((one, other) => daysBetween(other.on, one.on))) {
    if (until <= on) continue;
    const last = stretches.at(-1);
    if (last === undefined || on > last.until) stretches.push({ on, until });
    else if (until > last.until) last.until = until;
  }
  return stretches;
}

/** How many days from one up to, excluding, another are in stretches. */
export function pausedDays(stretches: readonly Pause[], from: Day, to: Day): number {
  let days = 0;
  for (const { on, until } of stretches) {
    if (on >= to) break;
    const [start, end] = [laterOf(on, from), earlierOf(until, to)];
    if (start < end) days += daysBetween(start, end);
  }
  return days;
}

/** The day itself, or the first after its stretch. */
export const firstRunningDay = (stretches: readonly Pause[], day: Day): Day =>
  stretches.find(({ on, until }) => on <= day && day < until)?.until ?? day;

/** The same days, each counted from the day before it: what a day brings has grown since then. */
export const nightsOf = (stretches: readonly Pause[]): Pause[] =>
  stretches.map(({ on, until }) => ({ on: addDays(on, -1), until: addDays(until, -1) }));
