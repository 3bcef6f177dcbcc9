import { percent } from "#lib/amount/percent";
import { wordAmountFault } from "#lib/amount/typed";
import { parseAmount } from "#lib/domain/money";
import { labelsOf } from "#lib/list/labels";
import { type Language, locales, type Translate } from "#lib/messages/catalogue";
import { type SettingField, type SettingName, settingFields } from "#lib/settings/field";
import type { Fault } from "#lib/settings/read";
import type { Way } from "#lib/way";

export const settingLabel = (name: SettingName, { t }: Pick<Way, "t">) => t(`settings.${name}`);

/** One of the options of a setting in words; what is none of them is itself. */
export function optionLabel(name: SettingName, option: string, { language, t }: Pick<Way, "language" | "t">): string {
  const declared: SettingField = settingFields[name];
  if (!("options" in declared) || !declared.options.includes(option)) return option;
  switch (name) {
    case "country":
      return regionsIn[language].of(option) ?? option;
    case "currency":
      return `${option}, ${currenciesIn[language].of(option) ?? option}`;
    case "language":
      return t(`settings.language_${option as "es" | "en"}`);
    case "requirements":
      return t(`requirement.${option as "phone"}`);
    case "allocation":
      return t(`settings.component_${option as "fee"}`);
    case "four_eyes":
      return eventLabel(option, { language, t });
    default:
      return option;
  }
}

/** An event in words, with whose it is. */
export const eventLabel = (event: string, { language, t }: Pick<Way, "language" | "t">): string =>
  eventsIn(language, t)[event] ?? event;

/** A setting, as it is typed, in words. */
export function wordSetting(name: SettingName, typed: readonly string[], way: Way): string {
  const { kind }: SettingField = settingFields[name];
  const { t, format, language } = way;
  const [text] = typed;
  if (kind === "yes") return t(text === undefined ? "settings.no" : "settings.yes");
  if (kind === "choices" && text === undefined) return t("settings.nothing");
  if (text === undefined) return t("settings.no_limit");
  if (kind === "money") return format.money(parseAmount(text, 2) ?? 0n);
  if (kind === "number") return format.count(Number(text));
  if (kind === "rate") return percent(text, language);
  if (kind === "days") return rangesOf(text);
  return typed.map((option) => optionLabel(name, option, way)).join(", ");
}

/** What is wrong with a setting, and what would be right. */
export function faultSentence({ name, word, amount }: Fault, { t, format }: Way): string {
  if (amount !== undefined) return `${settingLabel(name, { t })}: ${withinSentence(wordAmountFault(amount, 2, t))}`;
  const declared: SettingField = settingFields[name];
  const bound = (number: number) => format.count(number);
  const bounds = (["least", "most", "latest"] as const).flatMap((each) => {
    const number = (declared as Partial<Record<typeof each, number>>)[each];
    return number === undefined ? [] : [[each, bound(number)]];
  });
  return t(`settings.${word}`, { field: settingLabel(name, { t }), ...Object.fromEntries(bounds) } as never);
}

const withinSentence = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** `1, 31, 61` as 1–30, 31–60, 61+. */
function rangesOf(text: string): string {
  const starts = text.split(",").map(Number);
  return starts.map((first, at) => (at + 1 < starts.length ? `${first}–${(starts[at + 1] ?? 0) - 1}` : `${first}+`)).join(", ");
}

const eventsIn = (language: Language, t: Translate): Readonly<Record<string, string>> =>
  labelsOf({ columns: [{ key: "event", kind: "event", isSortable: false }] }, language, t)["event"] ?? {};

const namesOf = (language: Language, type: "region" | "currency") => new Intl.DisplayNames(locales[language], { type });
const regionsIn = { en: namesOf("en", "region"), es: namesOf("es", "region") };
const currenciesIn = { en: namesOf("en", "currency"), es: namesOf("es", "currency") };
