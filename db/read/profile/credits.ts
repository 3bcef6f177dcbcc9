import "server-only";
import { aliasedTable, and, asc, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { statementName, together } from "#db/client";
import { oneOf } from "#db/constraints";
import { stoppedOn } from "#db/read/related";
import { credits } from "#db/schema/credit";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";
import { isOpenCredit, openCreditStatuses } from "#lib/domain/credit";
import type { Credits, RefinancedPair } from "#lib/profile";
import type { Shown } from "#lib/records";

const isOpen = oneOf("credits.status", openCreditStatuses);
const ofOpen = (amount: SQL) => sql<string | null>`sum(${amount}) filter (where ${isOpen}) over ()`;

const row = {
  code: credits.code,
  status: credits.status,
  amount: credits.amount,
  outstanding: credits.outstanding,
  daysPastDue: credits.daysPastDue,
  disbursedOn: credits.disbursedOn,
  offer: offers.name,
  stoppedOn,
};

/** A customer's credits, those in the worst arrears first, then the open ones, then the newest; and figures of all of them. */
export async function listCredits(customerId: string, limit: number): Promise<Credits> {
  const found = await askCredits.execute({ customerId, limit });
  const [first] = found;
  const isLate = first !== undefined && first.daysPastDue > 0 && isOpenCredit(first.status);
  return {
    rows: found.map(({ total: _total, active: _active, owed: _owed, ...credit }) => credit),
    total: Number(first?.total ?? 0),
    active: Number(first?.active ?? 0),
    outstanding: BigInt(first?.owed ?? 0),
    worst: isLate ? { code: first.code, daysPastDue: first.daysPastDue } : undefined,
  };
}

const askCredits = together
  .select({
    ...row,
    total: sql<string>`count(*) over ()`,
    active: sql<string>`count(*) filter (where ${credits.status} = 'active') over ()`,
    owed: ofOpen(sql`${credits.outstanding}`),
  })
  .from(credits)
  .innerJoin(offers, eq(offers.id, credits.offerId))
  .innerJoin(products, eq(products.id, offers.productId))
  .where(eq(credits.customerId, sql.placeholder("customerId")))
  .orderBy(desc(sql`${isOpen}`), desc(credits.daysPastDue), desc(credits.disbursedOn), desc(credits.number))
  .limit(sql.placeholder("limit"))
  .prepare(statementName("profile_credits"));

/** When a customer's active credits next ask for something, and for how much on that day. */
export async function findNextDue(customerId: string): Promise<{ on: string; amount: bigint } | undefined> {
  const [next] = await askNextDue.execute({ customerId });
  return next && { on: next.on, amount: BigInt(next.amount) };
}

const askNextDue = together
  .select({ on: sql<string>`${credits.nextDueOn}`, amount: sql<string>`sum(${credits.nextDue})` })
  .from(credits)
  .where(and(eq(credits.customerId, sql.placeholder("customerId")), eq(credits.status, "active"), isNotNull(credits.nextDueOn)))
  .groupBy(credits.nextDueOn)
  .orderBy(asc(credits.nextDueOn))
  .limit(1)
  .prepare(statementName("profile_next_due"));

/** Each credit of a customer's that paid off another, with that one; the newest first. */
export async function listRefinanced(customerId: string, limit: number): Promise<Shown<RefinancedPair>> {
  const found = await askRefinanced.execute({ customerId, limit });
  return { rows: found.map(({ total: _total, ...pair }) => pair), total: Number(found[0]?.total ?? 0) };
}

const old = aliasedTable(credits, "old");

const askRefinanced = together
  .select({
    code: credits.code,
    status: credits.status,
    amount: credits.amount,
    disbursedOn: credits.disbursedOn,
    oldCode: old.code,
    oldStatus: old.status,
    total: sql<string>`count(*) over ()`,
  })
  .from(credits)
  .innerJoin(old, eq(old.id, credits.refinancesId))
  .where(eq(credits.customerId, sql.placeholder("customerId")))
  .orderBy(desc(credits.disbursedOn), asc(credits.code))
  .limit(sql.placeholder("limit"))
  .prepare(statementName("profile_refinanced"));
