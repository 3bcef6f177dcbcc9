import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { byCustomer, of } from "#db/list/finds";
import { recordsOf } from "#db/list/records";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { preLoans } from "#db/schema/pre-loan";
import { products } from "#db/schema/product";

const lent = ({ customerId, offerId }: { customerId: PgColumn; offerId: PgColumn }): SQL =>
  sql`left join ${customers} on ${customers.id} = ${customerId}
    left join ${offers} on ${offers.id} = ${offerId} left join ${products} on ${products.id} = ${offers.productId}`;

/** What the list of requests has besides its columns. */
export const requested = {
  ...recordsOf("pre_loan", preLoans),
  joins: lent(preLoans),
  ...byCustomer(preLoans.customerId),
  finds: { customer: of(preLoans.customerId, customers) },
};

/** What the list of credits has besides its columns. */
export const credited = {
  ...recordsOf("credit", credits),
  joins: lent(credits),
  ...byCustomer(credits.customerId),
  finds: { customer: of(credits.customerId, customers) },
};
