import "server-only";
import { eq } from "drizzle-orm";
import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { disputes } from "#db/schema/credit";
import { notes } from "#db/schema/note";
import { allocations, paymentParts, payments } from "#db/schema/payment";
import { preLoans } from "#db/schema/pre-loan";
import { prePayments } from "#db/schema/pre-payment";
import { promises } from "#db/schema/promise";
import { statements } from "#db/schema/statement";
import { violations } from "#db/schema/violation";
import type { Tale } from "#db/seed/tale";
import { operator } from "#db/seed/violation";
import { seal } from "#db/write/seal";

/** Adds what the people of the sample have, besides their credits and violations, which are there already. */
export async function addRecords(tx: Tx, tales: readonly Tale[]): Promise<void> {
  const add = async <Table extends PgTable>(table: Table, rowsOf: (tale: Tale) => PgInsertValue<Table>[]) => {
    const rows = tales.flatMap(rowsOf);
    if (rows.length > 0) await tx.insert(table).values(rows);
  };
  await add(accounts, (tale) => tale.accounts);
  await add(cards, (tale) => tale.cards);
  await add(disputes, (tale) => tale.disputes);
  await add(preLoans, (tale) => tale.preLoans);
  await add(prePayments, (tale) => tale.prePayments);
  await add(payments, (tale) => tale.payments);
  await add(paymentParts, (tale) => tale.parts);
  await add(allocations, (tale) => tale.allocations);
  await add(promises, (tale) => tale.promises);
  await add(statements, (tale) => tale.statements);
  for (const tale of tales) await addWords(tx, tale);
}

async function addWords(tx: Tx, { customer: { id: customerId }, notes: written, comments }: Tale): Promise<void> {
  for (const { at, words } of written) {
    const sealed = await seal(tx, customerId, words);
    if (sealed !== undefined) await tx.insert(notes).values({ customerId, email: operator, at, words: sealed });
  }
  for (const { violationId, words } of comments) {
    const comment = await seal(tx, customerId, words);
    if (comment !== undefined) await tx.update(violations).set({ comment }).where(eq(violations.id, violationId));
  }
}
