import type { Grid } from "#lib/chart/grid";
import { besides, type Route } from "#lib/chart/route";

/** At which height a line leaves the side of its state: one way out for all lines of a side. */
export function outOf(grid: Grid, row: number, route: Route): number {
  return portOf(grid, row, sideOf(route), "out");
}

/** At which height a line from the side enters its state. */
export function into(grid: Grid, route: Route): number {
  return portOf(grid, route.row, sideOf(route), route);
}

type Side = "left" | "right";
type Port = Route | "out";
const sideOf = ({ way }: Route): Side => (way === "left" ? "left" : "right");

/** The ports of a side share its height. In such an order that no line crosses another at the state itself. */
function portOf(grid: Grid, row: number, side: Side, port: Port): number {
  const ports = portsOf(grid, row, side);
  return (grid.top[row] ?? 0) + (grid.state.height * (ports.indexOf(port) + 1)) / (ports.length + 1);
}

function portsOf({ routes, depthOf }: Grid, row: number, side: Side): Port[] {
  const here = routes.filter((route) => sideOf(route) === side);
  const ins = here
    .filter((route) => route.row === row && route.way === side)
    .toSorted((one, other) => depthOf(one) - depthOf(other));
  const outs: Port[] = here.some((route) => besides(route).includes(row)) ? ["out"] : [];
  return side === "right" ? [...ins, ...outs] : [...outs, ...ins.toReversed()];
}
