import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { customers } from "#db/schema/customer";

type Record = PgTable & { id: PgColumn; code: PgColumn };

/** The records whose column points to the record of an ID. */
export const of =
  (column: PgColumn, owner: Record) =>
  (code: string): SQL =>
    sql`${column} = (select ${owner.id} from ${owner} where ${owner.code} = ${code})`;

/** What finds the records of customers by what is known of these, in one index. */
export const byCustomer = (column: PgColumn) => ({
  search: customers.search,
  within: (found: SQL): SQL => sql`${column} in (select ${customers.id} from ${customers} where ${found})`,
});
