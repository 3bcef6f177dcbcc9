import { parseArgs } from "node:util";
import { withDatabase } from "#bin/database";
import { endWith } from "#bin/refusal";

const { positionals } = parseArgs({ allowPositionals: true, strict: false });
if (positionals.length > 0 || process.argv.length > 2) {
  console.error("Usage: npm run reassess: makes every move that the business rules in force make of anybody.");
  process.exit(2);
}

try {
  await withDatabase(run);
} catch (error) {
  endWith(error);
}

async function run() {
  const { reassess } = await import("#db/move/reassess");
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  const { moved, left } = await reassess(({ done, of }) =>
    console.log(`${written(done)} of ${written(of)} customers concerned (${seconds()})`),
  );
  const events = Object.entries(moved).toSorted(([one], [other]) => (one < other ? -1 : 1));
  for (const [event, count] of events) console.log(`${event}: ${written(count)}`);
  console.log(events.length === 0 ? `Nobody is moved (${seconds()}).` : `Done in ${seconds()}.`);
  if (left > 0) console.log(`${written(left)} customers were being changed all the while: run it again for them.`);
}

function written(count: number): string {
  return count.toLocaleString("en-US");
}
