import { approvalStates } from "#lib/domain/approval";
import { idTypes } from "#lib/domain/customer";
import { eventsOf } from "#lib/domain/machine";
import { type Entity, entities, machines } from "#lib/domain/machines";
import { sections } from "#lib/domain/section";
import type { ColumnKind, ListView } from "#lib/list/view";
import { type Language, statusWords, type Translate } from "#lib/messages/catalogue";
import { deedWords } from "#lib/messages/deed";
import { machineWords } from "#lib/messages/machines";
import { reasonWords } from "#lib/messages/reason";

export type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The modules that the history tells of. */
export const modules = [
  "pre-customers",
  ...Object.values(sections),
  "approvals",
  "history",
  "settings",
  "import",
  "sign-in",
] as const;

/** The labels of the words that the list's columns of closed lists hold, by the column's kind. */
export function labelsOf({ columns }: Pick<ListView, "columns">, language: Language, t: Translate): Labels {
  const kinds = new Set(columns.map(({ kind }) => kind));
  const known = Object.entries(made).filter(([kind]) => kinds.has(kind as ColumnKind));
  return Object.fromEntries(known.map(([kind, make]) => [kind, Object.fromEntries(make(language, t))]));
}

type Pairs = [word: string, label: string][];

const made: Partial<Record<ColumnKind, (language: Language, t: Translate) => Pairs>> = {
  status: (language) => Object.entries(statusWords[language].customer).map(([status, { label }]) => [status, label]),
  id_type: (_, t) => idTypes.map((type) => [type, t(`id_type.${type}`)]),
  user: (_, t) => [["system", t("history.system")]],
  action: (language, t) => Object.entries(deedWords[language]).map(([action, deed]) => [action, withEntity(action, deed, t)]),
  module: (_, t) => modules.map((module) => [module, t(`history.module_${module.replaceAll("-", "_")}` as never)]),
  event: (language, t) => entities.flatMap((entity) => eventsIn(entity, language, t)),
  reason: (language) => Object.entries(reasonWords[language]),
  decision: (_, t) => approvalStates.map((state) => [state, t(`approvals.state_${state}`)]),
};

/** Deeds of several kinds of record have the same word: each says whose it is. */
function withEntity(action: string, deed: string, t: Translate): string {
  const entity = entities.find((each) => action.startsWith(`${each}.`));
  return entity === undefined ? deed : t("approvals.event", { entity: t(`statuses.entity_${entity}`), event: deed });
}

function eventsIn(entity: Entity, language: Language, t: Translate): Pairs {
  const words: Readonly<Record<string, { label: string }>> = machineWords[language][entity].events;
  return eventsOf(machines[entity] as never).map((event: string) => [
    `${entity}.${event}`,
    t("approvals.event", { entity: t(`statuses.entity_${entity}`), event: words[event]?.label ?? event }),
  ]);
}
