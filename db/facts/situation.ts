import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Minimum, minimumFrom, minimumOf, type StoredMinimum } from "#db/books/minimum";
import type { Tx } from "#db/client";
import { paidSince } from "#db/facts/paid-since";
import type { Counts, Seen, Sight } from "#db/facts/sight";
import { isOnlyInherited } from "#db/facts/standing";
import { only, question } from "#db/question";
import { type SightRow, sightFrom, sightSql } from "#db/read/rules";
import type { Situation } from "#lib/domain/consequences";
import type { Captured } from "#lib/domain/requirement";
import { missingRequirements, requirements } from "#lib/domain/requirement";
import { unmetDays } from "#lib/domain/statement";

type Row = Counts & {
  id: string;
  code: string;
  status: Situation["customer"]["status"];
  captured: Captured;
  isHeld: boolean;
  openViolations: number;
  openFraud: number;
  credits: Stored<Situation["credits"][number]>[];
  hasMore: boolean;
};
/** What most people have none of. */
type More = {
  promises: Stored<Situation["promises"][number]>[];
  accounts: (Omit<Situation["accounts"][number], "unmetDays"> & { minimum: StoredMinimum })[];
};
/** JSON has no bigint: amounts come as text. */
type Stored<It> = { [Key in keyof It]: It[Key] extends bigint ? string : It[Key] };

/** All that the automatic statuses of a customer and of what they have depend on. */
export async function findSituation(sight: Sight, customerId: string): Promise<Seen> {
  return situationIn(sight, only(await askSituation(sight.db, { id: customerId })));
}

/** The same by the customer's ID, and what it is measured by with it; nothing is `seen` where it is no one's. */
export async function seeSituation(tx: Tx, code: string): Promise<Sight> {
  const row = only(await askSight(tx, { code }));
  const sight = sightFrom(tx, row);
  return row.id === null ? sight : { ...sight, seen: await situationIn(sight, row) };
}

async function situationIn({ db, rules, businessDate }: Sight, row: Row): Promise<Seen> {
  const { code, status, captured, isHeld, openViolations, openFraud, hasMore, ...found } = row;
  const { promises, accounts } = hasMore ? only(await askMore(db, { id: row.id })) : nothing;
  const minimums = accounts.map((it) => minimumFrom(it.code, it.minimum));
  return {
    ...found,
    businessDate,
    rules,
    customer: { code, status, missing: missingRequirements(captured, requirements), isHeld, openViolations, openFraud },
    credits: found.credits.map((it) => ({
      ...it,
      outstandingMinor: BigInt(it.outstandingMinor),
      toleranceMinor: BigInt(it.toleranceMinor),
    })),
    promises: promises.map((it) => ({ ...it, amountMinor: BigInt(it.amountMinor), paidMinor: BigInt(it.paidMinor) })),
    minimums,
    accounts: accounts.map(({ minimum: _, ...it }, at) => ({
      ...it,
      unmetDays: unmetDays((minimums[at] as Minimum).now, businessDate),
    })),
  };
}

const nothing: More = { promises: [], accounts: [] };

function listed(columns: SQL, rest: SQL): SQL {
  return sql`(select coalesce(json_agg(json_build_object(${columns}) order by x.number), '[]') ${rest})`;
}

const capturedSql = sql`json_build_object('firstName', c.first_name, 'lastName', c.last_name, 'idType', c.id_type,
  'nationalId', c.national_id, 'phone', c.phone, 'email', c.email, 'address', c.address,
  'isPhoneVerified', c.phone_verified, 'isEmailVerified', c.email_verified,
  'dataAcceptedAt', c.data_accepted_at, 'activatedAt', c.activated_at)`;

const creditsSql = listed(
  sql`'code', x.code, 'status', x.status, 'outstandingMinor', x.outstanding_minor::text, 'toleranceMinor', p.tolerance_minor::text,
    'delinquentDays', greatest(x.delinquent_days, x.carries_delinquency::int), 'closedBy', x.closed_by,
    'isOnlyInherited', ${isOnlyInherited(sql`x`)},
    'wasNotedWhole', x.was_noted_whole,
    'isProductActive', p.status = 'enabled'`,
  sql`from credits x join offers o on o.id = x.offer_id join products p on p.id = o.product_id where x.customer_id = c.id`,
);

const promisesSql = listed(
  sql`'code', x.code, 'status', x.status, 'amountMinor', x.amount_minor::text, 'dueOn', x.due_on::text,
    'paidMinor', (${paidSince(sql`x`)})::text, 'isProductActive', p.status = 'enabled'`,
  sql`from promises x left join credits k on k.id = x.credit_id left join offers o on o.id = k.offer_id
    left join accounts a on a.id = x.account_id join products p on p.id = coalesce(o.product_id, a.product_id)
    where x.customer_id = c.id and x.status = 'open'`,
);

const accountsSql = listed(
  sql`'code', x.code, 'status', x.status, 'isHeld', x.held_at is not null,
    'minimum', ${minimumOf(sql`x`)},
    'isProductActive', p.status = 'enabled'`,
  sql`from accounts x join products p on p.id = x.product_id where x.customer_id = c.id`,
);

const situationsSql = sql`select c.id, c.code, c.status, ${capturedSql} as captured, c.held_at is not null as "isHeld",
  (select count(*) filter (where resolved_at is null)::int from violations where customer_id = c.id) as "openViolations",
  (select count(*) filter (where resolved_at is null and is_fraud)::int from violations where customer_id = c.id) as "openFraud",
  (select count(*)::int from pre_loans where customer_id = c.id and status = 'pending') as "pendingPreLoans",
  (select count(*)::int from pre_payments where customer_id = c.id and status = 'pending') as "pendingPrePayments",
  (select count(*)::int from accounts where customer_id = c.id and status <> 'canceled') as "openAccounts",
  exists (select from promises where customer_id = c.id and status = 'open')
    or exists (select from accounts where customer_id = c.id) as "hasMore",
  ${creditsSql} as credits
  from customers c`;

const askSituation = question<Row>("customer_situation", sql`${situationsSql} where c.id = ${sql.placeholder("id")}`);
const askSight = question<SightRow & (Row | { id: null })>(
  "sight_of",
  sql`select * from (${sightSql}) as sight left join (${situationsSql} where c.code = ${sql.placeholder("code")}) as person on true`,
);

const askMore = question<More>(
  "situation_more",
  sql`select ${promisesSql} as promises, ${accountsSql} as accounts from customers c where c.id = ${sql.placeholder("id")}`,
);
