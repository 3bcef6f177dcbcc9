import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#bin/folder";

const generated = /^db\/migrations\/|^package-lock\.json$|^next-env\.d\.ts$/;

/** Every file that is or will be committed, but those that a tool writes. */
export const sources: string[] = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file && !generated.test(file) && existsSync(join(root, file)));

export const linesOf = (file: string): string[] => readFileSync(join(root, file), "utf8").trimEnd().split("\n");
