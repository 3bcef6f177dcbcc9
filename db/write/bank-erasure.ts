import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { bankLines, bankRows } from "#db/schema/bank";
import { prePayments } from "#db/schema/pre-payment";
import { erasedTarget } from "#lib/bank/state";
import { isCode } from "#lib/domain/code";
import { type Known, mayBeAbout, ownWords } from "#lib/known";

const batch = 200;

/** Takes away what banks called a person's payments, and what their rows for nobody's credit say, where it may tell who they are. */
export async function eraseFromBank(tx: Tx, known: Known, id: string): Promise<void> {
  const isAboutThem = mayBeAbout(known);
  const paid = await tx
    .select({ id: prePayments.id, reference: prePayments.reference })
    .from(prePayments)
    .where(and(eq(prePayments.customerId, id), isNotNull(prePayments.reference)));
  const theirs = paid.filter(({ reference }) => isAboutThem(reference ?? "")).map((each) => each.id);
  if (theirs.length > 0) await tx.update(prePayments).set({ reference: null }).where(inArray(prePayments.id, theirs));
  const ofTheirs = tx.select({ id: prePayments.id }).from(prePayments).where(eq(prePayments.customerId, id));
  // What is staged first: it may become a row meanwhile.
  await blank(tx, bankLines, sql`true`, isAboutThem);
  await blank(tx, bankRows, isNull(bankRows.prePaymentId), isAboutThem);
  await blank(tx, bankRows, inArray(bankRows.prePaymentId, ofTheirs), isAboutThem);
  await blankOthers(tx, ownWords(known));
}

/** What is said of the person with payments of others, who keep what may as well be of somebody else. */
async function blankOthers(tx: Tx, words: readonly string[]): Promise<void> {
  const patterns = sql`array(select '%' || folded(word) || '%' from json_array_elements_text(${JSON.stringify(words)}::json) as word)`;
  const names = (said: SQL) => sql`regexp_replace(folded(${said}), '[^[:alnum:]]', '', 'g') like any (${patterns})`;
  await tx.execute(sql`update pre_payments set reference = null where reference is not null and ${names(sql`reference`)}`);
  await tx.execute(sql`update bank_rows set reference = null where reference is not null and ${names(sql`reference`)}`);
  await tx.execute(sql`update bank_rows set target = ${erasedTarget} where state = 'assigned' and ${names(sql`target`)}`);
}

/** What stands where a row named whom it was for, who is erased: the ID of a record tells nobody. */
export const targetErased = (target: string): string =>
  isCode("credit", target) || isCode("account", target) ? target : erasedTarget;

async function blank(
  tx: Tx,
  table: typeof bankLines | typeof bankRows,
  which: SQL,
  isAboutThem: (words: string) => boolean,
): Promise<void> {
  const { importId, line, target, reference } = table;
  let after = { importId: "00000000-0000-0000-0000-000000000000", line: 0 };
  for (;;) {
    const isLater = sql`(${importId}, ${line}) > (${after.importId}::uuid, ${after.line})`;
    const rows = await tx
      .select({ importId, line, target, reference })
      .from(table as typeof bankRows)
      .where(and(which, isLater))
      .orderBy(asc(importId), asc(line))
      .limit(batch);
    for (const row of rows) {
      const left = {
        target: isAboutThem(row.target) ? targetErased(row.target) : row.target,
        reference: row.reference !== null && isAboutThem(row.reference) ? null : row.reference,
      };
      if (left.target === row.target && left.reference === row.reference) continue;
      await tx
        .update(table)
        .set(left)
        .where(and(eq(importId, row.importId), eq(line, row.line)));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last;
  }
}
