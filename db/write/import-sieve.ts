import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import type { bankLines } from "#db/schema/bank";
import { importFaults, type importRows } from "#db/schema/import";
import type { processorLines } from "#db/schema/processor";
import type { FileColumn, Reason } from "#lib/onboarding/fault";

/** Takes lines out of what is staged of an import: those that need not be done, and those that must not, with their fault. */
export function sieveOf(tx: Tx, staged: typeof importRows | typeof bankLines | typeof processorLines, id: string) {
  const { importId, line } = staged;
  return {
    async takeOut(lines: SQL): Promise<number> {
      const { rowCount } = await tx.execute(
        sql`delete from ${staged} where ${importId} = ${id} and ${line} in (select line from (${lines}) found)`,
      );
      return rowCount ?? 0;
    },
    /** The lines come with what each is in conflict with. */
    async reject(column: FileColumn, reason: Reason, lines: SQL): Promise<void> {
      await tx.execute(sql`
        with found as (${lines}),
        gone as (delete from ${staged} using found where ${importId} = ${id} and ${line} = found.line)
        insert into ${importFaults} (import_id, line, "column", reason, other)
        select ${id}::uuid, line, ${column}, ${reason}, other from found order by line`);
    },
  };
}
