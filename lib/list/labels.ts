import { approvalStates } from "#lib/domain/approval";
import { idTypes } from "#lib/domain/customer";
import { eventsOf } from "#lib/domain/machine";
import { type Entity, entities, machines } from "#lib/domain/machines";
import { sections } from "#lib/domain/section";
import { bucketDays } from "#lib/list/bucket";
import type { ColumnKind, ListView } from "#lib/list/view";
import { actWords } from "#lib/messages/act";
import { type Language, statusWords, type Translate } from "#lib/messages/catalogue";
import { deedLabel, deedWords } from "#lib/messages/deed";
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
  "close-day",
  "import",
  "sign-in",
] as const;

/** The labels of the words that the list's columns of closed lists hold, by the column's kind. */
export function labelsOf({ columns, record }: Labelled, language: Language, t: Translate): Labels {
  return Object.fromEntries(
    columns.flatMap(({ kind, options = [] }) => {
      const pairs = made[kind]?.(language, t, options, record);
      return pairs === undefined ? [] : [[kind, Object.fromEntries(pairs)]];
    }),
  );
}

type Labelled = Pick<ListView, "columns"> & Partial<Pick<ListView, "record">>;
type Pairs = [word: string, label: string][];
type Make = (language: Language, t: Translate, options: readonly string[], record: ListView["record"] | undefined) => Pairs;

const made: Partial<Record<ColumnKind, Make>> = {
  status: (language, _t, _options, record) =>
    Object.entries(statusWords[language][record as Entity]).map(([status, { label }]) => [status, label]),
  payment_type: (_, t, options) => options.map((type) => [type, t(`record.type_${type}` as never)]),
  channel: (_, t, options) => options.map((channel) => [channel, t(`record.channel_${channel}` as never)]),
  card_kind: (_, t, options) => options.map((kind) => [kind, t(`record.type_${kind}` as never)]),
  use_tag: (_, t, options) => options.map((tag) => [tag, t(`record.tag_${tag}` as never)]),
  yes_no: (_, t, options) => options.map((option) => [option, t(`list.is_${option}` as never)]),
  bucket: (_, t, options) => options.map((option) => [option, bucketLabel(option, options, t)]),
  id_type: (_, t) => idTypes.map((type) => [type, t(`id_type.${type}`)]),
  user: (_, t) => [["system", t("history.system")]],
  action: (language, t) => Object.keys(deedWords[language]).map((action) => [action, actionLabel(action, language, t)]),
  module: (_, t) => modules.map((module) => [module, t(`history.module_${module.replaceAll("-", "_")}` as never)]),
  event: (language, t) => [...entities.flatMap((entity) => eventsIn(entity, language, t)), ...actsIn(language, t)],
  reason: (language) => Object.entries(reasonWords[language]),
  decision: (_, t) => approvalStates.map((state) => [state, t(`approvals.state_${state}`)]),
};

function bucketLabel(option: string, options: readonly string[], t: Translate): string {
  const { from, to } = bucketDays(option, options);
  if (from === 0) return t("list.bucket_current");
  return to === undefined
    ? t("list.bucket_last", { from: String(from) })
    : t("list.bucket", { from: String(from), to: String(to) });
}

/** An action of the history in words; those of several kinds of record have the same one, so each says whose it is. */
export function actionLabel(action: string, language: Language, t: Translate): string {
  const deed = deedLabel(action, language);
  const entity = entities.find((each) => action.startsWith(`${each}.`));
  return entity === undefined ? deed : t("approvals.event", { entity: t(`statuses.entity_${entity}`), event: deed });
}

function actsIn(language: Language, t: Translate): Pairs {
  return (Object.entries(actWords[language]) as [string, string][]).map(([act, event]) => {
    const [entity = ""] = act.split(".");
    return [act, t("approvals.event", { entity: t(`statuses.entity_${entity}` as never), event })];
  });
}

function eventsIn(entity: Entity, language: Language, t: Translate): Pairs {
  const words: Readonly<Record<string, { label: string }>> = machineWords[language][entity].events;
  return eventsOf(machines[entity] as never).map((event: string) => [
    `${entity}.${event}`,
    t("approvals.event", { entity: t(`statuses.entity_${entity}`), event: words[event]?.label ?? event }),
  ]);
}
