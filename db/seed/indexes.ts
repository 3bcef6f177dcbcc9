import type { PoolClient } from "pg";

type Named = { name: string; definition: string };

/**
 * Drops what a row has to be entered in or compared with one by one, runs, and makes all of it again, which costs a
 * fraction when it is done at once: indexes, unique constraints and foreign keys of the tables, but no primary keys.
 */
export async function withoutIndexes(
  client: PoolClient,
  tables: readonly string[],
  run: () => Promise<void>,
  onRebuild: () => void,
) {
  const rebuild: string[] = [];
  for (const table of tables) {
    const { rows: constraints } = await client.query<Named>(droppable, [table]);
    const { rows: indexes } = await client.query<Named>(secondaryIndexes, [table]);
    for (const { name } of constraints) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    rebuild.push(...indexes.map(({ definition }) => definition));
    rebuild.push(...constraints.map(({ name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`));
  }
  await run();
  onRebuild();
  for (const statement of rebuild) await client.query(statement);
}

// The unique ones first: should a row be there twice, it shows before the long work.
const secondaryIndexes = `
  SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
  FROM pg_index
  WHERE indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
  ORDER BY indisunique DESC, name`;

const droppable = `
  SELECT quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint
  WHERE conrelid = $1::regclass AND contype IN ('u', 'f')
  ORDER BY contype DESC, name`;
