import "server-only";
import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { findBooks } from "#db/books/find";
import { db } from "#db/client";
import {
  basicsOf,
  codeIn,
  listPayments,
  listPrePayments,
  listPromises,
  offerSeen,
  owner,
  productSeen,
  stoppedOn,
} from "#db/read/related";
import { findSight } from "#db/read/rules";
import { credits, disputes } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { allocations, paymentParts, payments } from "#db/schema/payment";
import { prePayments } from "#db/schema/pre-payment";
import { products } from "#db/schema/product";
import { promises } from "#db/schema/promise";
import type { Actor } from "#lib/domain/actor";
import { standingFigures } from "#lib/domain/book";
import { bucketOf } from "#lib/domain/bucket";
import { isOpenCredit } from "#lib/domain/credit";
import { termsOf } from "#lib/domain/offer-terms";
import type { AllocationRow, CreditRecord } from "#lib/records";

/** A credit by ID, with what was paid, announced, promised and disputed of it. */
export async function findCredit(actor: Actor, code: string): Promise<CreditRecord | undefined> {
  const [found] = await db
    .select({ ...row, customer: owner(actor), customerStatus: customers.status, id: credits.id, customerId: credits.customerId })
    .from(credits)
    .innerJoin(customers, eq(customers.id, credits.customerId))
    .innerJoin(offers, eq(offers.id, credits.offerId))
    .innerJoin(products, eq(products.id, offers.productId))
    .where(eq(credits.code, code));
  if (found === undefined) return undefined;
  const { id, customerId, ...credit } = found;
  const [paid, parts, prePaymentsOf, promisesOf, disputed, kept, allocated] = await Promise.all([
    listPayments(inArray(payments.id, touching(id))),
    listParts(id),
    listPrePayments(eq(prePayments.creditId, id)),
    listPromises(and(eq(promises.customerId, customerId), eq(promises.creditId, id))),
    listDisputes(id),
    keepBook(id),
    listAllocations(id),
  ]);
  const rows = paid.rows.map((payment) => ({ ...payment, part: parts.get(payment.code) ?? 0n }));
  return {
    ...{ ...credit, ...kept, allocations: allocated, payments: { ...paid, rows } },
    ...{ prePayments: prePaymentsOf, promises: promisesOf, disputes: disputed },
  };
}

/** What its book says of a credit on the business date, of a closed one on the day it was closed. */
async function keepBook(id: string) {
  const [sight, [book]] = await Promise.all([findSight(db), findBooks(db, [id])]);
  if (book === undefined) throw new Error(`no credit ${id}`);
  const { figures, replayed } = standingFigures(book, sight);
  const { terms: settings, collection, status, closedOn } = book;
  const isOpen = isOpenCredit(status);
  return {
    ...{ figures, settings, collection, instalments: replayed.instalments },
    bucket: bucketOf(figures.daysPastDue, sight.rules.buckets),
    payoff: isOpen ? replayed.payoff : null,
    asOf: isOpen ? sight.businessDate : (closedOn ?? sight.businessDate),
    plan: termsOf(settings, { ...book, principal: book.amount }),
  };
}

const row = {
  ...basicsOf(credits),
  product: productSeen,
  stoppedOn,
  offer: offerSeen,
  account: codeIn("accounts", credits.accountId),
  card: codeIn("cards", credits.cardId),
  amount: credits.amount,
  disbursedOn: credits.disbursedOn,
  closedBy: credits.closedBy,
  request: sql<string | null>`(select it.code from pre_loans it where it.credit_id = ${credits.id})`,
  refinances: codeIn("credits", credits.refinancesId),
  refinancedBy: sql<string | null>`(select it.code from credits it where it.refinances_id = ${credits.id})`,
};

/** Payments to the credit itself, and those to its account of which a part went to it. */
const touching = (id: string): SQL =>
  sql`(select id from ${payments} where credit_id = ${id} union select payment_id from ${paymentParts} where credit_id = ${id})`;

async function listParts(id: string): Promise<Map<string, bigint>> {
  const parts = await db
    .select({ code: payments.code, amount: paymentParts.amount })
    .from(paymentParts)
    .innerJoin(payments, eq(payments.id, paymentParts.paymentId))
    .where(eq(paymentParts.creditId, id));
  return new Map(parts.map(({ code, amount }) => [code, amount]));
}

function listDisputes(id: string) {
  const { amount, accepted, openedAt, decidedAt } = disputes;
  return db
    .select({ amount, accepted, openedAt, decidedAt })
    .from(disputes)
    .where(eq(disputes.creditId, id))
    .orderBy(desc(disputes.openedAt));
}

/** All that were ever made, the oldest first. */
async function listAllocations(id: string): Promise<AllocationRow[]> {
  const found = await db
    .select({
      id: sql<string>`${allocations.id}::text`,
      payment: payments.code,
      instalment: allocations.instalment,
      penalty: allocations.penalty,
      fee: allocations.fee,
      interest: allocations.interest,
      principal: allocations.principal,
      at: allocations.at,
      supersedesId: sql<string | null>`${allocations.supersedesId}::text`,
      supersededAt: allocations.supersededAt,
    })
    .from(paymentParts)
    .innerJoin(payments, eq(payments.id, paymentParts.paymentId))
    .innerJoin(allocations, and(eq(allocations.paymentId, payments.id), eq(allocations.creditId, paymentParts.creditId)))
    .where(eq(paymentParts.creditId, id))
    .orderBy(asc(allocations.id));
  return found;
}
