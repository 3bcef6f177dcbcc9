import "server-only";
import { createHash } from "node:crypto";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client";
import { findRules, rulesFrom } from "#db/read/rules";
import { history } from "#db/schema/history";
import { projects } from "#db/schema/project";
import { ruleSets } from "#db/schema/rule-set";
import { sessions } from "#db/schema/session";
import { defaultRules, type Rules } from "#lib/domain/rules";
import type { Fault } from "#lib/settings/read";
import type { Settings } from "#lib/settings/typed";

/** The settings in force; `state` names them, and is another one after every change. */
export type InForce = { settings: Settings; version: number; state: string; hasCredits: boolean };

export async function findSettings(within: Db | Tx = db): Promise<InForce> {
  const { version, rules } = await findRules(within);
  const { name, country, currency, timeZone, language } = projects;
  const hasCredits = sql<boolean>`exists (select from credits)`;
  const [found] = await within.select({ name, country, currency, timeZone, language, hasCredits }).from(projects);
  if (found === undefined) throw new Error("the database has no project: is it migrated?");
  const { hasCredits: has, ...project } = found;
  const state = createHash("sha256")
    .update(JSON.stringify([version, project]))
    .digest("hex")
    .slice(0, 24);
  return { settings: { project, rules }, version, state, hasCredits: has };
}

/** What of settings cannot be, as things are: another currency for credits, a time zone that the database does not know. */
export async function faultInForce(
  { settings, hasCredits }: InForce,
  { project }: Settings,
  within: Db | Tx = db,
): Promise<Fault | undefined> {
  if (hasCredits && project.currency !== settings.project.currency) return { name: "currency", word: "wrong_currency" };
  if (project.timeZone === settings.project.timeZone) return undefined;
  const known = await within.execute(sql`select from pg_timezone_names where name = ${project.timeZone}`);
  return known.rowCount === 0 ? { name: "time_zone", word: "wrong_time_zone" } : undefined;
}

/** Who saved settings last, and when. */
export async function findLastSaved(): Promise<{ email: string; at: string } | undefined> {
  const [last] = await db
    .select({ email: history.email, at: history.at })
    .from(history)
    .where(and(eq(history.module, "settings"), inArray(history.action, ["rules.changed", "project.changed"])))
    .orderBy(desc(history.at), desc(history.id))
    .limit(1);
  return last;
}

/** A version of the business rules, and those it took the place of. */
export type RuleVersion = { version: number; email: string; at: string; rules: Rules; before: Rules };

const most = 50;

/** The last versions of the business rules, newest first. */
export async function listRuleVersions(): Promise<RuleVersion[]> {
  const rows = await db
    .select()
    .from(ruleSets)
    .orderBy(desc(ruleSets.version))
    .limit(most + 1);
  return rows.slice(0, most).map(({ version, email, at, rules }, index) => {
    const earlier = rows[index + 1];
    return {
      version,
      email,
      at,
      rules: rulesFrom(rules),
      before: earlier === undefined ? defaultRules : rulesFrom(earlier.rules),
    };
  });
}

/** Who signed in lately, with the role that they had and when they were last seen. */
export async function listOperators() {
  const { subject, name, email, role, seenAt, revokedAt } = sessions;
  const rows = await db
    .selectDistinctOn([subject], {
      subject,
      name,
      email,
      role,
      seenAt,
      isHere: sql<boolean>`${revokedAt} is null and ${seenAt} > now() - interval '30 minutes'`,
    })
    .from(sessions)
    .orderBy(subject, desc(seenAt));
  return rows.toSorted((one, other) => (one.seenAt < other.seenAt ? 1 : -1));
}
