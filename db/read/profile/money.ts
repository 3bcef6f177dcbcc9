import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { statementName, together } from "#db/client";
import { codeIn } from "#db/read/related";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { offers } from "#db/schema/offer";
import { payments } from "#db/schema/payment";
import { preLoans } from "#db/schema/pre-loan";
import { prePayments } from "#db/schema/pre-payment";
import type { ProfilePayment, Waiting } from "#lib/profile";
import type { Shown } from "#lib/records";

/** What a payment is of: a credit or an account. */
const ofOne = sql<string>`coalesce(${credits.code}, ${accounts.code})`;

/** A customer's payments, the last first. */
export async function listPayments(customerId: string, limit: number): Promise<Shown<ProfilePayment>> {
  const found = await askPayments.execute({ customerId, limit });
  return { rows: found.map(({ total: _total, ...payment }) => payment), total: Number(found[0]?.total ?? 0) };
}

const askPayments = together
  .select({
    code: payments.code,
    status: payments.status,
    amount: payments.amount,
    type: payments.type,
    paidOn: payments.paidOn,
    // Looked up of the few that are shown: a join would look up all that are counted.
    of: sql<string>`coalesce(${codeIn("credits", payments.creditId)}, ${codeIn("accounts", payments.accountId)})`,
    total: sql<string>`count(*) over ()`,
  })
  .from(payments)
  .where(eq(payments.customerId, sql.placeholder("customerId")))
  .orderBy(desc(payments.paidOn), desc(payments.number))
  .limit(sql.placeholder("limit"))
  .prepare(statementName("profile_payments"));

/** What waits for somebody to decide: a customer's requests for credit and announced payments, the longest wait first. */
export async function listWaiting(customerId: string, limit: number): Promise<Waiting[]> {
  return (await askWaiting.execute({ customerId, limit })).toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

const askWaiting = unionAll(
  together
    .select({
      code: preLoans.code,
      kind: kindIs("pre_loan"),
      amount: preLoans.amount,
      at: preLoans.createdAt,
      of: sql<string>`${offers.name}`,
    })
    .from(preLoans)
    .innerJoin(offers, eq(offers.id, preLoans.offerId))
    .where(and(eq(preLoans.customerId, sql.placeholder("customerId")), eq(preLoans.status, "pending")))
    .orderBy(asc(preLoans.createdAt))
    .limit(sql.placeholder("limit")),
  together
    .select({
      code: prePayments.code,
      kind: kindIs("pre_payment"),
      amount: prePayments.amount,
      at: prePayments.createdAt,
      of: ofOne,
    })
    .from(prePayments)
    .leftJoin(credits, eq(credits.id, prePayments.creditId))
    .leftJoin(accounts, eq(accounts.id, prePayments.accountId))
    .where(and(eq(prePayments.customerId, sql.placeholder("customerId")), eq(prePayments.status, "pending")))
    .orderBy(asc(prePayments.createdAt))
    .limit(sql.placeholder("limit")),
).prepare(statementName("profile_waiting"));

function kindIs(kind: Waiting["kind"]) {
  return sql<Waiting["kind"]>`${sql.raw(`'${kind}'`)}`;
}
