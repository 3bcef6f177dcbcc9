import "server-only";
import { sql } from "drizzle-orm";
import { offers } from "#db/schema/offer";
import { statusTally } from "#db/schema/status-tally";

/** How many credits of an offer are active, as the tally of statuses knows it. */
export const activeCreditsSql = sql<number>`(select coalesce(sum(${statusTally.records}), 0)::int from ${statusTally}
  where ${statusTally.entity} = 'credit' and ${statusTally.status} = 'active' and ${statusTally.offerId} = ${offers.id})`;

/** A draft has no tag. */
export const tagSql = sql<string>`case when ${offers.status} = 'draft' then null when ${activeCreditsSql} > 0 then 'in_use' else 'idle' end`;
