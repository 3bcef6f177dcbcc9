import "server-only";
import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { recordsOf } from "#db/list/records";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";
import { statusTally } from "#db/schema/status-tally";

const words = ({ code, name }: Record<"code" | "name", PgColumn>) =>
  sql`folded(chr(31) || ${code} || chr(31) || ${name} || chr(31))`;

/** What the list of products has besides its columns. */
export const catalogued = {
  ...recordsOf("product", products),
  search: words(products),
};

/** What the list of offers has besides its columns. */
export const offered = {
  ...recordsOf("offer", offers),
  joins: sql`left join ${products} on ${products.id} = ${offers.productId}`,
  search: words(offers),
};

export const offersSql = sql<number>`(select count(*)::int from ${offers} where ${offers.productId} = ${products.id})`;

/** How many credits of an offer are active, as the tally of statuses knows it. */
export const activeCreditsSql = sql<number>`(select coalesce(sum(${statusTally.records}), 0)::int from ${statusTally}
  where ${statusTally.entity} = 'credit' and ${statusTally.status} = 'active' and ${statusTally.offerId} = ${offers.id})`;

/** A draft has no tag. */
export const tagSql = sql<string>`case when ${offers.status} = 'draft' then null when ${activeCreditsSql} > 0 then 'in_use' else 'idle' end`;
