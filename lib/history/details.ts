import { isCardDeed } from "#lib/card-desk/deed";
import { wordChanges } from "#lib/catalogue/words";
import { countsIn } from "#lib/day-close";
import type { Role } from "#lib/domain/actor";
import { type Details, valuesFrom } from "#lib/history";
import { causeClause } from "#lib/messages/cause";
import { violationRuleWords } from "#lib/messages/profile";
import { personFieldLabel } from "#lib/person-field";
import { type SettingName, settingFields, settingNames } from "#lib/settings/field";
import { settingLabel, wordSetting } from "#lib/settings/words";
import { wordEntry } from "#lib/timeline";
import { scopeLabel } from "#lib/token/words";
import type { Way } from "#lib/way";

/** What the list of the history says of an entry beside its columns. */
export type HistoryEntry = {
  email: string;
  role: Role | null;
  isSystem: boolean;
  action: string;
  module: string;
  details: Details;
  isSealed: boolean;
};

/** The details of an entry in one line; what has no words is shown as it is stored. */
export function wordDetails({ isSealed, ...entry }: HistoryEntry, way: Way): string {
  const { details } = entry;
  // Of the system's deeds the timeline says the cause with who did it, which here has its own column.
  const { detail, notes, comment = "" } = wordEntry({ ...entry, id: "", at: "", record: null }, "", way);
  const others = wordingOf(entry)(details, way);
  const sealed = isSealed ? way.t("history.sealed") : "";
  return [detail, ...others, ...notes, comment, sealed].filter((part) => part !== "").join(" · ");
}

/** How the details of a deed are worded, by what was done. */
function wordingOf(entry: Pick<HistoryEntry, "module" | "action" | "isSystem">): (details: Details, way: Way) => string[] {
  if (entry.action.startsWith("day.")) return closeOf;
  // Its words say all of it.
  if (isCardDeed(entry.action)) return () => [];
  if (entry.isSystem) return causeOf;
  return isOfCatalogue(entry) ? wordChanges : othersOf;
}

const isOfCatalogue = ({ action }: Pick<HistoryEntry, "action">) => /^(product|offer)\.(added|edited)$/.test(action);

function causeOf({ rule, from: _from, to: _to, ...values }: Details, { language, t, format }: Way): string[] {
  if (typeof rule !== "string") return [];
  return [t("history.because", { cause: causeClause(rule, valuesFrom(values), language, format) })];
}

/** Of a close of day the day, and what it changed. */
function closeOf({ day, ...counts }: Details, way: Way): string[] {
  const changed = Object.entries(counts).filter((entry): entry is [string, number] => typeof entry[1] === "number");
  return [way.t("history.day", { value: way.format.plainDay(String(day)) }), ...countsIn(Object.fromEntries(changed), way)];
}

type Value = Details[string];
type Word = (value: Value, way: Way) => string;

/** Said by the timeline's words, or by nobody: a file's checksum is for machines. */
const unsaid = new Set(["from", "to", "event", "reason", "approval", "asked", "comment", "sha256", "amount", "instalments"]);

function othersOf(details: Details, way: Way): string[] {
  return Object.entries(details)
    .filter(([name, value]) => !unsaid.has(name) && value !== null && value !== "" && value !== false)
    .map(([name, value]) => (Object.hasOwn(worded, name) ? (worded[name]?.(value, way) ?? "") : plain(name, value, way)));
}

const counted =
  (name: "good" | "repeated" | "known" | "bad" | "added" | "unmatched"): Word =>
  (value, { t, format }) =>
    `${t(`import.${name}`)}: ${format.count(Number(value))}`;

const worded: Readonly<Record<string, Word>> = {
  filter: (value, { t }) => t("history.filter", { value: String(value) }),
  permission: (value, { t }) => t("history.permission", { value: String(value) }),
  version: (value, { t }) => t("history.version", { value: String(value) }),
  rows: (value, { t }) => t("history.rows", { rows: Number(value) }),
  good: counted("good"),
  repeated: counted("repeated"),
  known: counted("known"),
  bad: counted("bad"),
  added: counted("added"),
  unmatched: counted("unmatched"),
  dated_on: (value, { t, format }) => `${t("record.dated_on")}: ${format.plainDay(String(value))}`,
  due_on: (value, { t, format }) => `${t("record.due_on")}: ${format.plainDay(String(value))}`,
  credit: (value, { t }) => `${t("statuses.entity_credit")} ${String(value)}`,
  account: (value, { t }) => `${t("statuses.entity_account")} ${String(value)}`,
  pre_payment: (value, { t }) => `${t("statuses.entity_pre_payment")} ${String(value)}`,
  token: (value) => String(value),
  token_name: (value) => String(value),
  scopes: (value, { language }) =>
    [value]
      .flat()
      .map((scope) => scopeLabel(String(scope), language))
      .join(", "),
  calls: (value, { t, format }) => t("token.calls_of", { calls: format.count(Number(value)) }),
  expires_on: (value, { t, format }) => t("token.expires_on", { day: format.plainDay(String(value)) }),
  line: (value, { t }) => `${t("import.line")} ${String(value)}`,
  dismissal: (value, { t }) => t(`import.dismissed_${value}` as never),
  fraud: (_, { t }) => t("profile.fraud"),
  rule: (value, { language }) => violationRuleWords[language][value as keyof (typeof violationRuleWords)["en"]] ?? String(value),
  consent: (value, { t }) => t(value === "data" ? "person.data_accepted" : "person.commercial_accepted"),
  fields: (value, { t }) =>
    [value]
      .flat()
      .map((field) => personFieldLabel(String(field), t))
      .join(", "),
};

/** Of a setting the two values are what was and what is, as they are typed. */
function plain(name: string, value: Value, way: Way): string {
  const setting = settingNames.find((each) => each === name);
  if (setting === undefined || !Array.isArray(value)) return `${name}: ${String(value)}`;
  const [before, after] = value.map((typed) => wordSetting(setting, valuesIn(setting, typed), way));
  return way.t("history.changed", { what: settingLabel(setting, way), before: before ?? "", after: after ?? "" });
}

function valuesIn(setting: SettingName, typed: string): string[] {
  if (typed === "") return [];
  const { kind } = settingFields[setting];
  return kind === "choices" || kind === "order" ? typed.split(", ") : [typed];
}
