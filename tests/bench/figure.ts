import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#bin/folder";

export type Figure = { what: string; measured: string; goal?: string; isMet?: boolean };

export function tableOf(figures: readonly Figure[]): string {
  const lines = figures.map(({ what, measured, goal = "", isMet }) => [
    what,
    measured,
    goal,
    isMet === undefined ? "" : isMet ? "ok" : "**not**",
  ]);
  return [["figure", "measured", "goal", ""], ["---", "---", "---", "---"], ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

const place = /(?<=<!-- bench -->\n)[\s\S]*?(?=<!-- \/?bench -->)/;

/** Puts the table between the two marks that README.md keeps for it. */
export function writeIntoReadme(table: string) {
  const file = join(root, "README.md");
  const text = readFileSync(file, "utf8");
  if (!place.test(text)) throw new Error("README.md has no two <!-- bench --> marks");
  writeFileSync(
    file,
    text.replace(place, () => `${table}\n`),
  );
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
export const times = (value: number) => `${value.toFixed(2)} ×`;
export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
export const counted = (count: number) => Math.round(count).toLocaleString("en-US");
