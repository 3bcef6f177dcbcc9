import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { runProgram, runTool, scratch, type Tally } from "#bin/test/program";

type Report = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };

/** Runs tests/e2e in a real browser against the whole application. */
export async function browser(): Promise<Tally> {
  const refusal = await installChromium();
  if (refusal) {
    console.log(refusal);
    return { passed: 0, failed: 1 };
  }
  const file = join(scratch, "browser.json");
  const { isGood, words } = await runTool(
    "playwright",
    ["test", "--config", "tests/config/playwright.ts", "--reporter=line,json"],
    { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  );
  if (!isGood) console.log(words);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats, errors }: Report = JSON.parse(readFileSync(file, "utf8"));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed === 0 && stats.expected === 0 ? 1 : failed };
}

/** Debian's own chromium where this is Debian and may install, else the one of Playwright. Answers why it cannot. */
async function installChromium(): Promise<string | undefined> {
  if (existsSync("/usr/bin/chromium") || existsSync(chromium.executablePath())) return undefined;
  console.log("  Installing chromium…");
  const isDebian = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  const { isGood, words } = isDebian ? await installDebianChromium() : await runTool("playwright", ["install", "chromium"]);
  return isGood ? undefined : words;
}

async function installDebianChromium() {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const updated = await runProgram("apt-get", ["update", "--quiet"], { env });
  if (!updated.isGood) return updated;
  return runProgram("apt-get", ["install", "--yes", "--quiet", "--no-install-recommends", "chromium", "fonts-liberation"], {
    env,
  });
}
