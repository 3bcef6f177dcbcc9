import type { QueryConfig } from "pg";
import { pool } from "#db/client";

/** A statement as the app sends it, with the values in it. */
export type Statement = { text: string; values: unknown[]; rowMode: "array"; name?: string };

/** The statements that something sends to the database, in the order in which they are sent. */
export async function statementsOf(run: () => Promise<unknown>): Promise<Statement[]> {
  const { query } = pool;
  const statements: Statement[] = [];
  pool.query = ((config: QueryConfig, values: unknown[] = config.values ?? []) => {
    const { text, name } = config;
    statements.push({ text, values, rowMode: "array", ...(name !== undefined && { name }) });
    return pool.constructor.prototype.query.call(pool, config, values);
  }) as typeof pool.query;
  try {
    await run();
  } finally {
    pool.query = query;
  }
  return statements;
}
