import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { settlementFlags } from "#db/schema/settlement";
import type { FlagKind } from "#lib/domain/card-message";
import type { Values } from "#lib/domain/machine";
import { storedValues } from "#lib/history";

/** Marks a settlement for an operator to look at, with what was seen. */
export async function flag(tx: Tx, creditId: string, kind: FlagKind, seen: Values = {}): Promise<void> {
  await tx.insert(settlementFlags).values({ creditId, kind, seen: storedValues(seen) });
}

/** Takes back what a later message has explained; answers whether there was anything. */
export async function unflag(tx: Tx, creditId: string, kind: FlagKind): Promise<boolean> {
  const { rowCount } = await tx
    .update(settlementFlags)
    .set({ resolvedAt: sql`now()`, resolvedEmail: "system" })
    .where(and(eq(settlementFlags.creditId, creditId), eq(settlementFlags.kind, kind), isNull(settlementFlags.resolvedAt)));
  return (rowCount ?? 0) > 0;
}
