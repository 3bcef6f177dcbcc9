import "server-only";
import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { bankLines, bankRows } from "#db/schema/bank";
import { prePayments } from "#db/schema/pre-payment";
import { erasedTarget } from "#lib/bank/state";
import { isCode } from "#lib/domain/code";
import { type Known, mayBeAbout, ownWords } from "#lib/known";

const batch = 1_000;

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
  // What is staged first: it may become a row meanwhile. What is nobody's last: it may become a payment meanwhile.
  await blank(tx, bankLines, sql`true`, isAboutThem);
  await blankOthers(tx, ownWords(known));
  await blank(tx, bankRows, isNull(bankRows.prePaymentId), isAboutThem);
  await blank(tx, bankRows, inArray(bankRows.prePaymentId, ofTheirs), isAboutThem);
}

/** What is said of the person with payments of others, who keep what may as well be of somebody else. */
async function blankOthers(tx: Tx, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  const patterns = sql`array(select '%' || folded(word) || '%' from json_array_elements_text(${JSON.stringify(words)}::json) as word)`;
  const names = (said: SQL) => sql`regexp_replace(folded(${said}), '[^[:alnum:]]', '', 'g') like any (${patterns})`;
  // Looked for before it is changed: by all processors at once, which an update is not, in the one table that has all that
  // banks said.
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from bank_rows where ${names(sql`reference`)} or (state = 'assigned' and ${names(sql`target`)})`,
  );
  if (rows.length === 0) return;
  const these = sql`id in (select value::uuid from json_array_elements_text(${JSON.stringify(rows.map(({ id }) => id))}::json))`;
  await tx.execute(
    sql`update bank_rows set target = ${erasedTarget} where ${these} and state = 'assigned' and ${names(sql`target`)}`,
  );
  await tx.execute(sql`with said as (
      update bank_rows set reference = null where ${these} and ${names(sql`reference`)} returning pre_payment_id
    ) update pre_payments set reference = null where id in (select pre_payment_id from said)`);
}

/** What stands where a row named whom it was for, who is erased: the ID of a record tells nobody. */
export const targetErased = (target: string): string =>
  isCode("credit", target) || isCode("account", target) ? target : erasedTarget;

type Row = Pick<typeof bankLines.$inferSelect, "importId" | "line" | "target" | "reference"> & { id: string | null };

async function blank(
  tx: Tx,
  table: typeof bankLines | typeof bankRows,
  which: SQL,
  isAboutThem: (words: string) => boolean,
): Promise<void> {
  const id = "id" in table ? table.id : sql`null`;
  // Read once from end to end: no index has these rows in an order to go on in.
  await tx.execute(sql`declare said no scroll cursor for
    select ${id} as id, import_id as "importId", line, target, reference from ${table} where ${which}`);
  for (;;) {
    const { rows } = await tx.execute<Row>(sql`fetch ${sql.raw(`${batch}`)} from said`);
    const changed = rows.flatMap((row) => {
      const erased = targetErased(row.target);
      const left = {
        target: erased !== row.target && isAboutThem(row.target) ? erased : row.target,
        reference: row.reference !== null && isAboutThem(row.reference) ? null : row.reference,
      };
      return left.target === row.target && left.reference === row.reference ? [] : [{ row, left }];
    });
    await Promise.all(changed.map(({ row, left }) => tx.update(table).set(left).where(isIt(row))));
    if (rows.length < batch) break;
  }
  await tx.execute(sql`close said`);
}

const isIt = ({ id, importId, line }: Row) =>
  id === null ? and(eq(bankLines.importId, importId), eq(bankLines.line, line)) : eq(bankRows.id, id);
