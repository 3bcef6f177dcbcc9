import "server-only";
import { desc } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { ruleSets } from "#db/schema/rule-set";
import { defaultRules, type Rules } from "#lib/domain/rules";

/** The business rules in force, and their version; before the first change the defaults, version 0. */
export async function findRules(db: Db | Tx): Promise<{ version: number; rules: Rules }> {
  const [last] = await db.select().from(ruleSets).orderBy(desc(ruleSets.version)).limit(1);
  return last === undefined ? { version: 0, rules: defaultRules } : { version: last.version, rules: rulesFrom(last.rules) };
}

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
