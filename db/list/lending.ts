import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { byCustomer, itself, of } from "#db/list/finds";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { preLoans } from "#db/schema/pre-loan";
import { products } from "#db/schema/product";
import { creditStatuses } from "#lib/domain/credit";
import { preLoanStatuses } from "#lib/domain/pre-loan";

const lent = ({ customerId, offerId }: { customerId: PgColumn; offerId: PgColumn }): SQL =>
  sql`left join ${customers} on ${customers.id} = ${customerId}
    left join ${offers} on ${offers.id} = ${offerId} left join ${products} on ${products.id} = ${offers.productId}`;

/** What the list of requests has besides its columns. */
export const requested = {
  record: "pre_loan",
  from: preLoans,
  id: preLoans.id,
  code: preLoans.code,
  joins: lent(preLoans),
  status: preLoans.status,
  statuses: preLoanStatuses,
  ...byCustomer(preLoans.customerId),
  finds: { pre_loan: itself(preLoans), customer: of(preLoans.customerId, customers) },
  pageSize: 50,
} as const;

/** What the list of credits has besides its columns. */
export const credited = {
  record: "credit",
  from: credits,
  id: credits.id,
  code: credits.code,
  joins: lent(credits),
  status: credits.status,
  statuses: creditStatuses,
  ...byCustomer(credits.customerId),
  finds: { credit: itself(credits), customer: of(credits.customerId, customers) },
  pageSize: 50,
} as const;
