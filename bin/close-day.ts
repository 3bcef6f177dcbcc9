import { parseArgs } from "node:util";
import { commandLine } from "#bin/command-line";
import { withDatabase } from "#bin/database";
import { endWith } from "#bin/refusal";
import { countsIn } from "#lib/day-close";
import { type Day, parseDay } from "#lib/domain/day";
import { translators } from "#lib/messages/catalogue";

const usage = "Usage: npm run close-day [-- --through YYYY-MM-DD] [--ahead]";
const t = translators.en;

const asked = readArguments();
if (asked === undefined) {
  console.error(usage);
  process.exit(2);
}

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop(signal));

try {
  process.exitCode = await withDatabase(() => run(asked), { endsItself: true });
} catch (error) {
  endWith(error);
}

type Asked = { through: Day | undefined; mayRunAhead: boolean };

function readArguments(): Asked | undefined {
  try {
    const { values } = parseArgs({ options: { through: { type: "string" }, ahead: { type: "boolean", default: false } } });
    const through = values.through === undefined ? undefined : parseDay(values.through);
    return values.through !== undefined && through === undefined ? undefined : { through, mayRunAhead: values.ahead };
  } catch {
    return undefined;
  }
}

/** The first time it ends after what it is writing; the second time at once, which the next run mends. */
function stop(signal: string) {
  if (stopping.signal.aborted) process.exit(130);
  console.log(`${signal}: ending after this batch…`);
  stopping.abort();
}

/** The exit code: 0 when the days are closed, 1 when something stands against it, 130 when it was told to stop. */
async function run({ through, mayRunAhead }: Asked): Promise<number> {
  const { closeDays } = await import("#db/close-day");
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  let saidAt = 0;
  const { because } = await closeDays({
    ...{ through, mayRunAhead, by: commandLine(), stopping: stopping.signal },
    onProgress: ({ day, done, of }) => {
      if (performance.now() - saidAt < 1_000) return;
      saidAt = performance.now();
      console.log(`${day}: ${written(done)} of ${written(of)} records (${seconds()})`);
    },
    onClosed: ({ day, counts }) =>
      console.log(`${day} is closed (${seconds()}). ${countsIn(counts, { language: "en", t }).join("; ")}`),
  });
  if (because === undefined) return 0;
  console.error(t(`close_day.refused_${because}`));
  return because === "stopped" ? 130 : 1;
}

function written(count: number): string {
  return count.toLocaleString("en-US");
}
