import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { itself, of } from "#db/list/finds";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { payments } from "#db/schema/payment";
import { prePayments } from "#db/schema/pre-payment";
import { promises } from "#db/schema/promise";
import { paymentStatuses } from "#lib/domain/payment";
import { prePaymentStatuses } from "#lib/domain/pre-payment";
import { promiseStatuses } from "#lib/domain/promise";

type Owed = Record<"customerId" | "creditId" | "accountId", PgColumn>;

const owedBy = ({ customerId, creditId, accountId }: Owed): SQL =>
  sql`left join ${customers} on ${customers.id} = ${customerId}
    left join ${credits} on ${credits.id} = ${creditId} left join ${accounts} on ${accounts.id} = ${accountId}`;

const findsOf = ({ customerId, creditId, accountId }: Owed) => ({
  credit: of(creditId, credits),
  account: of(accountId, accounts),
  customer: of(customerId, customers),
});

/** What the list of pre-payments has besides its columns. */
export const announced = {
  record: "pre_payment",
  from: prePayments,
  id: prePayments.id,
  code: prePayments.code,
  joins: owedBy(prePayments),
  status: prePayments.status,
  statuses: prePaymentStatuses,
  finds: { pre_payment: itself(prePayments), ...findsOf(prePayments) },
  pageSize: 50,
} as const;

/** What the list of payments has besides its columns. */
export const paid = {
  record: "payment",
  from: payments,
  id: payments.id,
  code: payments.code,
  joins: owedBy(payments),
  status: payments.status,
  statuses: paymentStatuses,
  finds: { payment: itself(payments), ...findsOf(payments) },
  pageSize: 50,
} as const;

/** What the list of promises has besides its columns. */
export const promised = {
  record: "promise",
  from: promises,
  id: promises.id,
  code: promises.code,
  joins: owedBy(promises),
  status: promises.status,
  statuses: promiseStatuses,
  finds: { promise: itself(promises), ...findsOf(promises) },
  pageSize: 50,
} as const;

/** The ID of the credit or of the account: a record has one of them. */
export const eitherCode = sql<string>`coalesce(${credits.code}, ${accounts.code})`;
