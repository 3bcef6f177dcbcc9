import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "#db/client";
import { bankLines, bankRows } from "#db/schema/bank";
import { prePayments } from "#db/schema/pre-payment";
import type { BankCounts, BankRow } from "#lib/bank/shown";

/** What has come of the rows of a bank's file so far. */
export async function countBank(importId: string): Promise<BankCounts> {
  const [found] = await db
    .select({
      paid: sql<number>`(count(*) filter (where ${prePayments.status} = 'completed'))::int`,
      waiting: sql<number>`(count(*) filter (where ${prePayments.status} = 'pending'))::int`,
      rejected: sql<number>`(count(*) filter (where ${prePayments.status} = 'rejected'))::int`,
      unmatched: sql<number>`(count(*) filter (where ${bankRows.state} = 'unmatched'))::int`,
      assigned: sql<number>`(count(*) filter (where ${bankRows.state} = 'assigned'))::int`,
      dismissed: sql<number>`(count(*) filter (where ${bankRows.state} = 'dismissed'))::int`,
    })
    .from(bankRows)
    .leftJoin(prePayments, eq(prePayments.id, bankRows.prePaymentId))
    .where(eq(bankRows.importId, importId));
  const staged = await db.$count(bankLines, eq(bankLines.importId, importId));
  return { paid: 0, waiting: 0, rejected: 0, unmatched: 0, assigned: 0, dismissed: 0, ...found, staged };
}

const row = {
  id: bankRows.id,
  line: bankRows.line,
  target: bankRows.target,
  amount: bankRows.amount,
  datedOn: bankRows.datedOn,
  reference: bankRows.reference,
};

/** The first rows of a file that nobody's credit matches, by line. */
export function listUnmatched(importId: string, limit: number): Promise<BankRow[]> {
  return db
    .select(row)
    .from(bankRows)
    .where(and(eq(bankRows.importId, importId), eq(bankRows.state, "unmatched")))
    .orderBy(asc(bankRows.line))
    .limit(limit);
}

/** The first rows whose payment waits for an operator, with the ID of its pre-payment. */
export function listWaitingRows(importId: string, limit: number): Promise<(BankRow & { code: string })[]> {
  return db
    .select({ ...row, code: prePayments.code })
    .from(bankRows)
    .innerJoin(prePayments, eq(prePayments.id, bankRows.prePaymentId))
    .where(and(eq(bankRows.importId, importId), eq(prePayments.status, "pending")))
    .orderBy(asc(bankRows.line))
    .limit(limit);
}
