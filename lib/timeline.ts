import { isCardDeed, wordCardDetails } from "#lib/card-desk/deed";
import { wordChanges } from "#lib/catalogue/words";
import type { Role } from "#lib/domain/actor";
import { idTypes } from "#lib/domain/customer";
import { entities } from "#lib/domain/machines";
import { sections } from "#lib/domain/section";
import { type Details, valuesFrom } from "#lib/history";
import { actWords } from "#lib/messages/act";
import { statusWords, type Translate } from "#lib/messages/catalogue";
import { causeClause } from "#lib/messages/cause";
import { deedLabel } from "#lib/messages/deed";
import { machineWords } from "#lib/messages/machines";
import { violationRuleWords } from "#lib/messages/profile";
import { reasonWords } from "#lib/messages/reason";
import { personFieldLabel } from "#lib/person-field";
import type { Way } from "#lib/way";

/** What is personal of an entry: open to whoever may see it, else hidden; erased once the customer is. */
export type Sealed = { state: "open"; words: Readonly<Record<string, unknown>> } | { state: "hidden" | "erased" };

/** One thing that was done to a record or about a customer. */
export type TimelineEntry = {
  id: string;
  at: string;
  email: string;
  role: Role | null;
  isSystem: boolean;
  action: string;
  module: string;
  record: string | null;
  details: Details;
  sealed?: Sealed;
};

/** An entry in words; of another record than the page's own it names that one. */
export type TimelineLine = {
  id: string;
  at: Date;
  record: string | undefined;
  deed: string;
  detail: string;
  who: string;
  notes: string[];
  changes: string[];
  comment: string | undefined;
};

/** Says an entry of the history; whatever in it has no words is shown as its name. */
export function wordEntry(entry: TimelineEntry, page: string, way: Way): TimelineLine {
  const { id, at, action, record, details, sealed } = entry;
  const comment = sealed?.state === "open" ? sealed.words["comment"] : details["comment"];
  return {
    id,
    at: new Date(at),
    record: record === null || record === page ? undefined : record,
    deed: deedLabel(action, way.language),
    detail: detailOf(entry, way),
    who: whoOf(entry, way),
    notes: notesOf(entry, way),
    changes: changesOf(entry, way),
    comment: typeof comment === "string" ? comment : undefined,
  };
}

/** What it was about, and how much of it. */
const detailOf = (entry: TimelineEntry, way: Way): string =>
  [aboutOf(entry, way), ...figuresOf(entry, way)].filter((part) => part !== "").join(" · ");

/** The amount and the instalments that an operator decided; those of a rule are its cause's, of a card deed its own words'. */
function figuresOf({ action, isSystem, details }: TimelineEntry, { t, format }: Way): string[] {
  if (isSystem || isCardDeed(action)) return [];
  const { amount, instalments } = valuesFrom({ amount: details["amount"], instalments: details["instalments"] });
  return [
    ...(typeof amount === "bigint" ? [format.money(amount)] : []),
    ...(typeof instalments === "number" ? [t("agreed.instalments", { instalments })] : []),
  ];
}

/** From which status to which, or what it was about. */
function aboutOf({ action, module, details, sealed }: TimelineEntry, { language, t, format }: Way): string {
  const { from, to, event, fields } = details;
  const [area] = partsOf(action);
  if (typeof from === "string" && typeof to === "string") {
    const states = own(statusWords[language], area);
    return t("timeline.move", { from: labelIn(states, from), to: labelIn(states, to) });
  }
  if (area === "violation") return violationOf(details, { language, t });
  if (area === "consent") return own(consentLabels, String(details["consent"]))?.(t) ?? "";
  if (isCardDeed(action)) return [...wordCardDetails(details, { t, format }), ...referenceIn(sealed, t)].join(" · ");
  if (Array.isArray(fields)) return fields.map((field) => personFieldLabel(field, t)).join(", ");
  if (typeof event !== "string") return "";
  const act = own<string>(actWords[language], event);
  if (act !== undefined) return act;
  const [entity, name] = event.includes(".") ? partsOf(event) : [entityIn(module), event];
  return labelIn(own(machineWords[language], entity)?.events, name);
}

function referenceIn(sealed: Sealed | undefined, t: Translate): string[] {
  const reference = sealed?.state === "open" ? sealed.words["reference"] : undefined;
  return typeof reference === "string" ? [t("card_detail.reference", { value: reference })] : [];
}

function violationOf({ rule, fraud }: Details, { language, t }: Pick<Way, "language" | "t">): string {
  if (typeof rule !== "string") return "";
  const label = own<string>(violationRuleWords[language], rule) ?? rule;
  return fraud === true ? t("timeline.fraud", { rule: label }) : label;
}

/** By whom, or because of which rule. */
export function whoOf({ isSystem, email, role, details }: TimelineEntry, { language, t, format }: Way): string {
  if (!isSystem) return role === null ? email : `${email} (${t(`role.${role}`)})`;
  const { rule, from: _from, to: _to, ...values } = details;
  if (typeof rule !== "string") return t("timeline.system");
  return t("timeline.system_because", { cause: causeClause(rule, valuesFrom(values), language, format) });
}

/** The reason that was given, who approved it, and that what was said is not to be seen. */
export function notesOf({ details, sealed }: TimelineEntry, { language, t }: Way): string[] {
  const { reason, approval, asked } = details;
  return [
    ...(typeof reason === "string" ? [t("timeline.reason", { reason: own(reasonWords[language], reason) ?? reason })] : []),
    ...(typeof approval !== "string" ? [] : [approvalNote(approval, asked, t)]),
    ...(sealed === undefined || sealed.state === "open" ? [] : [t(`timeline.${sealed.state}`)]),
  ];
}

/** What was and what is, of an edit, to who may see it. */
function changesOf({ action, details, sealed }: TimelineEntry, way: Way): string[] {
  const { t } = way;
  if (action.endsWith(".edited") && sealed === undefined) return wordChanges(details, way);
  if (sealed?.state !== "open") return [];
  const { before, after } = sealed.words;
  if (!isWords(before) || !isWords(after)) return [];
  const said = (field: string, value: unknown) => valueSaid(field, value, t);
  return Object.keys(after).map((field) =>
    t("timeline.changed", {
      field: personFieldLabel(field, t),
      before: said(field, before[field]),
      after: said(field, after[field]),
    }),
  );
}

function valueSaid(field: string, value: unknown, t: Translate): string {
  if (typeof value === "boolean") return t(value ? "timeline.yes" : "timeline.no");
  if (typeof value !== "string" || value === "") return t("timeline.nothing");
  const idType = field === "id_type" ? idTypes.find((each) => each === value) : undefined;
  return idType === undefined ? value : t(`id_type.${idType}`);
}

const isWords = (words: unknown): words is Readonly<Record<string, unknown>> => typeof words === "object" && words !== null;

const consentLabels: Readonly<Record<string, (t: Translate) => string>> = {
  data: (t) => t("person.data_accepted"),
  commercial: (t) => t("person.commercial_accepted"),
};

const approvalNote = (approval: string, asked: unknown, t: Translate) =>
  typeof asked === "string" ? t("timeline.approval_asked", { approval, asked }) : t("timeline.approval", { approval });

const partsOf = (name: string): [string, string] => {
  const at = name.indexOf(".");
  return [name.slice(0, at), name.slice(at + 1)];
};

const entityIn = (module: string) => entities.find((entity) => sections[entity] === module) ?? module;

/** A word's own value, never one that every object has; undefined where there is none. */
function own<Value>(words: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

const labelIn = (words: Readonly<Record<string, { label: string }>> = {}, name: string) => own(words, name)?.label ?? name;
