import "server-only";
import { randomUUID } from "node:crypto";
import { answerWith } from "#app/answer";
import type { Search } from "#app/list";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { previewRules } from "#db/read/rule-preview";
import {
  faultInForce,
  findLastSaved,
  findSettings,
  type InForce,
  listOperators,
  listRuleVersions,
  type RuleVersion,
} from "#db/read/settings";
import { can } from "#lib/domain/actor";
import { settingFields } from "#lib/settings/field";
import { type Fault, readSettings } from "#lib/settings/read";
import type { ShownPreview, ShownSettings } from "#lib/settings/shown";
import { type Change, changesOf, type Settings, type Typed, typedFrom, typedIn } from "#lib/settings/typed";
import { faultSentence, settingLabel, wordSetting } from "#lib/settings/words";
import type { Way } from "#lib/way";

/** The settings for whoever may change them; of those typed into the address, what they would change or what is wrong. */
export async function openSettings(search: Search) {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  if (!can(actor, "rules:edit")) {
    answerWith(403);
    return { isAllowed: false, t: way.t, language: way.language, role: actor.role, needs: "rules:edit" } as const;
  }
  const [now, versions, operators] = await Promise.all([findSettings(), listRuleVersions(), listOperators()]);
  const asked = searchParamsOf(search);
  const typed = asked.has("state") ? typedIn(asked) : undefined;
  const read = typed && (await readTyped(typed, now));
  const faults = read?.faults ?? [];
  const notice = await noticeOf(asked, now, way);
  if (notice?.kind === "overtaken") answerWith(409);
  else if (faults.length > 0 || notice?.kind === "refused") answerWith(400);
  const shown: ShownSettings = {
    ...way,
    typed: typed ?? typedFrom(now.settings),
    state: now.state,
    currency: now.settings.project.currency,
    hasCredits: now.hasCredits,
    notice,
    faults: faults.map((fault) => ({ name: fault.name, sentence: faultSentence(fault, way) })),
    preview: read?.settings && (await previewOf(now, read.settings, way)),
    versions: versions.map((version) => ({ ...version, changes: changesIn(version, now, way) })),
    operators,
  };
  return { isAllowed: true, shown } as const;
}

async function readTyped(typed: Typed, now: InForce): Promise<{ settings?: Settings; faults: readonly Fault[] }> {
  const read = readSettings(typed);
  if (!read.ok) return { faults: read.faults };
  const fault = await faultInForce(now, read.settings);
  return fault === undefined ? { settings: read.settings, faults: [] } : { faults: [fault] };
}

async function noticeOf(asked: URLSearchParams, now: InForce, { t, format }: Way): Promise<ShownSettings["notice"]> {
  const [state, saved] = [asked.get("state"), asked.get("saved")];
  if (state !== null && state !== now.state) {
    const last = await findLastSaved();
    const at = last === undefined ? "" : format.moment(new Date(last.at));
    return { kind: "overtaken", sentence: t("settings.overtaken", { email: last?.email ?? "", at }) };
  }
  if (asked.get("refused") === "key_reused") return { kind: "refused", sentence: t("settings.key_reused") };
  if (saved === "project") return { kind: "saved", sentence: t("settings.saved") };
  if (saved === null || Number(saved) !== now.version) return undefined;
  return { kind: "saved", sentence: t("settings.saved_version", { version: format.count(now.version) }) };
}

async function previewOf(now: InForce, settings: Settings, way: Way): Promise<ShownPreview> {
  const [before, after] = [typedFrom(now.settings), typedFrom(settings)];
  const changes = changesOf(before, after);
  const isOfRules = changes.some(({ name }) => settingFields[name].group !== "project");
  const sent = Object.entries(after).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
  return {
    changes: changes.map((change) => ({ name: change.name, ...wordChange(change, way) })),
    effects: isOfRules ? await effectsOf(settings, way) : undefined,
    sent: [...sent, ["state", now.state], ["key", randomUUID()]],
  };
}

async function effectsOf({ rules }: Settings, { t }: Way): Promise<string[]> {
  const counted = Object.entries(await previewRules(rules));
  return counted.map(([event, count]) => t(`settings.would_${event.replace(".", "_")}` as never, { count } as never));
}

const wordChange = ({ name, before, after }: Change, way: Way) => ({
  before: wordSetting(name, before, way),
  after: wordSetting(name, after, way),
});

function changesIn({ rules, before }: RuleVersion, { settings: { project } }: InForce, way: Way): string[] {
  return changesOf(typedFrom({ project, rules: before }), typedFrom({ project, rules })).map((change) =>
    way.t("history.changed", { what: settingLabel(change.name, way), ...wordChange(change, way) }),
  );
}

function searchParamsOf(search: Search): URLSearchParams {
  const pairs = Object.entries(search).flatMap(([key, value]) => [value ?? []].flat().map((each) => [key, each]));
  return new URLSearchParams(pairs as [string, string][]);
}
