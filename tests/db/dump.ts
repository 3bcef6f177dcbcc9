import pg from "pg";
import { to as copyTo } from "pg-copy-streams";

/** All tables of a database, by name, as COPY writes them; what is binary in them stands there as it is as well. */
export async function dumpOf(url: string): Promise<Map<string, Buffer>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(everyTable);
    const dump = new Map<string, Buffer>();
    for (const { name } of rows) dump.set(name, withBinary(await textOf(client, name)));
    return dump;
  } finally {
    await client.end();
  }
}

// Of PostgreSQL's own tables two quote ours.
const everyTable = `
  SELECT format('%I.%I', nspname, relname) AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE pg_class.oid IN ('pg_statistic'::regclass, 'pg_statistic_ext_data'::regclass)
    OR (relkind IN ('r', 'm') AND nspname NOT IN ('pg_catalog', 'information_schema') AND nspname NOT LIKE 'pg_t%')
  ORDER BY name`;

async function textOf(client: pg.Client, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(copyTo(`COPY (SELECT * FROM ${name}) TO STDOUT`))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function withBinary(text: Buffer): Buffer {
  const binary = text.toString("latin1").matchAll(/\\\\x([0-9a-f]*)/g);
  return Buffer.concat([text, ...[...binary].map(([, hex = ""]) => Buffer.from(hex, "hex"))]);
}
