import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { only, question } from "#db/question";
import type { Day } from "#lib/domain/day";
import { type Asked, type Unmet, unmetOf } from "#lib/domain/statement";

/** An account's minimum payments: what its statements ask for, what of it is unmet, and what its row says of that. */
export type Minimum = {
  code: string;
  account: { debt: bigint; creditBalance: bigint };
  statements: readonly Asked[];
  now: Unmet;
  stored: Unmet;
};

/** The same as JSON, which has no bigint: amounts are text, and a statement is `[due day, added, paid]`. */
export type StoredMinimum = {
  debt: string;
  creditBalance: string;
  asked: [dueOn: Day, added: string, paid: string][];
  unmet: string;
  dueOn: Day | null;
};

export function minimumFrom(code: string, { debt, creditBalance, asked, unmet, dueOn }: StoredMinimum): Minimum {
  const account = { debt: BigInt(debt), creditBalance: BigInt(creditBalance) };
  const statements = asked.map(([on, added, paid]) => ({ dueOn: on, added: BigInt(added), paid: BigInt(paid) }));
  return { code, account, statements, now: unmetOf(statements, account), stored: { unmet: BigInt(unmet), dueOn } };
}

/**
 * That of a row of accounts, with its statements from the oldest on. A payment is for the last one that was made before it
 * was accepted, or whose cycle closed before the day it was paid: between the two the close of day is still at work.
 */
export const minimumOf = (account: SQL, counted = sql`true`): SQL => sql`json_build_object(
  'debt', ${account}.debt_minor::text, 'creditBalance', ${account}.credit_balance_minor::text,
  'unmet', ${account}.minimum_unmet_minor::text, 'dueOn', ${account}.minimum_due_on,
  'asked', (select coalesce(json_agg(json_build_array(s.due_on, s.added_minor::text, (
      select coalesce(sum(m.amount_minor), 0)::text from payments m where m.customer_id = ${account}.customer_id and m.status = 'accepted'
        and ${isForAccount(sql`m`, sql`${account}.id`)}
        and (m.created_at >= s.at or m.paid_on > s.closed_on)
        and (s.next_at is null or (m.created_at < s.next_at and m.paid_on <= s.next_closed_on)) and ${counted})) order by s.closed_on), '[]')
    from (select due_on, added_minor, closed_on, at, lead(at) over cycles as next_at, lead(closed_on) over cycles as next_closed_on
      from statements where account_id = ${account}.id window cycles as (order by closed_on)) as s))`;

/** Whether a row of payments was made to an account or to a credit of it. */
export const isForAccount = (payment: SQL, accountId: SQL): SQL =>
  sql`(${payment}.account_id = ${accountId} or ${payment}.credit_id in (select id from credits where account_id = ${accountId}))`;

/** Whether a row of accounts has a minimum payment that is past its day on a date (`unmetDays` says for how long). */
export const isMinimumPast = (account: SQL, date: SQL): SQL =>
  sql`(${account}.minimum_unmet_minor > 0 and ${account}.minimum_due_on < ${date})`;

/** Writes what is unmet of minimums into the rows of their accounts, where these say otherwise. */
export async function writeMinimums(tx: Tx, minimums: readonly Minimum[]): Promise<void> {
  const changed = minimums.filter(({ now, stored }) => now.unmet !== stored.unmet || now.dueOn !== stored.dueOn);
  if (changed.length === 0) return;
  const rows = changed.map(({ code, now: { unmet, dueOn } }) => ({ code, unmet: `${unmet}`, dueOn }));
  await write(tx, { rows: JSON.stringify(rows) });
}

const write = question(
  "write_minimums",
  sql`update accounts a set minimum_unmet_minor = m.unmet, minimum_due_on = m."dueOn"
    from jsonb_to_recordset(${sql.placeholder("rows")}::jsonb) as m (code text, unmet bigint, "dueOn" date) where a.code = m.code`,
);

/** The minimum payments of one account. */
export async function findMinimum(db: Db | Tx, code: string): Promise<Minimum> {
  return minimumFrom(code, only(await askMinimum(db, { code })).minimum);
}

const askMinimum = question<{ minimum: StoredMinimum }>(
  "minimum_of_account",
  sql`select ${minimumOf(sql`a`)} as minimum from accounts a where a.code = ${sql.placeholder("code")}`,
);

/** Those of some accounts, by their ids. */
export async function findMinimums(db: Db | Tx, ids: readonly string[]): Promise<Minimum[]> {
  return (await askMinimums(db, { ids })).map(({ code, minimum }) => minimumFrom(code, minimum));
}

const askMinimums = question<{ code: string; minimum: StoredMinimum }>(
  "minimums",
  sql`select a.code, ${minimumOf(sql`a`)} as minimum from accounts a where a.id = any(${sql.placeholder("ids")}::uuid[])`,
);

/** Of those that have statements the next so many after one, by ID. */
export async function listMinimums(db: Db | Tx, after: string, most: number): Promise<Minimum[]> {
  const rows = await askNextMinimums(db, { after, most });
  return rows.map(({ code, minimum }) => minimumFrom(code, minimum));
}

const askNextMinimums = question<{ code: string; minimum: StoredMinimum }>(
  "next_minimums",
  sql`select a.code, ${minimumOf(sql`a`)} as minimum from accounts a
    where a.code > ${sql.placeholder("after")} and (a.minimum_unmet_minor > 0 or exists (select from statements where account_id = a.id))
    order by a.code limit ${sql.placeholder("most")}`,
);
