import { rmSync } from "node:fs";
import { browser } from "#bin/test/browser";
import { check } from "#bin/test/check";
import type { Tally } from "#bin/test/program";
import { scratch } from "#bin/test/program";
import { suite } from "#bin/test/suite";

const steps: Record<string, () => Promise<Tally>> = {
  check,
  unit: () => suite("unit"),
  database: () => suite("database"),
  architecture: () => suite("architecture"),
  browser,
};
let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, stop);
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps[name]);
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(", ")}. The steps are ${Object.keys(steps).join(", ")}.`);
  process.exit(1);
}

const total: Tally = { passed: 0, failed: 0 };
for (const [name, run] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`— ${name}`);
  const startedAt = performance.now();
  const { passed, failed } = await run();
  if (isStopping) process.exit(130);
  console.log(`  ${passed} passed, ${failed} failed, in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** Tells the tools and the app that the browser tests started: all of them are of this process's group. */
function stop() {
  if (isStopping) return;
  isStopping = true;
  process.kill(-process.pid, "SIGTERM");
}
