import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runTool, scratch, type Tally } from "#bin/test/program";

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** Runs one project of tests/config/vitest.ts. */
export async function suite(project: string): Promise<Tally> {
  const file = join(scratch, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { isGood, words } = await runTool("vitest", [
    "run",
    "--config",
    "tests/config/vitest.ts",
    "--project",
    project,
    ...reporters,
  ]);
  if (!isGood) console.log(words);
  return existsSync(file) ? tallyOf(JSON.parse(readFileSync(file, "utf8")), isGood) : { passed: 0, failed: 1 };
}

/** A file that does not even load counts as one failure, and so does a run that fails without saying which test. */
function tallyOf({ numPassedTests, numFailedTests, testResults }: Report, isGood: boolean): Tally {
  const broken = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0);
  const failed = numFailedTests + broken.length;
  const isUnsaid = failed === 0 && (!isGood || numPassedTests === 0);
  return { passed: numPassedTests, failed: isUnsaid ? 1 : failed };
}
