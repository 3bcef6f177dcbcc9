import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { question } from "#db/question";
import type { Book } from "#lib/domain/book";
import type { Day } from "#lib/domain/day";
import type { Component } from "#lib/domain/rules";

/** Allocations in force: how much of a payment covers what of an instalment. */
export type Allocation = Record<Component, bigint> & { id: string; paymentId: string; instalment: number };

/** A credit's book, and the allocations that are in force. */
export type StoredBook = Book & { id: string; code: string; allocations: Allocation[] };

/** The books of some credits, in no order. */
export async function findBooks(db: Db | Tx, ids: readonly string[]): Promise<StoredBook[]> {
  const [id] = ids;
  const found = id !== undefined && ids.length === 1 ? await askBook(db, { id }) : await askBooks(db, { ids });
  return found.map(({ book }) => bookFrom(book));
}

type Stored<It> = { [Key in keyof It]: It[Key] extends bigint ? string : It[Key] };
type Row = Omit<Stored<StoredBook>, "paid" | "lowered" | "allocations"> & {
  paid: Stored<Book["paid"][number]>[];
  lowered: { on: Day; amount: string }[];
  allocations: [id: string, paymentId: string, instalment: number, ...amounts: string[]][];
};

function bookFrom({ amount, tolerance, paid, lowered, allocations, ...same }: Row): StoredBook {
  return {
    ...same,
    amount: BigInt(amount),
    tolerance: BigInt(tolerance),
    paid: paid.map((each) => ({ ...each, amount: BigInt(each.amount) })),
    lowered: lowered.map((each) => ({ ...each, amount: BigInt(each.amount) })),
    allocations: allocations.map(([id, paymentId, instalment, penalty, fee, interest, principal]) => ({
      ...{ id, paymentId, instalment },
      penalty: BigInt(penalty ?? 0),
      fee: BigInt(fee ?? 0),
      interest: BigInt(interest ?? 0),
      principal: BigInt(principal ?? 0),
    })),
  };
}

// JSON has no bigint: amounts come as text.
const booksSql = sql`select json_build_object(
      'id', k.id, 'code', k.code, 'status', k.status, 'amount', k.amount_minor::text,
      'instalments', k.instalments, 'closedBy', k.closed_by, 'wasNotedWhole', k.was_noted_whole,
      'disbursedOn', k.disbursed_on, 'firstDueOn', k.first_due_on, 'closedOn', k.closed_on, 'collection', k.collection,
      'inheritsDelinquency', k.inherits_delinquency, 'terms', t.settings, 'currency', j.currency,
      'tolerance', p.tolerance_minor::text,
      'paid', (select coalesce(json_agg(json_build_object('paymentId', m.id, 'on', m.paid_on,
          'amount', y.amount_minor::text, 'isPayoff', m.is_payoff) order by m.number), '[]')
        from payment_parts y join payments m on m.id = y.payment_id where y.credit_id = k.id and y.amount_minor > 0 and m.status = 'accepted'),
      'lowered', (select coalesce(json_agg(json_build_object('on', l.on_day, 'amount', l.amount::text) order by l.at), '[]')
        from (
          select d.decided_on as on_day, d.accepted_minor as amount, d.decided_at as at from disputes d
          where d.credit_id = k.id and d.accepted_minor > 0 and d.accepted_minor < k.amount_minor
          union all select n.on_day, n.amount_minor, n.at from credit_notes n where n.credit_id = k.id) as l),
      'disputes', (select coalesce(json_agg(json_build_object('on', d.opened_on, 'until', d.decided_on) order by d.opened_at), '[]')
        from disputes d where d.credit_id = k.id),
      'stops', (select coalesce(json_agg(json_build_object('on', s.from_on, 'until', s.until_on) order by s.from_on), '[]')
        from product_stops s where s.product_id = p.id),
      'allocations', (select coalesce(json_agg(json_build_array(a.id::text, a.payment_id, a.instalment, a.penalty_minor::text,
          a.fee_minor::text, a.interest_minor::text, a.principal_minor::text) order by a.id), '[]')
        from allocations a where a.credit_id = k.id and a.superseded_at is null)
    ) as book
    from credits k join terms t on t.id = k.terms_id join offers o on o.id = k.offer_id
      join products p on p.id = o.product_id cross join projects j`;

// Of one it is known beforehand how many it answers, so that it is planned once; of some it is planned anew each time,
// which takes longer than answering it.
const askBook = question<{ book: Row }>("book", sql`${booksSql} where k.id = ${sql.placeholder("id")}`);
const askBooks = question<{ book: Row }>("books", sql`${booksSql} where k.id = any(${sql.placeholder("ids")}::uuid[])`);
