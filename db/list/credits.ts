import "server-only";
import { not, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { isRefinanced } from "#db/schema/credit";
import { bucketDays } from "#lib/list/bucket";

/** The credits whose days past due are in one of the buckets chosen. */
export const inBuckets =
  (column: PgColumn, buckets: readonly string[]) =>
  (options: readonly string[]): SQL =>
    or(
      ...options.map((option) => {
        const { from, to } = bucketDays(option, buckets);
        return to === undefined
          ? sql`${column} >= ${`${from}`}::int`
          : sql`${column} between ${`${from}`}::int and ${`${to}`}::int`;
      }),
    ) ?? sql`false`;

/** The credits that are one of a refinanced pair, or that are not, or both. */
export const refinancedOr = (options: readonly string[]): SQL =>
  options.length > 1 ? sql`true` : options[0] === "yes" ? isRefinanced : not(isRefinanced);
