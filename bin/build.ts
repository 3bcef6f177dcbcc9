import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentHash } from "#bin/content-hash";
import { root } from "#bin/folder";
import { Refusal } from "#bin/refusal";

const configs = ["package-lock.json", "tsconfig.json", "next.config.ts", "next.config.mjs", "postcss.config.mjs"];
const buildId = join(root, ".next/BUILD_ID");
const stamp = join(root, ".next/built-from");

/** Builds the pages, unless those there are of just these sources. */
export async function buildWhenChanged(stopping: AbortSignal): Promise<void> {
  const sources = contentHash("app", "components", "db", "lib", ...configs);
  if (isBuiltFrom(sources)) return;
  console.log("Building the pages…");
  await build(stopping);
  writeFileSync(stamp, `${sources} ${readFileSync(buildId, "utf8")}`);
}

/** The build's own ID is part of the stamp: a build made by hand in between does not pass for this one. */
function isBuiltFrom(sources: string): boolean {
  if (!existsSync(stamp) || !existsSync(buildId)) return false;
  return readFileSync(stamp, "utf8") === `${sources} ${readFileSync(buildId, "utf8")}`;
}

function build(stopping: AbortSignal): Promise<void> {
  const next = spawn(process.execPath, ["bin/next-build.mjs"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    signal: stopping,
  });
  const words: string[] = [];
  for (const stream of [next.stdout, next.stderr]) stream?.setEncoding("utf8").on("data", (text) => words.push(text));
  return new Promise((built, failed) => {
    next.once("error", failed);
    next.once("close", (code) => (code === 0 ? built() : failed(new Refusal(`${words.join("")}\nThe build failed.`))));
  });
}
