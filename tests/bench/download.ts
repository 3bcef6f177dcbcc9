import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { customerList } from "#app/customers/list";
import { copySql, literalSql } from "#db/list/copy";
import { statusWords, translators } from "#lib/messages/catalogue";
import type { Bench } from "#tests/bench/app";
import { counted, type Figure, megabytes, ms, times } from "#tests/bench/figure";
import { watchMemory } from "#tests/bench/process";
import { byTurns, median, ratio } from "#tests/bench/times";
import { queryAt } from "#tests/bench/view";

type Taken = { bytes: number; rowsPerSecond: number; firstByteMs: number; growth: number };

/** The file of all customers beside the bare COPY of the same statement, and what becomes of a download that is given up. */
export async function download(bench: Bench, rows: number): Promise<Figure[]> {
  const statement = await bareStatement(bench);
  const measures = { file: () => takeFile(bench, rows), copy: () => takeCopy(bench, statement, rows) };
  const first = await byTurns(1, measures);
  const { file, copy } = await byTurns(3, measures);
  if (file.some(({ bytes }) => bytes !== copy[0]?.bytes)) throw new Error("the file is not what COPY gives");
  const speeds = { file: file.map(({ rowsPerSecond }) => rowsPerSecond), copy: copy.map(({ rowsPerSecond }) => rowsPerSecond) };
  const speed = ratio(speeds.file, speeds.copy);
  const firstByte = Math.max(...file.map(({ firstByteMs }) => firstByteMs));
  const growth = Math.max(...[...first.file, ...file].map((each) => each.growth));
  const freed = await giveUp(bench);
  return [
    {
      what: `download of ${counted(rows)} customers: rows/s over bare COPY`,
      measured: `${times(speed)} (${counted(median(speeds.file))}/s, ${counted(median(speeds.copy))}/s)`,
      goal: "≥ 0.70 ×",
      isMet: speed >= 0.7,
    },
    { what: "download: slowest first byte", measured: ms(firstByte), goal: "< 100 ms", isMet: firstByte < 100 },
    { what: "download: growth of the server's memory", measured: megabytes(growth), goal: "< 100 MB", isMet: growth < 100e6 },
    {
      what: "download given up after 1 MB: database connection free",
      measured: `after ${ms(freed)}`,
      goal: "≤ 1,000 ms",
      isMet: freed <= 1000,
    },
  ];
}

async function bareStatement({ app }: Bench): Promise<string> {
  const t = translators.en;
  const keys = Object.keys(customerList.columns);
  const headers = Object.fromEntries(keys.map((key) => [key, t(`customers.${key}` as never)]));
  const status = Object.fromEntries(Object.entries(statusWords.en.customer).map(([word, { label }]) => [word, label]));
  const idTypes = Object.fromEntries((["cc", "ce", "passport", "nit"] as const).map((type) => [type, t(`id_type.${type}`)]));
  return literalSql(
    copySql(customerList, await queryAt(`${app.url}/customers`), { headers, values: { status, id_type: idTypes } }),
  );
}

async function takeFile({ app }: Bench, rows: number): Promise<Taken> {
  const memory = watchMemory(app.pid);
  const taken = await drained(async () => app.browser.open(`${app.url}/customers/export`), rows);
  return { ...taken, growth: memory.peak().growth };
}

async function takeCopy({ databaseUrl }: Bench, statement: string, rows: number): Promise<Taken> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query("SET timezone = 'America/Bogota'");
    return {
      ...(await drained(async () => client.query(copyTo(`COPY (${statement}) TO STDOUT WITH (FORMAT csv, HEADER)`)), rows)),
      growth: 0,
    };
  } finally {
    await client.end();
  }
}

async function drained(open: () => Promise<AsyncIterable<Buffer>>, rows: number) {
  const startedAt = performance.now();
  let [bytes, firstByteMs] = [0, 0];
  for await (const chunk of await open()) {
    firstByteMs ||= performance.now() - startedAt;
    bytes += chunk.length;
  }
  return { bytes, firstByteMs, rowsPerSecond: (rows / (performance.now() - startedAt)) * 1000 };
}

/** The milliseconds until no COPY runs any more, once whoever asked for the file is gone. */
async function giveUp({ app, databaseUrl }: Bench): Promise<number> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const copies = async () =>
      (await client.query("SELECT FROM pg_stat_activity WHERE query ILIKE 'copy (%' AND state <> 'idle'")).rowCount;
    const file = await app.browser.open(`${app.url}/customers/export`);
    let bytes = 0;
    for await (const chunk of file) {
      bytes += chunk.length;
      if (bytes > 1_000_000) break;
    }
    const goneAt = performance.now();
    while (performance.now() - goneAt < 10_000 && (await copies()) !== 0) await pause(10);
    return performance.now() - goneAt;
  } finally {
    await client.end();
  }
}
