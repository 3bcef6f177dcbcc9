/** What a successful check saw last, kept where the database's administrators cannot reach it. */
export type Anchor = { id: number; rows: number; hash: string; at: string };

type End = { id: number; hash: string };

/** What the database says of the history: counts, the ends of the chain, the links that do not hold, by their two ids. */
export type Facts = {
  rows: number;
  broken: number;
  links: [before: number, id: number][];
  last: End | null;
  head: (End & { rows: number }) | null;
  anchors: { id: number; at: string; isThere: boolean }[];
};

/** Something that is wrong with the history; `id` and `after` are of rows. */
export type Finding =
  | { kind: "altered"; id: number; after: number }
  | { kind: "lost"; after: number; before: number }
  | { kind: "more"; rows: number }
  | { kind: "cut"; after: number; until: number }
  | { kind: "headless" }
  | { kind: "beyond"; after: number }
  | { kind: "end"; id: number }
  | { kind: "count"; rows: number; counted: number }
  | { kind: "rewritten"; id: number; at: string }
  | { kind: "gone"; id: number; at: string };

/** What those facts mean. */
export function findingsIn({ rows, broken, links, last, head, anchors }: Facts): Finding[] {
  const chain: Finding[] = links.map(([after, id]) =>
    id === after + 1 ? { kind: "altered", id, after } : { kind: "lost", after, before: id },
  );
  const more: Finding[] = broken > links.length ? [{ kind: "more", rows: broken - links.length }] : [];
  const ends: Finding[] = head === null ? [{ kind: "headless" }] : endFindings(last, head);
  const isCounted =
    head === null || head.rows === rows || [...chain, ...ends].some(({ kind }) => kind === "lost" || kind === "cut");
  const count: Finding[] = isCounted ? [] : [{ kind: "count", rows, counted: head.rows }];
  const known: Finding[] = anchors.map(({ id, at, isThere }) => ({ kind: isThere ? "rewritten" : "gone", id, at }));
  return [...chain, ...more, ...ends, ...count, ...known];
}

function endFindings(last: End | null, head: End): Finding[] {
  const id = last?.id ?? 0;
  if (id < head.id) return [{ kind: "cut", after: id, until: head.id }];
  if (id > head.id) return [{ kind: "beyond", after: head.id }];
  return last === null || last.hash === head.hash ? [] : [{ kind: "end", id }];
}
