import "server-only";
import { sql } from "drizzle-orm";
import { db } from "#db/client";
import { expired } from "#db/close-day/requests";
import { eventOf, looseEnds } from "#db/facts/loose-end";
import { type Standing, situationAt, standingColumns, standingSql } from "#db/facts/standing";
import { findProject } from "#db/read/project";
import type { Day } from "#lib/domain/day";
import { customerMovesOf } from "#lib/domain/reassessment";
import type { Rules } from "#lib/domain/rules";

/** How many moves of an event rules would make at once, by `customer.disable`. */
export type Counted = Readonly<Record<string, number>>;

/** What rules would move, were they in force: everybody in whose case the same is to be asked is asked for once. */
export async function previewRules(rules: Rules): Promise<Counted> {
  const measure = { rules, businessDate: (await findProject()).businessDate as Day };
  const [people, accounts, requests] = await Promise.all([listStandings(rules), listAccounts(), countExpired(measure)]);
  const moves = people.flatMap(({ records, ...standing }) =>
    customerMovesOf(situationAt(measure, standing)).map(({ event }) => ({ name: `customer.${event}`, records })),
  );
  const others = accounts.flatMap(({ facts, records }) => {
    const event = eventOf("account", facts, measure);
    return event === undefined ? [] : [{ name: `account.${event}`, records }];
  });
  const counted: Record<string, number> = {};
  const rejected = requests > 0 ? [{ name: "pre_loan.reject", records: requests }] : [];
  for (const { name, records } of [...moves, ...others, ...rejected]) counted[name] = (counted[name] ?? 0) + records;
  return counted;
}

/** With the days counted by the grace of the rules, as the close of day then counts them. */
async function listStandings({ delinquencyGraceDays: grace }: Rules): Promise<(Standing & { records: number })[]> {
  const standings = standingSql(undefined, sql`greatest(0, k.days_past_due - ${grace}::int - k.paused_days)`);
  const groups = sql`select ${standingColumns}, count(*)::float8 as records from (${standings}) as standings group by ${standingColumns}`;
  return (await db.execute<Standing & { records: number }>(groups)).rows;
}

async function listAccounts(): Promise<{ facts: object; records: number }[]> {
  const groups = sql`select facts, count(*)::float8 as records from (${looseEnds.account.rows}) as accounts group by facts`;
  return (await db.execute<{ facts: object; records: number }>(groups)).rows;
}

async function countExpired({ rules, businessDate }: { rules: Rules; businessDate: Day }): Promise<number> {
  const counting = sql`select count(*)::int as records from pre_loans cross join projects where ${expired(businessDate, rules)}`;
  return (await db.execute<{ records: number }>(counting)).rows[0]?.records ?? 0;
}
