import { parseArgs } from "node:util";
import { described } from "#bin/serve/log";
import { disconnect } from "#db/client";
import { closeDays } from "#db/close-day";
import { findStarter } from "#db/read/day-close";
import { parseDay } from "#lib/domain/day";

// What an operator asked for on the page: the close that their form began, and those of the days after it up to one.
const { values } = parseArgs({
  options: { through: { type: "string", default: "" }, ahead: { type: "boolean", default: false } },
});
const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stopping.abort());

try {
  const by = await findStarter();
  await closeDays({ by, through: parseDay(values.through), mayRunAhead: values.ahead, stopping: stopping.signal });
} catch (error) {
  console.error(described(error));
  process.exitCode = 1;
} finally {
  await disconnect();
}
