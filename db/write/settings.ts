import "server-only";
import { sql } from "drizzle-orm";
import { type Tx, transaction } from "#db/client";
import { storedRules } from "#db/read/rules";
import { faultInForce, findSettings, type InForce } from "#db/read/settings";
import { Refused } from "#db/refused";
import { projects } from "#db/schema/project";
import { ruleSets } from "#db/schema/rule-set";
import { type Deed, record } from "#db/write/history";
import { answer, answered } from "#db/write/request";
import type { Actor } from "#lib/domain/actor";
import type { Details } from "#lib/history";
import { settingFields } from "#lib/settings/field";
import type { Fault } from "#lib/settings/read";
import { type Change, changesOf, type Settings, typedFrom } from "#lib/settings/typed";

/** What came of saving: the version of the rules that it made, if any of them changed; or why nothing was saved. */
export type Saved =
  | { ok: true; version: number | null }
  | { ok: false; kind: "overtaken" | "key_reused" }
  | { ok: false; kind: "fault"; fault: Fault };

/** Saves settings that were made from those in force, which `state` names: rules as a new version, and what changed. */
export async function saveSettings(actor: Actor, settings: Settings, state: string, key: string): Promise<Saved> {
  try {
    return await transaction((tx) => run(tx, actor, settings, state, key));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, kind: "key_reused" };
    throw error;
  }
}

async function run(tx: Tx, actor: Actor, settings: Settings, state: string, key: string): Promise<Saved> {
  // One after the other: the second sees what the first saved.
  await tx.execute(sql`select from projects for update`);
  const request = { key, body: { typed: typedFrom(settings), state } };
  const before = await answered(tx, actor, request);
  if (before === "reused") return { ok: false, kind: "key_reused" };
  if (before !== undefined) return before.answer as Saved;
  const now = await findSettings(tx);
  if (now.state !== state) return { ok: false, kind: "overtaken" };
  const fault = await faultInForce(now, settings, tx);
  if (fault !== undefined) return { ok: false, kind: "fault", fault };
  return save(tx, actor, now, settings, request);
}

async function save(
  tx: Tx,
  actor: Actor,
  now: InForce,
  settings: Settings,
  request: Parameters<typeof answer>[2],
): Promise<Saved> {
  const changes = changesOf(typedFrom(now.settings), typedFrom(settings));
  const ofProject = changes.filter(({ name }) => settingFields[name].group === "project");
  const ofRules = changes.filter((change) => !ofProject.includes(change));
  if (ofProject.length > 0) await tx.update(projects).set(settings.project);
  const version = ofRules.length > 0 ? await addVersion(tx, actor, settings) : null;
  const saved: Saved = { ok: true, version };
  await answer(tx, actor, request, saved);
  const deeds: Deed[] = [];
  if (ofProject.length > 0) deeds.push({ action: "project.changed", module: "settings", details: detailsOf(ofProject) });
  if (version !== null) deeds.push({ action: "rules.changed", module: "settings", details: { version, ...detailsOf(ofRules) } });
  if (deeds.length > 0) await record(tx, actor, ...deeds);
  return saved;
}

async function addVersion(tx: Tx, { subject, email }: Actor, { rules }: Settings): Promise<number> {
  const [made] = await tx
    .insert(ruleSets)
    .values({ rules: storedRules(rules), subject, email })
    .returning({ version: ruleSets.version });
  if (made === undefined) throw new Error("no version was made");
  return made.version;
}

/** Of each setting what it was and what it is, as it is typed. */
const detailsOf = (changes: readonly Change[]): Details =>
  Object.fromEntries(changes.map(({ name, before, after }) => [name, [before.join(", "), after.join(", ")]]));
