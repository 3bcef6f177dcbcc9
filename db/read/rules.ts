import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import type { Sight } from "#db/facts/sight";
import { only, question } from "#db/question";
import type { Day } from "#lib/domain/day";
import { defaultRules, type Rules } from "#lib/domain/rules";

/** The business rules in force, and the business date. */
export const findSight = async (db: Db | Tx): Promise<Sight> => sightFrom(db, only(await askSight(db, {})));

/** The one row of `sightSql`, of which a question may ask for more. */
export type SightRow = { rules: Record<string, unknown> | null; businessDate: Day };

export const sightSql = sql`select (select rules from rule_sets order by version desc limit 1) as rules,
  business_date::text as "businessDate" from projects`;

export function sightFrom(db: Db | Tx, { rules, businessDate }: SightRow): Sight {
  return { db, rules: rules === null ? defaultRules : rulesFrom(rules), businessDate };
}

const askSight = question<SightRow>("rules_in_force", sightSql);

/** The business rules in force, and their version; before the first change the defaults, version 0. */
export async function findRules(db: Db | Tx): Promise<{ version: number; rules: Rules }> {
  const [last] = await askRules(db, {});
  return last === undefined ? { version: 0, rules: defaultRules } : { version: last.version, rules: rulesFrom(last.rules) };
}

const askRules = question<{ version: number; rules: Record<string, unknown> }>(
  "last_rules",
  sql`select version, rules from rule_sets order by version desc limit 1`,
);

/** Rules as they are stored: money as text. */
export function storedRules({ confirmLimitMinor, overpaymentLimitMinor, ...rules }: Rules): Record<string, unknown> {
  return {
    ...rules,
    confirmLimitMinor: confirmLimitMinor?.toString() ?? null,
    overpaymentLimitMinor: `${overpaymentLimitMinor}`,
  };
}

/** A rule that was made after a version was stored has its default there. */
export function rulesFrom(stored: Record<string, unknown>): Rules {
  const rules = { ...defaultRules, ...stored } as Rules;
  const { confirmLimitMinor: limit, overpaymentLimitMinor: over } = rules;
  return { ...rules, confirmLimitMinor: limit === null ? null : BigInt(limit), overpaymentLimitMinor: BigInt(over) };
}
