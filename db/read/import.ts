import "server-only";
import { and, asc, desc, eq, gt, ne, or, sql } from "drizzle-orm";
import { db } from "#db/client";
import { importFaults, imports } from "#db/schema/import";
import type { Actor } from "#lib/domain/actor";
import { isUuid } from "#lib/domain/uuid";
import type { LocatedFault } from "#lib/onboarding/fault";

const shown = { line: importFaults.line, column: importFaults.column, reason: importFaults.reason, other: importFaults.other };
const batchRows = 5000;

/** A check or a commit that wrote nothing for a minute has lost its process. */
const isInterrupted = sql<boolean>`${imports.status} in ('checking', 'committing') and ${imports.progressedAt} < now() - interval '1 minute'`;

/** An import, to the operator whose it is, a bank's file to every one; undefined to others, and where no import has the id. */
export async function findImport({ subject }: Actor, id: string) {
  if (!isUuid(id)) return undefined;
  const [found] = await db
    .select({ import: imports, isInterrupted })
    .from(imports)
    .where(and(eq(imports.id, id), isTheirs(subject)));
  return found && { ...found.import, isInterrupted: found.isInterrupted };
}

export type FoundImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

const isTheirs = (subject: string) => or(eq(imports.owner, subject), ne(imports.kind, "onboarding"));

/** The operator's last imports and everybody's last files of banks, newest first. */
export async function listImports({ subject }: Actor) {
  const found = await db
    .select({ import: imports, isInterrupted })
    .from(imports)
    .where(isTheirs(subject))
    .orderBy(desc(imports.startedAt))
    .limit(10);
  return found.map((each) => ({ ...each.import, isInterrupted: each.isInterrupted }));
}

export async function listFaults(importId: string, limit: number): Promise<LocatedFault[]> {
  return await db
    .select(shown)
    .from(importFaults)
    .where(eq(importFaults.importId, importId))
    .orderBy(asc(importFaults.line), asc(importFaults.id))
    .limit(limit);
}

/** All faults by line, some thousands in memory at a time. */
export async function* eachFault(importId: string): AsyncGenerator<LocatedFault> {
  let after = { line: 0, id: 0n };
  for (;;) {
    const batch = await db
      .select({ ...shown, id: importFaults.id })
      .from(importFaults)
      .where(
        and(
          eq(importFaults.importId, importId),
          gt(sql`(${importFaults.line}, ${importFaults.id})`, sql`(${after.line}, ${after.id})`),
        ),
      )
      .orderBy(asc(importFaults.line), asc(importFaults.id))
      .limit(batchRows);
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined || batch.length < batchRows) return;
    after = last;
  }
}
