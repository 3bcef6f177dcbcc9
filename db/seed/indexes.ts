import type { PoolClient } from "pg";

type Index = { name: string; definition: string };

/** Drops what is not a constraint's index, runs, and makes the same indexes again: built at once they cost a fraction. */
export async function withoutIndexes(client: PoolClient, table: string, run: () => Promise<void>, onRebuild: () => void) {
  const { rows: indexes } = await client.query<Index>(secondaryIndexes, [table]);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await run();
  onRebuild();
  for (const { definition } of indexes) await client.query(definition);
}

// The unique ones first: should a row be there twice, it shows before the long work.
const secondaryIndexes = `
  SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
  FROM pg_index
  WHERE indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
  ORDER BY indisunique DESC, name`;
