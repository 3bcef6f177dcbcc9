import "server-only";
import { sql } from "drizzle-orm";
import { findBooks } from "#db/books/find";
import { findMinimums, minimumFrom, minimumOf, type StoredMinimum, writeMinimums } from "#db/books/minimum";
import { db, type Tx, transaction } from "#db/client";
import type { Unfinished } from "#db/close-day/begin";
import { note } from "#db/close-day/note";
import { inBatches, type Step } from "#db/close-day/step";
import { openMoving } from "#db/move/open";
import { question, run } from "#db/question";
import { statements } from "#db/schema/statement";
import { replayBook } from "#lib/domain/book";
import { closingDaysOn, dueAfter } from "#lib/domain/cycle";
import type { Day } from "#lib/domain/day";
import { unitOf } from "#lib/domain/offer-terms";
import { parseRate } from "#lib/domain/rate";
import { type MinimumRule, type Settled, statementOf } from "#lib/domain/statement";

const batchSize = 250;

/** Closes the cycles that end on the day, each with a statement of what is owed; where nothing is, there is none. */
export const closeCycles: Step = async (working) => {
  const { close } = working;
  const { rows } = await db.execute<{ id: string }>(
    sql`select a.id from accounts a join products p on p.id = a.product_id where ${closing(close.day)} order by a.customer_id`,
  );
  const ids = rows.map(({ id }) => id);
  await inBatches(working, ids, batchSize, (batch) => closeBatch(close, batch));
};

/** Accounts (a) of products (p) whose cycle ends on a day and has no statement yet. While a product is inactive none is made. */
export const closing = (day: Day) => sql`a.closing_day = any(${sql.param(closingDaysOn(day))}::int[])
  and a.debt_minor > 0 and a.status <> 'canceled' and p.status = 'enabled'
  and not exists (select from statements s where s.account_id = a.id and s.closed_on = ${day})`;

type Account = {
  id: string;
  code: string;
  dueDay: number;
  since: Day | null;
  percent: string | null;
  fixed: string | null;
  decimals: number;
  minimum: StoredMinimum;
  credits: string[];
};

function closeBatch(close: Unfinished, ids: readonly string[]): Promise<number> {
  return transaction(async (tx) => {
    const own = await lockAccounts(tx, ids, close.day);
    const moving = await openMoving(tx, undefined);
    const accounts = await askAccounts(tx, { ids: own, day: close.day });
    const books = new Map(
      (
        await findBooks(
          tx,
          accounts.flatMap(({ credits }) => credits),
        )
      ).map((book) => [book.id, book]),
    );
    // The figures of a cycle are those of the day that it ends on.
    const measure = { ...moving, businessDate: close.day };
    const rows = accounts.flatMap((account) => {
      const credits = account.credits.flatMap((id): Settled[] => {
        const book = books.get(id);
        return book === undefined ? [] : [{ status: book.status, replayed: replayBook(book, measure) }];
      });
      return closed(account, close.day, credits);
    });
    if (rows.length === 0) return 0;
    await run(tx, tx.insert(statements).values(rows));
    await writeMinimums(tx, await findMinimums(tx, own));
    await note(tx, close, rows.length, { statements: rows.length });
    return rows.length;
  });
}

function closed({ id, code, dueDay, since, minimum, ...product }: Account, day: Day, credits: readonly Settled[]) {
  const dueOn = dueAfter(day, { dueDay });
  const { unmet } = minimumFrom(code, minimum).now;
  const statement = statementOf({ closedOn: day, dueOn, since }, credits, ruleOf(product), unmet);
  return statement.debt === 0n ? [] : [{ accountId: id, closedOn: day, dueOn, ...statement }];
}

const ruleOf = ({ percent, fixed, decimals }: Pick<Account, "percent" | "fixed" | "decimals">): MinimumRule => ({
  rate: parseRate(percent ?? "0") ?? 0n,
  fixed: BigInt(fixed ?? 0),
  unit: unitOf({ decimals }),
});

/** Locks their customers and then them, in the one order in which everybody does; whose cycle was closed meanwhile is left out. */
async function lockAccounts(tx: Tx, ids: readonly string[], day: Day): Promise<string[]> {
  const among = sql`a.id = any(${sql.param(ids)}::uuid[])`;
  await tx.execute(sql`select from customers where id in (select a.customer_id from accounts a where ${among})
    order by id for no key update`);
  const { rows } = await tx.execute<{ id: string }>(sql`select a.id from accounts a join products p on p.id = a.product_id
    where ${among} and ${closing(day)} order by a.id for no key update of a`);
  return rows.map(({ id }) => id);
}

const askAccounts = question<Account>(
  "closing_accounts",
  sql`select a.id, a.code, a.due_day as "dueDay", p.minimum_percent as percent, p.minimum_fixed_minor as fixed, p.decimals,
      (select max(due_on)::text from statements where account_id = a.id) as since,
      ${minimumOf(sql`a`, sql`m.paid_on <= ${sql.placeholder("day")}`)} as minimum,
      array(select id from credits where account_id = a.id and status = 'active' and disbursed_on <= ${sql.placeholder("day")}) as credits
    from accounts a join products p on p.id = a.product_id where a.id = any(${sql.placeholder("ids")}::uuid[])`,
);
