import "server-only";
import { createHash } from "node:crypto";
import { fillPlaceholders, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { QueryResultRow } from "pg";
import { connectionOf, type Db, statementName, type Tx } from "#db/client";

const dialect = new PgDialect();

/** A question that is written once, planned once a connection, and asked with its values; it answers rows. */
export function question<Row extends QueryResultRow>(name: string, text: SQL) {
  const { sql, params } = dialect.sqlToQuery(text);
  return async (db: Db | Tx, values: Record<string, unknown>): Promise<Row[]> => {
    const filled = fillPlaceholders(params, values);
    return (await connectionOf(db).query<Row>({ name: statementName(name), text: sql, values: filled })).rows;
  };
}

/** The one row of a question that always has one. */
export function only<Row>([row]: Row[]): Row {
  if (row === undefined) throw new Error("a question that always has an answer had none");
  return row;
}

type Built = { toSQL: () => { sql: string; params: unknown[] } };

/** Runs a statement that many transactions have in common, planned once a connection; it answers how many rows it wrote. */
export const run = (tx: Db | Tx, built: Built): Promise<number> => statement(built)(tx, {});

/** The same put together once, for any transaction, and run with the values of its placeholders. */
export function statement(built: Built) {
  const { sql: text, params } = built.toSQL();
  const name = names.get(text) ?? createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  return async (tx: Db | Tx, values: Record<string, unknown>): Promise<number> => {
    const filled = fillPlaceholders(params, values);
    return (await connectionOf(tx).query({ name: statementName(name), text, values: filled })).rowCount ?? 0;
  };
}

const names = new Map<string, string>();
