import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { db } from "#db/client";
import { bankRows } from "#db/schema/bank";
import { prePayments } from "#db/schema/pre-payment";
import { commitBank } from "#db/write/bank-commit";
import { checkFile } from "#db/write/import-check";
import { bruno } from "#tests/db/portfolio";

const header = "credit_id,amount,date,reference";

const bankFile = (...lines: string[]): Readable => Readable.from([Buffer.from([header, ...lines].join("\n"))]);

/** Has a bank's file checked; its import's id. */
export async function checkBank(...lines: string[]): Promise<string> {
  const checked = await checkFile(bruno, bankFile(...lines));
  if (!checked.ok) throw new Error(checked.refusal.reason);
  return checked.id;
}

export async function payBank(...lines: string[]) {
  const id = await checkBank(...lines);
  return { id, committed: await commitBank(bruno, id) };
}

/** The rows of a file, each with what it became. */
export const rowsIn = (id: string) =>
  db
    .select({
      id: bankRows.id,
      line: bankRows.line,
      state: bankRows.state,
      status: prePayments.status,
      code: prePayments.code,
      prePaymentId: prePayments.id,
    })
    .from(bankRows)
    .leftJoin(prePayments, eq(prePayments.id, bankRows.prePaymentId))
    .where(eq(bankRows.importId, id))
    .orderBy(bankRows.line);
