import "server-only";
import { eq, sql } from "drizzle-orm";
import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { cardMessages } from "#db/schema/card-message";
import { disputes } from "#db/schema/credit";
import { notes } from "#db/schema/note";
import { allocations, paymentParts, payments } from "#db/schema/payment";
import { preLoans } from "#db/schema/pre-loan";
import { prePayments } from "#db/schema/pre-payment";
import { promises } from "#db/schema/promise";
import { balanceRefunds, creditNotes, settlementFlags } from "#db/schema/settlement";
import { statements } from "#db/schema/statement";
import { violations } from "#db/schema/violation";
import type { MessageRow, Tale } from "#db/seed/tale";
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
  await add(cardMessages, ({ messages }) => messages.toSorted(byReceipt));
  await add(settlementFlags, (tale) => tale.flags);
  await add(creditNotes, (tale) => tale.creditNotes);
  await add(balanceRefunds, (tale) => tale.balanceRefunds);
  await nameCredits(tx);
  for (const tale of tales) await addWords(tx, tale);
}

/** A refusal names the credit by its ID, which is known once that is there. */
async function nameCredits(tx: Tx): Promise<void> {
  const named = sql`jsonb_build_array(jsonb_build_object('rule', 'settled_already', 'values', jsonb_build_object('credit', k.code)))`;
  await tx.execute(sql`update card_messages m set refusals = ${named} from credits k
    where k.id = m.credit_id and m.outcome = 'refused' and m.refusals = '[{"rule": "settled_already"}]'`);
}

/** Their numbers count them in the order in which they came. */
const byReceipt = ({ receivedAt: one }: MessageRow, { receivedAt: other }: MessageRow) => (one < other ? -1 : 1);

async function addWords(tx: Tx, { customer: { id: customerId }, notes: written, comments }: Tale): Promise<void> {
  for (const { at, words } of written) {
    const sealed = await seal(tx, customerId, words);
    if (sealed !== undefined) await tx.insert(notes).values({ customerId, email: operator, at, words: sealed });
  }
  for (const { words, ...of } of comments) {
    const comment = await seal(tx, customerId, words);
    if (comment === undefined) continue;
    if ("refundId" in of) await tx.update(balanceRefunds).set({ reference: comment }).where(eq(balanceRefunds.id, of.refundId));
    else if ("flagId" in of) await tx.update(settlementFlags).set({ comment }).where(eq(settlementFlags.id, of.flagId));
    else await tx.update(violations).set({ comment }).where(eq(violations.id, of.violationId));
  }
}
