import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { bankLines } from "#db/schema/bank";
import { sieveOf } from "#db/write/import-sieve";
import { erasedTarget } from "#lib/bank/state";

/**
 * Compares the staged rows of a bank's file with each other, with those of files before, and with the credits they name.
 * Of rows that contradict each other the first one stands. A row whose credit nobody has stays: an operator resolves it.
 */
export async function judgeBank(
  tx: Tx,
  id: string,
  sha256: string,
): Promise<{ repeated: number; known: number; unmatched: number }> {
  const { takeOut, reject } = sieveOf(tx, bankLines, id);
  // Rows of one reference are one payment; without any, rows that say the same are as many payments as there are.
  const identity = sql`case when reference is null then 'file:' || ${sha256}::text || ':' || line
    else 'reference:' || encode(sha256(convert_to(reference, 'UTF8')), 'hex') end`;
  await tx.update(bankLines).set({ identity }).where(eq(bankLines.importId, id));
  const repeated = await takeOut(laterLines(id, sql`said is not distinct from first_said`));
  await reject("reference", "reference_of_line", laterLines(id));
  const known = await takeOut(committedLines(id, sql`staged.reference is null or ${same}`));
  await reject("reference", "reference_of_row", committedLines(id, sql`true`));
  await reject("amount", "too_many_decimals", targetLines(id, sql`staged.amount_minor % (10 ^ (2 - p.decimals))::bigint <> 0`));
  await reject("date", "before_disbursement", targetLines(id, sql`staged.dated_on < ${since}`));
  const { rows } = await tx.execute<{ unmatched: number }>(sql`select count(*)::int as unmatched from ${staged(id)} staged
    where not exists (select from credits where code = staged.target) and not exists (select from accounts where code = staged.target)`);
  return { repeated, known, unmatched: rows[0]?.unmatched ?? 0 };
}

const staged = (id: string) => sql`(select * from ${bankLines} where ${bankLines.importId} = ${id})`;

const same = sql`(staged.amount_minor, staged.dated_on) = (stored.amount_minor, stored.dated_on)
  and stored.target in (staged.target, ${erasedTarget})`;
const since = sql`coalesce(k.disbursed_on, (a.created_at at time zone j.time_zone)::date)`;

/** The rows whose reference an earlier row has too: the line, and the first one's. */
const laterLines = (id: string, match = sql`true`): SQL => sql`
  select line, first_line::text as other
  from (select line, row(target, amount_minor, dated_on) as said, first_value(line) over same as first_line,
      first_value(row(target, amount_minor, dated_on)) over same as first_said
    from ${staged(id)} staged window same as (partition by identity order by line)) ranked
  where line <> first_line and ${match}`;

/** The rows that were committed before: the line, and the ID of the pre-payment that was made of it, or its line in that file. */
const committedLines = (id: string, match: SQL): SQL => sql`
  select staged.line, coalesce(n.code, '#' || stored.line) as other
  from ${staged(id)} staged join bank_rows stored on stored.identity = staged.identity
    left join pre_payments n on n.id = stored.pre_payment_id
  where ${match}`;

/** The rows of a credit or an account that there is. */
const targetLines = (id: string, match: SQL): SQL => sql`
  select staged.line, null::text as other
  from ${staged(id)} staged left join credits k on k.code = staged.target left join offers o on o.id = k.offer_id
    left join accounts a on a.code = staged.target join products p on p.id = coalesce(o.product_id, a.product_id)
    cross join projects j
  where ${match}`;
