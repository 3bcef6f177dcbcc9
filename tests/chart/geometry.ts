import type { Point } from "#lib/chart/path";
import type { Box, StateDiagram } from "#lib/chart/state-diagram";

export type Named = Box & { name: string };

/** Every state and every label of a diagram. */
export function thingsIn({ states, labels }: StateDiagram): Named[] {
  return [
    ...states.map((state) => ({ ...state, name: `state ${state.state}` })),
    ...labels.map((label) => ({ ...label, name: `label ${label.event}` })),
  ];
}

/** The pairs that come nearer to each other than the margin. */
export function overlaps(boxes: readonly Named[], margin: number): string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => isNear(one, other, margin))
      .map((other) => `${one.name} × ${other.name}`),
  );
}

function isNear(one: Box, other: Box, margin: number): boolean {
  return (
    one.x < other.x + other.width + margin &&
    other.x < one.x + one.width + margin &&
    one.y < other.y + other.height + margin &&
    other.y < one.y + one.height + margin
  );
}

/** What a diagram draws outside of its own size. */
export function outside({ width, height, lines, ...diagram }: StateDiagram): string[] {
  const corners = [
    ...thingsIn({ width, height, lines, ...diagram }).flatMap((box) => [
      { name: box.name, x: box.x, y: box.y },
      { name: box.name, x: box.x + box.width, y: box.y + box.height },
    ]),
    ...lines.flatMap(({ events, points }) => points.map((point) => ({ name: `line ${events}`, ...point }))),
  ];
  return corners.filter(({ x, y }) => x < 0 || y < 0 || x > width || y > height).map(({ name }) => name);
}

/** The states that a line runs through, and the labels of other lines. */
export function crossed(diagram: StateDiagram): string[] {
  const foreign = (events: readonly string[]) => [
    ...diagram.states.map((state) => ({ ...state, name: state.state })),
    ...diagram.labels.filter(({ event }) => !events.includes(event)).map((label) => ({ ...label, name: label.event })),
  ];
  return diagram.lines.flatMap(({ events, points }) =>
    foreign(events)
      .filter((box) => segmentsOf(points).some((segment) => isNear(segment, box, -1)))
      .map(({ name }) => `line ${events} runs through ${name}`),
  );
}

/** Each straight part of a line as a box without area. */
export function segmentsOf(points: readonly Point[]): Box[] {
  return points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    return {
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      width: Math.abs(end.x - start.x),
      height: Math.abs(end.y - start.y),
    };
  });
}

/** From which states a line leads, and into which, by where its ends touch. */
export function stateAt({ states }: StateDiagram, { x, y }: Point): string | undefined {
  return states.find((box) => isNear({ x, y, width: 0, height: 0 }, box, 0.01))?.state;
}
