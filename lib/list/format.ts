import type { ColumnKind } from "#lib/list/view";
import { type Language, locales } from "#lib/messages/catalogue";

export type Format = {
  day: (instant: Date) => string;
  moment: (instant: Date) => string;
  plainDay: (day: string) => string;
  count: (number: number) => string;
};

/** How a language writes days, moments and numbers, in a time zone; made once, for making one is what costs. */
export function formatOf(language: Language, timeZone: string): Format {
  const key = `${language} ${timeZone}`;
  const known = formats.get(key) ?? makeFormat(locales[language], timeZone);
  formats.set(key, known);
  return known;
}

/** A cell as it is shown; a word of a closed list stays the word, for its label to be looked up. */
export function cellText(kind: ColumnKind, value: string | number | Date | null, format: Format): string {
  if (value === null) return "";
  if (value instanceof Date) return format.day(value);
  return kind === "count" ? format.count(Number(value)) : String(value);
}

const formats = new Map<string, Format>();

function makeFormat(locale: string, timeZone: string): Format {
  const inZone = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23", timeZone });
  const plain = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const numbers = new Intl.NumberFormat(locale);
  return {
    day: (instant) => inZone.format(instant),
    moment: (instant) => moments.format(instant),
    plainDay: (day) => plain.format(new Date(`${day}T00:00:00Z`)),
    count: (number) => numbers.format(number),
  };
}
