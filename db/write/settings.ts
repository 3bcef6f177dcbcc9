import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { storedRules } from "#db/read/rules";
import { faultInForce, findSettings, type InForce } from "#db/read/settings";
import { Refused } from "#db/refused";
import { projects } from "#db/schema/project";
import { ruleSets } from "#db/schema/rule-set";
import type { Deed } from "#db/write/history";
import { writeOnce } from "#db/write/once";
import type { Actor } from "#lib/domain/actor";
import type { Details } from "#lib/history";
import { settingFields } from "#lib/settings/field";
import type { Fault } from "#lib/settings/read";
import { type Change, changesOf, type Settings, typedFrom } from "#lib/settings/typed";

/** What came of saving: the version of the rules that it made, if any of them changed; or why nothing was saved. */
export type Saved = { ok: true; version: number | null } | { ok: false; kind: string; fault?: Fault };

/** Saves settings that were made from those in force, which `state` names: rules as a new version, and what changed. */
export async function saveSettings(actor: Actor, settings: Settings, state: string, key: string): Promise<Saved> {
  const attempt = { needs: "rules:edit", module: "settings" } as const;
  let fault: Fault | undefined;
  const outcome = await writeOnce(actor, attempt, { key, body: { typed: typedFrom(settings), state } }, async (tx) => {
    // One after the other: the second sees what the first saved.
    await tx.execute(sql`select from projects for update`);
    const now = await findSettings(tx);
    if (now.state !== state) throw new Refused([{ rule: "overtaken" }]);
    fault = await faultInForce(now, settings, tx);
    if (fault !== undefined) throw new Refused([{ rule: "fault" }]);
    return save(tx, actor, now, settings);
  });
  if (outcome.ok) return outcome;
  return { ok: false, kind: outcome.refusals[0].rule, ...(fault !== undefined && { fault }) };
}

async function save(tx: Tx, actor: Actor, now: InForce, settings: Settings) {
  const changes = changesOf(typedFrom(now.settings), typedFrom(settings));
  const ofProject = changes.filter(({ name }) => settingFields[name].group === "project");
  const ofRules = changes.filter((change) => !ofProject.includes(change));
  if (ofProject.length > 0) await tx.update(projects).set(settings.project);
  const version = ofRules.length > 0 ? await addVersion(tx, actor, settings) : null;
  const deeds: Deed[] = [];
  if (ofProject.length > 0) deeds.push({ action: "project.changed", module: "settings", details: detailsOf(ofProject) });
  if (version !== null) deeds.push({ action: "rules.changed", module: "settings", details: { version, ...detailsOf(ofRules) } });
  return { came: { version }, deeds };
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
