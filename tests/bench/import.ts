import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { dataFolder } from "#bin/folder";
import { personFrom } from "#db/seed/person";
import { randomFrom } from "#db/seed/random";
import { exportColumns } from "#lib/onboarding/column";
import { counted, type Figure, megabytes } from "#tests/bench/figure";
import { run, watchMemory } from "#tests/bench/process";

const rows = 100_000;

/** How long an onboarding export takes into an empty database, and how much memory. */
export async function importExport(databaseUrl: string): Promise<Figure[]> {
  const file = join(dataFolder(), "onboarding-export.csv");
  await pipeline(Readable.from(exportLines()), createWriteStream(file));
  let memory: ReturnType<typeof watchMemory> | undefined;
  const { seconds } = await run("bin/import.ts", [file], { DATABASE_URL: databaseUrl }, (pid) => (memory = watchMemory(pid)));
  const most = memory?.peak().most ?? Number.NaN;
  const added = await customersIn(databaseUrl);
  if (added !== rows) throw new Error(`of ${rows} rows ${added} were imported`);
  return [
    {
      what: `import of ${counted(rows)} rows, most memory`,
      measured: `${seconds.toFixed(1)} s, ${megabytes(most)}`,
      goal: "≤ 20 s",
      isMet: seconds <= 20,
    },
  ];
}

const documentTypes = { cc: "C.C.", ce: "C.E.", passport: "Passport", nit: "NIT" };

function* exportLines(): Generator<string> {
  const random = randomFrom(7);
  yield `\uFEFF${exportColumns.join(";")}\r\n`;
  for (let ordinal = 1; ordinal <= rows; ordinal++) {
    const { firstName, lastName, idType, nationalId, phone, email, address } = personFrom(random, ordinal);
    const day = new Date(Date.UTC(2025, 0, 1 + (ordinal % 360), 15)).toISOString();
    const fields = [
      `BENCH-${ordinal}`,
      firstName,
      lastName,
      documentTypes[idType],
      nationalId,
      phone,
      email,
      `"${address}"`,
      day,
      "true",
      "true",
      day,
      random.chance(0.5) ? day : "",
      day,
    ];
    yield `${fields.join(";")}\r\n`;
  }
}

async function customersIn(databaseUrl: string): Promise<number> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows: found } = await client.query("SELECT count(*)::int AS customers FROM customers");
  await client.end();
  return found[0].customers;
}
