import "server-only";
import { eq, getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { db, type Tx } from "#db/client";
import { bankLines } from "#db/schema/bank";
import { importFaults, importRows, imports } from "#db/schema/import";
import { processorLines } from "#db/schema/processor";
import type { Fault } from "#lib/onboarding/fault";
import type { FileKind } from "#lib/onboarding/kind";

export type Stage = {
  add: (line: number, record: object) => void;
  refuse: (line: number, faults: readonly Fault[]) => void;
  isFull: () => boolean;
  /** Writes what waits; gives the rows so far. */
  flush: () => Promise<number>;
};

const batchRows = 2000;

/** Where the rows of each kind of file are staged. */
export const stagedIn = { onboarding: importRows, payments: bankLines, processor: processorLines } as const;

/** Takes the rows of an import as they are read and writes them by batch, so that memory stays flat. */
export function openStage(importId: string, kind: FileKind): Stage {
  const table = stagedIn[kind];
  let good: Record<string, unknown>[] = [];
  let faulty: Record<string, unknown>[] = [];
  let rows = 0;
  let waiting = 0;
  const count = () => {
    rows += 1;
    waiting += 1;
  };
  return {
    add(line, record) {
      count();
      good.push({ importId, line, ...record });
    },
    refuse(line, faults) {
      count();
      for (const fault of faults) faulty.push({ importId, line, ...fault });
    },
    isFull: () => waiting >= batchRows,
    async flush() {
      await db.transaction(async (tx) => {
        await insertAll(tx, table, good);
        await insertAll(tx, importFaults, faulty);
        await tx.update(imports).set({ rows, progressedAt: sql`now()` }).where(eq(imports.id, importId));
      });
      good = [];
      faulty = [];
      waiting = 0;
      return rows;
    },
  };
}

/** Many rows as one parameter: a row of parameters each would take longer to write than the rows take to insert. */
async function insertAll(tx: Tx, table: PgTable, rows: readonly Record<string, unknown>[]) {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const named = rows.map((row) => Object.fromEntries(columns.map(([key, { name }]) => [name, row[key]])));
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  await tx.execute(
    sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(named, textOf)})`,
  );
}

const textOf = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}` : value);
