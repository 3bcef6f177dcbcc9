import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { of } from "#db/list/finds";
import { recordsOf } from "#db/list/records";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { payments } from "#db/schema/payment";
import { prePayments } from "#db/schema/pre-payment";
import { promises } from "#db/schema/promise";

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
  ...recordsOf("pre_payment", prePayments),
  joins: owedBy(prePayments),
  finds: findsOf(prePayments),
};

/** What the list of payments has besides its columns. */
export const paid = {
  ...recordsOf("payment", payments),
  joins: owedBy(payments),
  finds: findsOf(payments),
};

/** What the list of promises has besides its columns. */
export const promised = {
  ...recordsOf("promise", promises),
  joins: owedBy(promises),
  finds: findsOf(promises),
};

/** The ID of the credit or of the account: a record has one of them. */
export const eitherCode = sql<string>`coalesce(${credits.code}, ${accounts.code})`;
