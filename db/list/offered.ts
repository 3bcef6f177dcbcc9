import "server-only";
import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { itself } from "#db/list/finds";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";
import { statusTally } from "#db/schema/status-tally";
import { offerStatuses } from "#lib/domain/offer";
import { productStatuses } from "#lib/domain/product";

const words = ({ code, name }: Record<"code" | "name", PgColumn>) =>
  sql`folded(chr(31) || ${code} || chr(31) || ${name} || chr(31))`;

/** What the list of products has besides its columns. */
export const catalogued = {
  record: "product",
  from: products,
  id: products.id,
  code: products.code,
  status: products.status,
  statuses: productStatuses,
  search: words(products),
  finds: { product: itself(products) },
  pageSize: 50,
} as const;

/** What the list of offers has besides its columns. */
export const offered = {
  record: "offer",
  from: offers,
  id: offers.id,
  code: offers.code,
  joins: sql`left join ${products} on ${products.id} = ${offers.productId}`,
  status: offers.status,
  statuses: offerStatuses,
  search: words(offers),
  finds: { offer: itself(offers) },
  pageSize: 50,
} as const;

export const offersSql = sql<number>`(select count(*)::int from ${offers} where ${offers.productId} = ${products.id})`;

/** How many credits of an offer are active, as the tally of statuses knows it. */
export const activeCreditsSql = sql<number>`(select coalesce(sum(${statusTally.records}), 0)::int from ${statusTally}
  where ${statusTally.entity} = 'credit' and ${statusTally.status} = 'active' and ${statusTally.offerId} = ${offers.id})`;

/** A draft has no tag. */
export const tagSql = sql<string>`case when ${offers.status} = 'draft' then null when ${activeCreditsSql} > 0 then 'in_use' else 'idle' end`;
