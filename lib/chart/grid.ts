import { lanesOf } from "#lib/chart/lanes";
import { type DiagramWords, eventLettering, type Lettering, type Size, stateSize } from "#lib/chart/lettering";
import { besides, labelRow, type Route, routesOf } from "#lib/chart/route";
import { rowsOf } from "#lib/chart/rows";
import { type AnyMachine, isFinal } from "#lib/domain/machine";

/** Where everything stands: the columns of the lanes, the rows of the states, and the room for labels between them. */
export type Grid = {
  rows: readonly (readonly string[])[];
  routes: readonly Route[];
  state: Size;
  /** From the middle of a state to that of the next one in its row. */
  pitch: number;
  size: Size;
  /** The middle of the states. */
  spine: number;
  laneOf: (route: Route) => number;
  /** Of a lane among those of its side, from the inside out. */
  depthOf: (route: Route) => number;
  /** The upper edge of a row's states, and what lies below them. */
  top: readonly number[];
  gaps: readonly Gap[];
  labelsOf: (route: Route) => readonly (Lettering & { event: string })[];
};
/** Where lines from the side join, and where the labels begin and end. */
type Gap = { join: number; labels: number; end: number };

export const spacing = { entry: 30, end: 26, arrow: 18, between: 5, lane: 14, aside: 24, leaves: 22, edge: 2, join: 24 };

export function gridOf(machine: AnyMachine, words: DiagramWords): Grid {
  const rows = rowsOf(machine);
  const routes = routesOf(machine, rows);
  const state = stateSize(words);
  const labels = new Map(routes.map((route) => [route, labelsIn(machine, words, route)]));
  const labelsOf = (route: Route) => labels.get(route) ?? [];
  const down = routes.filter(isDown).map((route) => widest(labelsOf(route)));
  const pitch = Math.max(state.width, ...down) + spacing.leaves;
  const half = (Math.max(...rows.map((row) => row.length)) * pitch - spacing.leaves) / 2;
  const right = columns(
    routes.filter(({ way }) => way !== "left"),
    half,
    labelsOf,
  );
  const left = columns(
    routes.filter(({ way }) => way === "left"),
    half,
    labelsOf,
  );
  const spine = left.end + spacing.edge;
  const { top, gaps, bottom } = heights(rows, routes, state, labelsOf);
  const hasEnd = rows.at(-1)?.some((each) => isFinal(machine, each)) ?? false;
  const placeOf = (route: Route) => (route.way === "left" ? left : right).lanes.get(route) ?? { x: 0, depth: 0 };
  return {
    rows,
    routes,
    state,
    pitch,
    size: { width: spine + right.end + spacing.edge, height: bottom + (hasEnd ? spacing.end : 0) + spacing.edge },
    spine,
    laneOf: (route) => spine + (route.way === "left" ? -1 : 1) * placeOf(route).x,
    depthOf: (route) => placeOf(route).depth,
    top,
    gaps,
    labelsOf,
  };
}

const isDown = ({ way }: Route) => way === "down";
const widest = (sizes: readonly Size[]) => Math.max(...sizes.map(({ width }) => width));
export const stackHeight = (sizes: readonly Size[]) =>
  sizes.reduce((sum, { height }) => sum + height, 0) + spacing.between * (sizes.length - 1);

function labelsIn({ events }: AnyMachine, words: DiagramWords, route: Route) {
  return route.events.map((event) => ({
    event,
    ...eventLettering(words.events[event] ?? event, events[event]?.fourEyes !== undefined),
  }));
}

/** The distance of each lane from the middle; one is as wide as its widest label, where labels stand in it. */
function columns(routes: readonly Route[], half: number, labelsOf: Grid["labelsOf"]) {
  const lanes = new Map<Route, { x: number; depth: number }>();
  let end = half;
  for (const [depth, lane] of lanesOf(routes).entries()) {
    const width = Math.max(0, ...lane.routes.filter((route) => !isDown(route)).map((route) => widest(labelsOf(route))));
    const inner = end + (depth === 0 ? Math.max(spacing.aside - width / 2, spacing.lane) : spacing.lane);
    for (const route of lane.routes) lanes.set(route, { x: inner + width / 2, depth });
    end = inner + width;
  }
  return { lanes, end };
}

function heights(rows: Grid["rows"], routes: readonly Route[], state: Size, labelsOf: Grid["labelsOf"]) {
  let y = spacing.entry;
  const places = rows.map((_, row) => {
    const top = y;
    const here = routes.filter((route) => labelRow(route) === row);
    const joins = here.some((route) => isDown(route) && (besides(route).length > 0 || (rows[row + 1]?.length ?? 0) > 1));
    const join = top + state.height;
    const labels = join + (joins ? spacing.join : spacing.arrow - 6);
    const end = labels + Math.max(0, ...here.map((route) => stackHeight(labelsOf(route))));
    y = row === rows.length - 1 ? join : end + spacing.arrow;
    return { top, gap: { join: join + 9, labels, end } };
  });
  return { top: places.map(({ top }) => top), gaps: places.map(({ gap }) => gap), bottom: y };
}
