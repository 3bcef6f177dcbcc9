import pg from "pg";
import { previewRules } from "#db/read/rule-preview";
import { defaultRules } from "#lib/domain/rules";
import { counted, type Figure } from "#tests/bench/figure";
import { run } from "#tests/bench/process";
import { byTurns, median } from "#tests/bench/times";

const people = 180_000;
const moved = 100_000;

/** How soon other rules are previewed over a million customers, and how fast rules move many. */
export async function reassessment(emptyUrl: string): Promise<Figure[]> {
  return [await preview(), await bulk(emptyUrl)];
}

async function preview(): Promise<Figure> {
  const stricter = { ...defaultRules, requirements: [], disableAfterDays: 10, blockAfterDays: 60 };
  const { taken } = await byTurns(5, { taken: () => timed(() => previewRules(stricter)) });
  const seconds = median(taken);
  return {
    what: "preview of other business rules over 1,000,000 customers",
    measured: `${seconds.toFixed(2)} s (slowest ${Math.max(...taken).toFixed(2)} s)`,
    goal: "≤ 3 s",
    isMet: seconds <= 3,
  };
}

/** People as they are invented, so many of whom broke a rule since. */
async function bulk(databaseUrl: string): Promise<Figure> {
  await run("bin/seed.ts", ["--customers", `${people}`], { DATABASE_URL: databaseUrl });
  await asked(
    databaseUrl,
    `INSERT INTO violations (customer_id, rule, is_fraud, recorded_email)
     SELECT id, 'terms_of_use', false, 'bench' FROM customers WHERE status = 'enabled' ORDER BY id LIMIT ${moved}`,
  );
  await asked(databaseUrl, "VACUUM (ANALYZE) violations");
  const { seconds } = await run("bin/reassess.ts", [], { DATABASE_URL: databaseUrl });
  const [written] = await asked(databaseUrl, "SELECT count(*)::int AS rows FROM transitions WHERE event = 'disable'");
  if (written?.["rows"] !== moved) throw new Error(`of ${moved} transitions ${written?.["rows"]} were made`);
  return {
    what: `${counted(moved)} automatic transitions in bulk, each with its history`,
    measured: `${seconds.toFixed(1)} s, ${counted(moved / seconds)}/s`,
    goal: "≥ 5,000/s",
    isMet: moved / seconds >= 5_000,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

async function asked(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
