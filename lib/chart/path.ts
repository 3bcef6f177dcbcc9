export type Point = { x: number; y: number };

/** The SVG path through points that lie on horizontals and verticals, its corners rounded. */
export function pathThrough(points: readonly Point[], radius: number): string {
  const parts = points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined) return `M${at(point)}`;
    if (after === undefined) return `L${at(point)}`;
    return `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`;
  });
  return parts.join("");
}

const at = ({ x, y }: Point) => `${x} ${y}`;

/** The point so far from one point on the way to another, or half of the way where that is shorter. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(distance / length, 1);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
