import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "#bin/folder";

export type Tally = { passed: number; failed: number };
type Outcome = { isGood: boolean; words: string };
type Surroundings = { cwd?: string; env?: Record<string, string> };

/** For what the tools write; gone when the tests are done. */
export const scratch = mkdtempSync(join(tmpdir(), "cartera-test-"));

/** Runs a tool of node_modules/.bin to its end and keeps what it says. */
export function runTool(name: string, parameters: string[], { cwd = root, env = {} }: Surroundings = {}): Promise<Outcome> {
  return runProgram(join(root, "node_modules/.bin", name), parameters, { cwd, env });
}

export function runProgram(program: string, parameters: string[], { cwd = root, env = {} }: Surroundings = {}): Promise<Outcome> {
  const child = spawn(program, parameters, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => words.push(text));
  return new Promise((ended, failed) => {
    child.once("error", failed);
    child.once("close", (code) => ended({ isGood: code === 0, words: words.join("") }));
  });
}
