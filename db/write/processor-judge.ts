import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { processorLines } from "#db/schema/processor";
import { sieveOf } from "#db/write/import-sieve";

/**
 * Finds the card of each staged row of a processor's file, and compares the rows with each other and with what was told
 * before. Of rows that contradict each other the first one stands.
 */
export async function judgeProcessor(tx: Tx, id: string): Promise<{ repeated: number; known: number }> {
  const { takeOut, reject } = sieveOf(tx, processorLines, id);
  await tx.execute(sql`update ${processorLines} l set card = found.card, account = found.account
    from (${cardsOf(id)}) found where l.import_id = ${id} and l.line = found.line`);
  const unknown = sql`select line, null::text as other from ${staged(id)} it
    where not exists (select from cards d join accounts a on a.id = d.account_id where d.code = it.card and a.code = it.account)`;
  await reject("card_id", "unknown_card", unknown);
  await reject(
    "currency",
    "other_currency",
    ofProject(id, sql`staged.currency <> j.currency and staged.kind <> 'authorization'`),
  );
  const decimals = sql`staged.amount_minor % (10 ^ (2 - p.decimals))::bigint <> 0 and staged.kind <> 'authorization'`;
  await reject("amount", "too_many_decimals", ofProject(id, decimals));
  const repeated = await takeOut(laterLines(id, sql`said is not distinct from first_said`));
  await reject("external_id", "differs_from_line", laterLines(id, sql`true`));
  const known = await takeOut(toldLines(id, same));
  await reject("external_id", "differs_from_record", toldLines(id, sql`true`));
  return { repeated, known };
}

const staged = (id: string) => sql`(select * from ${processorLines} where ${processorLines.importId} = ${id})`;

/** By its own ID; by its account and last four digits, the newest that is not canceled, else the newest. */
const cardsOf = (id: string): SQL => sql`
  select distinct on (it.line) it.line, d.code as card, a.code as account
  from ${staged(id)} it
    join cards d on d.code = it.card or (it.card is null and d.last_four = it.last_four)
    join accounts a on a.id = d.account_id and (it.account is null or a.code = it.account)
  where it.card is null or it.last_four is null or d.last_four = it.last_four
  order by it.line, (d.status = 'canceled'), d.number desc`;

const ofProject = (id: string, match: SQL): SQL => sql`
  select staged.line, null::text as other
  from ${staged(id)} staged join accounts a on a.code = staged.account join products p on p.id = a.product_id cross join projects j
  where ${match}`;

const said = (table: SQL) =>
  sql`row(${table}.purchase, ${table}.amount_minor, ${table}.currency, ${table}.merchant, ${table}.at)`;

/** The rows whose external ID and kind an earlier row has too: the line, and the first one's. */
const laterLines = (id: string, match: SQL): SQL => sql`
  select line, first_line::text as other
  from (select line, row(card, purchase, amount_minor, currency, merchant, at) as said, first_value(line) over same as first_line,
      first_value(row(card, purchase, amount_minor, currency, merchant, at)) over same as first_said
    from ${staged(id)} it window same as (partition by external_id, kind order by line)) ranked
  where line <> first_line and ${match}`;

const same = sql`stored.code = staged.card and ${said(sql`staged`)} = ${said(sql`stored`)}`;

/** The rows that were told before: the line, and the ID of the card that they were told of. */
const toldLines = (id: string, match: SQL): SQL => sql`
  select staged.line, stored.code as other
  from ${staged(id)} staged
    join (select m.*, d.code from card_messages m join cards d on d.id = m.card_id) stored
      on stored.external_id = staged.external_id and stored.kind = staged.kind
  where ${match}`;
