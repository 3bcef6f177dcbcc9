import { setTimeout as pause } from "node:timers/promises";
import { described } from "#bin/serve/log";
import { disconnect } from "#db/client";
import { closeDays } from "#db/close-day";
import { findUnfinished } from "#db/read/day-close";
import { findProject } from "#db/read/project";
import { system } from "#db/write/history";
import type { Day } from "#lib/domain/day";
import { dueThrough } from "#lib/domain/day-close";

/** Beside the server while it runs: at its time of day it closes the days before, unless another instance does. */
const at = process.env["CLOSE_DAY_AT"] ?? "";
const betweenLooks = 20_000;

const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.on(signal, () => stopping.abort());

console.log("waiting");
while (!stopping.signal.aborted) {
  await closeWhatIsDue().catch((error: unknown) => console.error(described(error)));
  await pause(betweenLooks, undefined, { signal: stopping.signal }).catch(() => undefined);
}
await disconnect();
process.exit(0);

/** What was interrupted was due before. */
async function closeWhatIsDue(): Promise<void> {
  const { businessDate, timeZone } = await findProject();
  const project = { businessDate: businessDate as Day, timeZone };
  const through = (await findUnfinished())?.day ?? dueThrough(new Date(), project, at);
  if (through === undefined) return;
  const { closed } = await closeDays({ by: system, through: through as Day, mayRunAhead: false, stopping: stopping.signal });
  for (const { day } of closed) console.log(`${day} is closed.`);
}
