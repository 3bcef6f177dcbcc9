import { reachDatabase } from "#bin/database";
import { endWith } from "#bin/refusal";

const tellEvery = 50_000;

try {
  process.exitCode = await reachDatabase(verify);
} catch (error) {
  endWith(error);
}

/** Says in a line that the books are right, or in a line each what differs; the exit code tells which. */
async function verify(): Promise<number> {
  const { checkBooks } = await import("#db/read/books-check");
  const { db } = await import("#db/client");
  const { credits, waiting, differences, told } = await checkBooks(db, progress());
  for (const { record, what, stored, recomputed } of told)
    console.error(`${record}: ${what} is stored as ${stored}, and comes to ${recomputed}.`);
  if (differences > told.length) console.error(`And ${counted(differences - told.length)} more.`);
  const ended = waiting === 0 ? "" : ` ${counted(waiting)} of them wait for the close of day and were left out.`;
  if (differences > 0) console.error(`${counted(credits)} credits, ${counted(differences)} differences.${ended}`);
  else console.log(`${counted(credits)} credits, no difference.${ended}`);
  return differences > 0 ? 1 : 0;
}

function progress(): (credits: number) => void {
  let next = tellEvery;
  return (credits) => {
    if (credits < next) return;
    next = credits + tellEvery;
    console.log(`${counted(credits)} credits replayed`);
  };
}

function counted(count: number): string {
  return count.toLocaleString("en-US");
}
