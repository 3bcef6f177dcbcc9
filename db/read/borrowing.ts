import "server-only";
import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { findBooks } from "#db/books/find";
import type { Db, Tx } from "#db/client";
import { offeredFacts } from "#db/facts/pre-loan";
import type { Sight } from "#db/facts/sight";
import { findSight } from "#db/read/rules";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";
import { projects } from "#db/schema/project";
import type { Borrowing, Offering, Refinanceable } from "#lib/credit-request/borrowing";
import { replayBook } from "#lib/domain/book";
import { dayAt } from "#lib/domain/day";
import { termsIn } from "#lib/domain/offer-terms";

/** As many offers as one can choose among; the newest. */
const most = 200;

/**
 * What a request of a customer can be made of, as it is now: offers, and active credits to refinance, of which one may be
 * chosen by its ID. Undefined where there is no such customer.
 */
export async function findBorrowing(db: Db | Tx, code: string, refinances: string): Promise<Borrowing | undefined> {
  const sight = await findSight(db);
  const [found] = await db
    .select({ ...person, timeZone: projects.timeZone, currency: projects.currency })
    .from(customers)
    .crossJoin(projects)
    .where(eq(customers.code, code));
  if (found === undefined || found.registeredAt === null) return undefined;
  const { registeredAt, timeZone, currency, ...customer } = found;
  const lent = await listRefinanceable(sight, customer.id);
  const old = lent.find((each) => each.code === refinances);
  return {
    customer: { ...customer, registeredOn: dayAt(new Date(registeredAt), timeZone) },
    ...{ businessDate: sight.businessDate, currency, credits: lent, old },
    ...(await listOfferings(sight, customer.id, old?.id ?? null)),
  };
}

const person = { id: customers.id, code: customers.code, status: customers.status, registeredAt: customers.registeredAt };

async function listRefinanceable(sight: Sight, customerId: string): Promise<Refinanceable[]> {
  const lent = await sight.db
    .select({ id: credits.id, code: credits.code, offer: offers.name })
    .from(credits)
    .innerJoin(offers, eq(offers.id, credits.offerId))
    .where(and(eq(credits.customerId, customerId), eq(credits.status, "active")))
    .orderBy(desc(credits.number));
  if (lent.length === 0) return [];
  const ids = lent.map(({ id }) => id);
  const payoffs = new Map((await findBooks(sight.db, ids)).map((book) => [book.id, replayBook(book, sight).payoff]));
  return lent.map((credit) => ({ ...credit, payoff: payoffs.get(credit.id) ?? 0n }));
}

/** Offers of credits that anybody was ever to have: those that are lent first, the newest before the others. */
async function listOfferings(
  sight: Sight,
  customerId: string,
  refinancesId: string | null,
): Promise<{ offerings: Offering[]; total: number }> {
  const found = await sight.db
    .select(offering)
    .from(offers)
    .innerJoin(products, eq(products.id, offers.productId))
    .where(and(eq(products.kind, "credit"), ne(offers.status, "draft")))
    .orderBy(desc(sql`${offers.status} = 'enabled' and ${products.status} = 'enabled'`), desc(offers.number), asc(offers.id))
    .limit(most);
  const facts = await offeredFacts(sight, { customerId, refinancesId, offerIds: found.map(({ id }) => id) });
  const offerings = found.map(({ total: _total, settings, ...each }): Offering => {
    const asked = facts.get(each.id);
    if (asked === undefined) throw new Error(`no facts of offer ${each.code}`);
    return { ...each, terms: termsIn(settings, each.decimals), facts: asked };
  });
  return { offerings, total: Number(found[0]?.total ?? 0) };
}

const offering = {
  id: offers.id,
  code: offers.code,
  name: offers.name,
  product: { code: products.code, name: products.name },
  type: offers.type,
  downpayment: offers.downpayment,
  validFrom: offers.validFrom,
  validUntil: offers.validUntil,
  settings: offers.terms,
  decimals: products.decimals,
  total: sql<string>`count(*) over ()`,
};
