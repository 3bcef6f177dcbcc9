import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { db, type Tx } from "#db/client";
import { checkBooks } from "#db/read/books-check";

/** A column set in the first row of a table of which a condition holds, and of which record of another table it is told. */
export type Falsified = { what: string; table: string; set: string; where?: string; told?: [table: string, column: string] };

/** Falsifies a row, expects that the check of the books tells of it, and undoes it. */
export function expectTold({
  what,
  table,
  set,
  where = "true",
  told: [owners, column] = [table, "id"],
}: Falsified): Promise<void> {
  return undone(async (tx) => {
    await tx.execute(sql.raw(`alter table ${table} disable trigger user`));
    const { rows } = await tx.execute<{ code: string }>(
      sql.raw(`with falsified as (update ${table} set ${set} where ctid = (select ctid from ${table} where ${where} limit 1) returning *)
        select owner.code from falsified join ${owners} owner on owner.id = falsified.${column}`),
    );
    const [record] = rows;
    expect(record).toBeDefined();
    const { differences, told } = await checkBooks(tx);
    const of = what === "tally of statuses" ? expect.stringContaining("credit in_dispute") : record?.code;
    expect(told).toContainEqual(expect.objectContaining({ record: of, what: expect.stringMatching(`^${what}`) }));
    expect(told.length).toBe(differences);
  });
}

/** Does something that is undone when it is over. */
export async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  const done = new Error("done");
  const run = db.transaction(async (tx) => {
    await work(tx);
    throw done;
  });
  await run.catch((error: unknown) => {
    if (error !== done) throw error;
  });
}
