import { type EventLine, eventLinesOf } from "#lib/chart/event-line";
import { type AnyMachine, isFinal, statesOf } from "#lib/domain/machine";

/** The states from top to bottom, one in a row; ends that one state forks into stand side by side below it. */
export function rowsOf(machine: AnyMachine): string[][] {
  const lines = eventLinesOf(machine);
  const states = statesOf(machine);
  const leaves = states.filter((state) => state !== machine.first && isFinal(machine, state));
  const parents = new Set(lines.filter(({ to }) => leaves.includes(to)).flatMap(({ from }) => from));
  const spine = calmest(
    states.filter((state) => !leaves.includes(state)),
    lines,
  );
  const isFork = leaves.length > 1 && parents.size === 1 && parents.has(spine.at(-1) ?? "");
  return isFork ? [...spine.map((state) => [state]), leaves] : calmest(states, lines).map((state) => [state]);
}

/** Moves one state after another, but the first, for as long as that lessens what has to be drawn. */
function calmest(order: readonly string[], lines: readonly EventLine[]): readonly string[] {
  const [first, ...others] = order;
  if (first === undefined) return order;
  const moved = others.flatMap((state) =>
    others.map((_, place) => [first, ...others.filter((other) => other !== state).toSpliced(place, 0, state)]),
  );
  const best = moved.reduce((one, other) => (ink(other, lines) < ink(one, lines) ? other : one), order);
  return best === order ? order : calmest(best, lines);
}

/** How far the lines lead, those that lead back up counting double; that a state is entered from below only, most of all. */
function ink(order: readonly string[], lines: readonly EventLine[]): number {
  const steps = lines.flatMap(({ from, to }) => from.map((state) => ({ to, length: order.indexOf(to) - order.indexOf(state) })));
  const entered = new Set(steps.filter(({ length }) => length > 0).map(({ to }) => to));
  const length = steps.reduce((sum, { length }) => sum + (length < 0 ? -2 * length : length), 0);
  return length + (order.length - entered.size) * order.length * lines.length;
}
