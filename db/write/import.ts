import "server-only";
import { and, countDistinct, eq, getTableColumns, inArray, lt, ne, or, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client";
import { Refused } from "#db/refused";
import { bankLines } from "#db/schema/bank";
import { customers } from "#db/schema/customer";
import { importFaults, importRows, imports } from "#db/schema/import";
import { processorLines } from "#db/schema/processor";
import { judgeBank } from "#db/write/bank-judge";
import { record } from "#db/write/history";
import { judge } from "#db/write/import-judge";
import { stagedIn } from "#db/write/import-stage";
import { may } from "#db/write/permission";
import { judgeProcessor } from "#db/write/processor-judge";
import type { Actor } from "#lib/domain/actor";
import { isUuid } from "#lib/domain/uuid";
import type { FileKind } from "#lib/onboarding/kind";

export type Import = typeof imports.$inferSelect;

const runs = { needs: "import:run", module: "import" } as const;

const commitLock = 8_254_010;

/**
 * Two imports that commit at once take turns, so that neither waits for the other's half; and an erasure with them, so that
 * none brings back from its staged rows whom it erases.
 */
export async function takeImportTurn(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${commitLock})`);
}

/** Begins a check, and discards those that nobody committed within a day. */
export async function beginImport(actor: Actor): Promise<string> {
  if (!(await may(actor, runs))) throw new Refused([{ rule: "permission" }]);
  await db.transaction(async (tx) => {
    const waits = inArray(imports.status, ["checking", "checked"]);
    const stale = await tx
      .select()
      .from(imports)
      .where(and(waits, lt(imports.startedAt, sql`now() - interval '1 day'`)))
      .for("update", { skipLocked: true });
    for (const { id } of stale) await closeImport(tx, id, { status: "discarded" });
  });
  const [begun] = await db.insert(imports).values({ owner: actor.subject }).returning({ id: imports.id });
  if (begun === undefined) throw new Error("the import was not begun");
  return begun.id;
}

export async function dropImport(id: string) {
  await db.delete(imports).where(eq(imports.id, id));
}

const judgeKind = { onboarding: judge, payments: judgeBank, processor: judgeProcessor } as const;

type Read = { sha256: string; kind: FileKind; ignoredColumns: string[] };

/** Ends a check whose rows are all staged: compares them, counts them, and opens the import to its commit. */
export async function endCheck(actor: Actor, id: string, { sha256, kind, ignoredColumns }: Read) {
  // Without figures on rows this new, the planner compares each with each.
  await db.execute(sql`select analyze_import_rows()`);
  await db.transaction(async (tx) => {
    const judged = await judgeKind[kind](tx, id, sha256);
    const [bad] = await tx
      .select({ rows: countDistinct(importFaults.line) })
      .from(importFaults)
      .where(eq(importFaults.importId, id));
    const staged = stagedIn[kind];
    const counts = { ...judged, good: await tx.$count(staged, eq(staged.importId, id)), bad: bad?.rows ?? 0 };
    const [checked] = await tx
      .update(imports)
      .set({ ...counts, status: "checked", kind, sha256, ignoredColumns })
      .where(eq(imports.id, id))
      .returning({ rows: imports.rows });
    await record(tx, actor, {
      action: "import.checked",
      module: "import",
      record: id,
      details: { sha256, rows: checked?.rows ?? 0, ...counts },
    });
  });
}

/** Adds all good rows or none; asked again it adds nothing and gives what came of it. Undefined when there is no such import. */
export async function commitImport(actor: Actor, id: string): Promise<Import | undefined> {
  return await db.transaction(async (tx) => {
    await takeImportTurn(tx);
    const found = await lockImport(tx, actor, id);
    if (found?.status !== "checked" || found.kind !== "onboarding") return found;
    const added = await addCustomers(tx, id);
    const committed = await closeImport(tx, id, { status: "committed", added });
    await record(tx, actor, {
      action: "import.committed",
      module: "import",
      record: id,
      details: { sha256: found.sha256, good: found.good, added },
    });
    return committed;
  });
}

/** Throws away what a check staged; what is committed stays. */
export async function discardImport(actor: Actor, id: string): Promise<Import | undefined> {
  return await db.transaction(async (tx) => {
    const found = await lockImport(tx, actor, id);
    if (found?.status !== "checked") return found;
    await tx.delete(importFaults).where(eq(importFaults.importId, id));
    const discarded = await closeImport(tx, id, { status: "discarded" });
    await record(tx, actor, {
      action: "import.discarded",
      module: "import",
      record: id,
      details: { sha256: found.sha256, rows: found.rows },
    });
    return discarded;
  });
}

/** An import, locked, for one who may run it: a bank's or a processor's file is every operator's, whoever brought it; another is its operator's alone. */
export async function lockImport(tx: Tx, actor: Actor, id: string): Promise<Import | undefined> {
  if (!isUuid(id) || !(await may(actor, { ...runs, record: id }))) return undefined;
  const [found] = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), or(eq(imports.owner, actor.subject), ne(imports.kind, "onboarding"))))
    .for("update");
  return found;
}

/** Whoever came in by another way since the check is left as stored. */
async function addCustomers(tx: Tx, id: string): Promise<number> {
  const { importId, line, ...copied } = getTableColumns(importRows);
  const names = sql.join(
    Object.values(copied).map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  const { rowCount } = await tx.execute(
    sql`insert into ${customers} (${names}) select ${names} from ${importRows} where ${importId} = ${id} order by ${line} on conflict do nothing`,
  );
  return rowCount ?? 0;
}

/** What is staged goes; the counts stay. */
export async function closeImport(
  tx: Tx,
  id: string,
  end: { status: "committed"; added: number } | { status: "discarded" },
): Promise<Import | undefined> {
  await tx.delete(importRows).where(eq(importRows.importId, id));
  await tx.delete(bankLines).where(eq(bankLines.importId, id));
  await tx.delete(processorLines).where(eq(processorLines.importId, id));
  const [closed] = await tx
    .update(imports)
    .set({ ...end, closedAt: sql`now()` })
    .where(eq(imports.id, id))
    .returning();
  return closed;
}
