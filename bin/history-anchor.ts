import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { dataFolder } from "#bin/folder";
import type { Anchor } from "#lib/history/check";

const anchor = z.object({
  id: z.int().positive(),
  rows: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
});

/** What earlier checks saw last, a line of JSON each; best on another machine, or where nothing is ever overwritten. */
export const anchorFile = () => process.env["HISTORY_ANCHOR"] || join(dataFolder(), "history-anchor.jsonl");

/** The anchors, and the numbers of the lines that are none. */
export function readAnchors(): { anchors: Anchor[]; unreadable: number[] } {
  const text = existsSync(anchorFile()) ? readFileSync(anchorFile(), "utf8") : "";
  const lines = text.split("\n").map((line, at) => ({ line: at + 1, text: line, read: anchor.safeParse(parsed(line)) }));
  return {
    anchors: lines.flatMap(({ read }) => (read.success ? [read.data] : [])),
    unreadable: lines.filter(({ text, read }) => text.trim() !== "" && !read.success).map(({ line }) => line),
  };
}

export function keepAnchor(kept: Anchor) {
  mkdirSync(dirname(anchorFile()), { recursive: true });
  appendFileSync(anchorFile(), `${JSON.stringify(kept)}\n`, { mode: 0o600 });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
