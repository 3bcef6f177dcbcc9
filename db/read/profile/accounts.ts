import "server-only";
import { asc, desc, eq, sql } from "drizzle-orm";
import { statementName, together } from "#db/client";
import { stoppedOn } from "#db/read/related";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { credits } from "#db/schema/credit";
import { products } from "#db/schema/product";
import { promises } from "#db/schema/promise";
import type { ProfileAccount, ProfilePromise } from "#lib/profile";
import type { Shown } from "#lib/records";

/** A customer's card accounts with what they owe and their cards, the newest first. */
export async function listAccounts(customerId: string, limit: number): Promise<Shown<ProfileAccount>> {
  const found = await askAccounts.execute({ customerId, limit });
  return {
    rows: found.map(({ total: _total, ...account }) => account),
    total: Number(found[0]?.total ?? 0),
  };
}

const askAccounts = together
  .select({
    code: accounts.code,
    status: accounts.status,
    product: products.name,
    creditLine: accounts.creditLine,
    stoppedOn,
    debt: accounts.debt,
    cards: sql<
      ProfileAccount["cards"]
    >`(select coalesce(json_agg(json_build_object('code', ${cards.code}, 'status', ${cards.status},
      'lastFour', ${cards.lastFour}) order by ${cards.number} desc), '[]') from ${cards} where ${cards.accountId} = ${accounts.id})`,
    total: sql<string>`count(*) over ()`,
  })
  .from(accounts)
  .innerJoin(products, eq(products.id, accounts.productId))
  .where(eq(accounts.customerId, sql.placeholder("customerId")))
  .orderBy(sql`${accounts.status} = 'canceled'`, desc(accounts.number))
  .limit(sql.placeholder("limit"))
  .prepare(statementName("profile_accounts"));

/** A customer's promises to pay: the open ones first, by the day they are due; then the last of the others. */
export async function listPromises(customerId: string, limit: number): Promise<Shown<ProfilePromise>> {
  const found = await askPromises.execute({ customerId, limit });
  return { rows: found.map(({ total: _total, ...promise }) => promise), total: Number(found[0]?.total ?? 0) };
}

const askPromises = together
  .select({
    code: promises.code,
    status: promises.status,
    amount: promises.amount,
    dueOn: promises.dueOn,
    of: sql<string>`coalesce(${credits.code}, ${accounts.code})`,
    total: sql<string>`count(*) over ()`,
  })
  .from(promises)
  .leftJoin(credits, eq(credits.id, promises.creditId))
  .leftJoin(accounts, eq(accounts.id, promises.accountId))
  .where(eq(promises.customerId, sql.placeholder("customerId")))
  .orderBy(
    sql`${promises.status} <> 'open'`,
    asc(sql`case when ${promises.status} = 'open' then ${promises.dueOn} end`),
    desc(promises.dueOn),
    desc(promises.number),
  )
  .limit(sql.placeholder("limit"))
  .prepare(statementName("profile_promises"));
