import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { authorize } from "#db/authorize";
import type { Received } from "#db/authorize/receive";
import { db, type Tx, transaction } from "#db/client";
import { importFaults, imports } from "#db/schema/import";
import { processorLines } from "#db/schema/processor";
import { settle } from "#db/settle";
import { refundPurchase, reverseAuthorization } from "#db/settle/take-back";
import { record } from "#db/write/history";
import { closeImport, type Import, lockImport } from "#db/write/import";
import type { Actor } from "#lib/domain/actor";
import { type CardMessage, messageKinds } from "#lib/domain/card-message";
import type { Reason } from "#lib/onboarding/fault";

const tell = { authorization: authorize, settlement: settle, reversal: reverseAuthorization, refund: refundPurchase };

/** So many accounts are told of at a time, the rows of one of them in the order in which they happened. */
const tellers = 4;
const batchRows = 200;

/**
 * Tells every staged row of a processor's file, each in a transaction of its own and once for ever: killed in the middle
 * and run again, it goes on where it was. What could not be told is listed with its reason. Undefined without such an import.
 */
export async function commitProcessor(actor: Actor, id: string): Promise<Import | undefined> {
  const begun = await transaction(async (tx) => {
    const found = await lockImport(tx, actor, id);
    if (found?.kind !== "processor" || (found.status !== "checked" && found.status !== "committing")) return found;
    const going = { status: "committing", progressedAt: sql`now()` } as const;
    return (await tx.update(imports).set(going).where(eq(imports.id, found.id)).returning())[0];
  });
  if (begun?.status !== "committing") return begun;
  // What one cannot tell must not keep the others waiting; it is told when they are done.
  const ended = await Promise.allSettled(Array.from({ length: tellers }, (_, teller) => tellShare(actor, id, teller)));
  const failed = ended.find((each) => each.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  return transaction((tx) => finish(tx, actor, id));
}

type Line = typeof processorLines.$inferSelect;

async function tellShare(actor: Actor, id: string, teller: number): Promise<void> {
  for (;;) {
    const lines = await nextLines(id, teller);
    if (lines.length === 0) return;
    for (const line of lines) await tellLine(actor, id, line);
    await db.update(imports).set({ progressedAt: sql`now()` }).where(eq(imports.id, id));
  }
}

function nextLines(id: string, teller: number): Promise<Line[]> {
  const { importId, account, at, kind, line } = processorLines;
  const rank = sql`array_position(${sql.raw(`'{${messageKinds.join(",")}}'::text[]`)}, ${kind})`;
  return db
    .select()
    .from(processorLines)
    .where(and(eq(importId, id), sql`abs(hashtext(${account})::bigint) % ${tellers} = ${teller}`))
    .orderBy(asc(at), rank, asc(line))
    .limit(batchRows);
}

async function tellLine(actor: Actor, id: string, { line, kind, card, amount: amountMinor, ...said }: Line): Promise<void> {
  const { externalId, purchase, currency, merchant, at } = said;
  const message: CardMessage = { card: card ?? "", externalId, purchase, amountMinor, currency, merchant, at };
  const told = await tell[kind](actor, message);
  await transaction(async (tx) => {
    const { rowCount } = await tx
      .delete(processorLines)
      .where(and(eq(processorLines.importId, id), eq(processorLines.line, line)));
    // Another run of the same commit counted it.
    if (rowCount === 0) return;
    if (told.ok)
      await tx
        .update(imports)
        .set({ added: sql`coalesce(${imports.added}, 0) + 1` })
        .where(eq(imports.id, id));
    else await tx.insert(importFaults).values({ importId: id, line, ...faultOf(told), other: card });
  });
}

const reasons: Readonly<Record<string, Reason>> = {
  card_unknown: "unknown_card",
  external_id_reused: "differs_from_record",
  same_currency: "other_currency",
  amount_decimals: "too_many_decimals",
  no_offer: "no_offer",
};

function faultOf({ refusals: [{ rule }] }: Extract<Received, { ok: false }>) {
  return { column: null, reason: reasons[rule] ?? "unreadable_row" } as const;
}

async function finish(tx: Tx, actor: Actor, id: string): Promise<Import | undefined> {
  const found = await lockImport(tx, actor, id);
  if (found?.status !== "committing") return found;
  // Another run of the same commit is still at it, and ends it.
  if ((await tx.$count(processorLines, eq(processorLines.importId, id))) > 0) return found;
  const { sha256, good } = found;
  const added = found.added ?? 0;
  const committed = await closeImport(tx, id, { status: "committed", added });
  await record(tx, actor, { action: "import.committed", module: "import", record: id, details: { sha256, good, added } });
  return committed;
}
