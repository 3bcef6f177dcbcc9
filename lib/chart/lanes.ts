import { besides, type Route } from "#lib/chart/route";

type Lane = { routes: Route[] };

/** The lanes of one side from the inside out: short lines inside, and lines that do not meet share a lane. */
export function lanesOf(routes: readonly Route[]): Lane[] {
  const lanes: Lane[] = [];
  for (const route of routes.filter((each) => besides(each).length > 0).toSorted((one, other) => length(one) - length(other))) {
    const free = lanes.find(({ routes }) => routes.every((other) => !meet(span(route), span(other))));
    if (free === undefined) lanes.push({ routes: [route] });
    else free.routes.push(route);
  }
  return lanes;
}

type Span = readonly [top: number, bottom: number];

/** From where to where a line takes its lane, in rows; at a state's side what comes in and what goes out keep apart. */
function span({ from, row, way }: Route): Span {
  if (way === "left") return [row + 0.2, from[0] - 0.2];
  return [from[0] + 0.2, way === "down" ? row - 0.5 : row - 0.2];
}

const length = (route: Route) => span(route)[1] - span(route)[0];
const meet = ([top, bottom]: Span, [otherTop, otherBottom]: Span) => top < otherBottom && otherTop < bottom;
