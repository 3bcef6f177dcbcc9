import "server-only";
import { and, asc, eq, getTableColumns, gt, sql } from "drizzle-orm";
import { db, type Tx, transaction } from "#db/client";
import { openMoving } from "#db/move/open";
import { bankLines, bankRows } from "#db/schema/bank";
import { imports } from "#db/schema/import";
import { payRow } from "#db/write/bank-pay";
import { record } from "#db/write/history";
import { closeImport, type Import, lockImport } from "#db/write/import";
import { lockPayable } from "#db/write/pre-payment";
import type { Actor } from "#lib/domain/actor";
import type { Day } from "#lib/domain/day";

/** So many rows are paid at a time, those of one credit one after the other. */
const payers = 4;
const batchRows = 200;

/**
 * Makes a payment of every staged row of a bank's file, each in a transaction of its own that claims it for ever: killed in
 * the middle and run again, by whomever, it goes on where it was. Undefined when there is no such import.
 */
export async function commitBank(actor: Actor, id: string): Promise<Import | undefined> {
  const begun = await transaction(async (tx) => {
    const found = await lockImport(tx, actor, id);
    if (found?.kind !== "payments" || (found.status !== "checked" && found.status !== "committing")) return found;
    const going = { status: "committing", progressedAt: sql`now()` } as const;
    return (await tx.update(imports).set(going).where(eq(imports.id, found.id)).returning())[0];
  });
  if (begun?.status !== "committing") return begun;
  // Who erases a person renames the target of rows, which may hand them to one who was past them already.
  for (;;) {
    await payAll(actor, id);
    const ended = await transaction((tx) => finish(tx, actor, id));
    if (ended?.status !== "committing") return ended;
  }
}

/** What one cannot pay must not keep the others waiting; it is told when they are done. */
async function payAll(actor: Actor, id: string): Promise<void> {
  const ended = await Promise.allSettled(Array.from({ length: payers }, (_, payer) => payShare(actor, id, payer)));
  const failed = ended.find((each) => each.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

type Line = typeof bankLines.$inferSelect;

async function payShare(actor: Actor, id: string, payer: number): Promise<void> {
  const failures: unknown[] = [];
  for (let after = 0; ; ) {
    const lines = await nextLines(id, payer, after);
    for (const named of lines)
      await transaction((tx) => payLine(tx, actor, id, named)).catch((error: unknown) => failures.push(error));
    await db.update(imports).set({ progressedAt: sql`now()` }).where(eq(imports.id, id));
    const last = lines.at(-1);
    if (last === undefined || lines.length < batchRows) break;
    after = last.line;
  }
  if (failures.length > 0) throw failures[0];
}

type NamedLine = Pick<Line, "line" | "target">;

function nextLines(id: string, payer: number, after: number): Promise<NamedLine[]> {
  const isMine = sql`abs(hashtext(${bankLines.target})::bigint) % ${payers} = ${payer}`;
  return db
    .select({ line: bankLines.line, target: bankLines.target })
    .from(bankLines)
    .where(and(eq(bankLines.importId, id), gt(bankLines.line, after), isMine))
    .orderBy(asc(bankLines.line))
    .limit(batchRows);
}

/** Whoever takes the line pays it; of one that another file brought meanwhile nothing more is made. */
async function payLine(tx: Tx, actor: Actor, id: string, { line, target }: NamedLine): Promise<void> {
  // The customer is locked before the line, as by who erases them.
  const payable = await lockPayable(tx, target);
  const [taken] = await tx
    .delete(bankLines)
    .where(and(eq(bankLines.importId, id), eq(bankLines.line, line)))
    .returning();
  if (taken === undefined) return;
  const { identity, ...said } = taken;
  if (identity === null) throw new Error(`line ${line} of import ${id} was not judged`);
  // The same reference, brought by two files at once, waits here for the other.
  const row = { ...said, identity, state: "unmatched" } as const;
  const [claimed] = await tx.insert(bankRows).values(row).onConflictDoNothing().returning({ id: bankRows.id });
  if (claimed === undefined || payable === undefined) return;
  const paid = await payRow(await openMoving(tx, undefined), actor, payable, { ...taken, datedOn: taken.datedOn as Day });
  const erased = payable.customerStatus === "deleted" ? { reference: null } : {};
  await tx
    .update(bankRows)
    .set({ state: "matched", prePaymentId: paid.id, ...erased })
    .where(eq(bankRows.id, claimed.id));
}

async function finish(tx: Tx, actor: Actor, id: string): Promise<Import | undefined> {
  const found = await lockImport(tx, actor, id);
  if (found?.status !== "committing") return found;
  const left = await tx.$count(bankLines, eq(bankLines.importId, id));
  if (left > 0) return found;
  const { state } = getTableColumns(bankRows);
  const added = await tx.$count(bankRows, and(eq(bankRows.importId, id), eq(state, "matched")));
  const unmatched = await tx.$count(bankRows, and(eq(bankRows.importId, id), eq(state, "unmatched")));
  const committed = await closeImport(tx, id, { status: "committed", added });
  const details = { sha256: found.sha256, good: found.good, added, unmatched };
  await record(tx, actor, { action: "import.committed", module: "import", record: id, details });
  return committed;
}
