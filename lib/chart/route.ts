import { eventLinesOf } from "#lib/chart/event-line";
import type { AnyMachine } from "#lib/domain/machine";

/**
 * The way of a line: down into the state below, or past states on the right or, leading back up, on the left. Rows are
 * numbered from the top; `from` begins with the row that is furthest from the target.
 */
export type Route = {
  events: readonly string[];
  from: readonly [number, ...number[]];
  to: string;
  row: number;
  way: "down" | "right" | "left";
};

export function routesOf(machine: AnyMachine, rows: readonly (readonly string[])[]): Route[] {
  const rowOf = (state: string) => rows.findIndex((row) => row.includes(state));
  const entered = new Set<string>();
  return eventLinesOf(machine).flatMap(({ events, from, to }) => {
    const row = rowOf(to);
    const sources = from.map(rowOf).toSorted((one, other) => one - other);
    const above = sources.filter((source) => source < row);
    const below = sources.filter((source) => source > row).toReversed();
    const isDown = above.at(-1) === row - 1 && !entered.has(to);
    if (isDown) entered.add(to);
    return [
      ...route(above, { events, to, row, way: isDown ? "down" : "right" }),
      ...route(below, { events, to, row, way: "left" }),
    ];
  });
}

function route([first, ...others]: readonly number[], rest: Omit<Route, "from">): Route[] {
  return first === undefined ? [] : [{ ...rest, from: [first, ...others] }];
}

/** The rows whose line goes by a lane at the side: of a line that leads down, all but the one right above. */
export function besides({ from, way }: Route): readonly number[] {
  return way === "down" ? from.slice(0, -1) : from;
}

/** The row below which the labels stand: where the last of the states has joined. */
export function labelRow({ from, way, row }: Route): number {
  if (way === "down") return row - 1;
  return way === "right" ? Math.max(...from) : Math.min(...from) - 1;
}
