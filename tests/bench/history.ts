import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { migrateDatabase } from "#bin/database";
import { dataFolder } from "#bin/folder";
import { counted, type Figure, times } from "#tests/bench/figure";
import { run } from "#tests/bench/process";
import { byTurns, median, ratio } from "#tests/bench/times";

const rows = 1_000_000;
const bulk = 100_000;

/** What the history's chain costs whoever writes much at once, and how long it takes to verify. */
export async function history(databaseUrl: string): Promise<Figure[]> {
  await migrateDatabase(databaseUrl);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query("CREATE TABLE plain (LIKE history INCLUDING ALL)");
    const measures = { chained: () => fill(client, "history"), plain: () => fill(client, "plain") };
    await byTurns(1, measures);
    const { chained, plain } = await byTurns(5, measures);
    await client.query("DROP TABLE plain");
    for (let there = 6 * bulk; there < rows; there += bulk) await fill(client, "history");
    await client.query("VACUUM ANALYZE history");
    const seconds = await verify(databaseUrl);
    return [
      {
        what: `history: ${counted(bulk)} rows in one statement (without the chain)`,
        measured: `${median(chained).toFixed(1)} s (${median(plain).toFixed(1)} s, ${times(ratio(chained, plain))})`,
        goal: "≤ 10 s",
        isMet: median(chained) <= 10,
      },
      {
        what: `verification of ${counted(rows)} history rows, its process included`,
        measured: `${seconds.toFixed(1)} s`,
        goal: "≤ 10 s",
        isMet: seconds <= 10,
      },
    ];
  } finally {
    await client.end();
  }
}

/** The seconds that rows as the close of day writes them take. */
async function fill(client: pg.Client, table: string): Promise<number> {
  const startedAt = performance.now();
  await client.query(`
    INSERT INTO ${table} (subject, email, ip, action, module, record, customer, details)
    SELECT 'system', 'system', '', 'customer.disable', 'customers', code, code, jsonb_build_object(
      'from', 'enabled', 'to', 'disabled', 'rule', 'arrears', 'values', jsonb_build_object('days', n % 90, 'credit', code))
    FROM (SELECT n, record_code('C', n) AS code FROM generate_series(1, ${bulk}) AS n) AS moved`);
  return (performance.now() - startedAt) / 1000;
}

async function verify(databaseUrl: string): Promise<number> {
  const anchors = join(dataFolder(), "bench-anchor.jsonl");
  rmSync(anchors, { force: true });
  const { seconds } = await run("bin/history-verify.ts", [], { DATABASE_URL: databaseUrl, HISTORY_ANCHOR: anchors });
  rmSync(anchors);
  return seconds;
}
