import { type Grid, gridOf, spacing, stackHeight } from "#lib/chart/grid";
import type { DiagramWords, Size } from "#lib/chart/lettering";
import type { Point } from "#lib/chart/path";
import { into, outOf } from "#lib/chart/ports";
import { besides, labelRow, type Route } from "#lib/chart/route";
import { type AnyMachine, isFinal } from "#lib/domain/machine";

/** Its upper left corner, and its size. */
export type Box = Point & Size;
export type DrawnState = Box & { state: string; isFinal: boolean };
export type DrawnLabel = Box & { event: string; text: readonly string[] };
/** A line by its corners; where it ends in an arrow, the way it points. Other lines join one that is drawn. */
export type DrawnLine = { events: readonly string[]; points: readonly Point[]; arrow?: "down" | "left" | "right" };
export type StateDiagram = Size & { states: DrawnState[]; labels: DrawnLabel[]; lines: DrawnLine[]; entry: Point };

export const cornerRadius = 9;

/** A machine's diagram as plain geometry, in pixels at a font size of 13: states in rows, lines down, and around them. */
export function stateDiagramOf(machine: AnyMachine, words: DiagramWords): StateDiagram {
  const grid = gridOf(machine, words);
  const states = grid.rows.flatMap((row, index) =>
    row.map((state, place) => ({
      state,
      isFinal: isFinal(machine, state),
      x: grid.spine + (place - (row.length - 1) / 2) * grid.pitch - grid.state.width / 2,
      y: grid.top[index] ?? 0,
      ...grid.state,
    })),
  );
  return {
    ...grid.size,
    states,
    labels: grid.routes.flatMap((route) => labelsAlong(grid, route, middleOf(states, route))),
    lines: grid.routes.flatMap((route) => linesOf(grid, route, middleOf(states, route))),
    entry: { x: grid.spine, y: spacing.edge + 5 },
  };
}

/** The middle of the state that a line leads to. */
function middleOf(states: readonly DrawnState[], { to }: Route): number {
  const target = states.find(({ state }) => state === to);
  if (target === undefined) throw new Error(`no state "${to}" in the diagram`);
  return target.x + target.width / 2;
}

function labelsAlong(grid: Grid, route: Route, target: number): DrawnLabel[] {
  const middle = route.way === "down" ? target : grid.laneOf(route);
  const { labels, end } = grid.gaps[labelRow(route)] ?? { labels: 0, end: 0 };
  const all = grid.labelsOf(route);
  let y = (labels + end - stackHeight(all)) / 2;
  return all.map(({ event, text, width, height }) => {
    const label = { event, text, x: middle - width / 2, y, width, height };
    y += height + spacing.between;
    return label;
  });
}

function linesOf(grid: Grid, route: Route, target: number): DrawnLine[] {
  const [first, ...others] = besides(route);
  const branches = others.map((row) => ({ events: route.events, points: branchFrom(grid, row, route) }));
  const down = route.way === "down" ? [downTo(grid, route, target)] : [];
  return [...(first === undefined ? [] : [aroundFrom(grid, first, route)]), ...branches, ...down];
}

/** From the state right above: straight, or sideways first where several stand below. */
function downTo({ spine, top, gaps, state }: Grid, { row, events }: Route, target: number): DrawnLine {
  const start = (top[row - 1] ?? 0) + state.height;
  const end = { x: target, y: top[row] ?? 0 };
  const turn = gaps[row - 1]?.join ?? 0;
  const turns =
    target === spine
      ? []
      : [
          { x: spine, y: turn },
          { x: target, y: turn },
        ];
  return { events, points: [{ x: spine, y: start }, ...turns, end], arrow: "down" };
}

/** From the state furthest away: along the lane, and into the target's side or into the line from above. */
function aroundFrom(grid: Grid, row: number, route: Route): DrawnLine {
  const lane = grid.laneOf(route);
  const start = [
    { x: edgeOf(grid, route), y: outOf(grid, row, route) },
    { x: lane, y: outOf(grid, row, route) },
  ];
  if (route.way !== "down") {
    const y = into(grid, route);
    const points = [...start, { x: lane, y }, { x: edgeOf(grid, route), y }];
    return { events: route.events, points, arrow: route.way === "left" ? "right" : "left" };
  }
  const join = grid.gaps[route.row - 1]?.join ?? 0;
  const points = [...start, { x: lane, y: join }, { x: grid.spine, y: join }, { x: grid.spine, y: join + cornerRadius }];
  return { events: route.events, points };
}

/** From a state that the lane passes: only until it joins. */
function branchFrom(grid: Grid, row: number, route: Route): Point[] {
  const lane = grid.laneOf(route);
  const y = outOf(grid, row, route);
  const joined = y + (route.way === "left" ? -cornerRadius : cornerRadius);
  return [
    { x: edgeOf(grid, route), y },
    { x: lane, y },
    { x: lane, y: joined },
  ];
}

const edgeOf = ({ spine, state }: Grid, { way }: Route) => spine + ((way === "left" ? -1 : 1) * state.width) / 2;
