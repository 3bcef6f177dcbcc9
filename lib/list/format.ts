import { writeAmount } from "#lib/domain/money";
import type { ColumnKind } from "#lib/list/view";
import { type Language, locales } from "#lib/messages/catalogue";

export type Format = {
  day: (instant: Date) => string;
  moment: (instant: Date) => string;
  plainDay: (day: string) => string;
  count: (number: number) => string;
  currency: string;
  /** Minor units, with decimals only where there are cents. */
  money: (minor: bigint) => string;
  /** The same without the currency, for a table beside which that stands once. */
  amount: (minor: bigint) => string;
};

/** How a language writes days, moments, numbers and money, in a time zone; made once, for making one is what costs. */
export function formatOf(language: Language, { timeZone, currency }: { timeZone: string; currency: string }): Format {
  const key = `${language} ${timeZone} ${currency}`;
  const known = formats.get(key) ?? makeFormat(locales[language], timeZone, currency);
  formats.set(key, known);
  return known;
}

/** A cell as it is shown; a word of a closed list stays the word, for its label to be looked up. */
export function cellText(kind: ColumnKind, value: string | number | object | null, format: Format): string {
  if (value === null) return "";
  if (kind === "money") return format.amount(BigInt(String(value)));
  if (kind === "day") return format.plainDay(String(value));
  if (value instanceof Date) return kind === "moment" ? format.moment(value) : format.day(value);
  return kind === "count" || kind === "bucket" ? format.count(Number(value)) : String(value);
}

const formats = new Map<string, Format>();

/** Of every currency's minor unit. */
const decimals = 2;

function makeFormat(locale: string, timeZone: string, currency: string): Format {
  const inZone = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23", timeZone });
  const plain = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const numbers = new Intl.NumberFormat(locale);
  const money = minorFormat(locale, { style: "currency", currency, currencyDisplay: "code" });
  return {
    day: (instant) => inZone.format(instant),
    moment: (instant) => moments.format(instant),
    plainDay: (day) => plain.format(new Date(`${day}T00:00:00Z`)),
    count: (number) => numbers.format(number),
    currency,
    money,
    amount: minorFormat(locale, {}),
  };
}

function minorFormat(locale: string, style: Intl.NumberFormatOptions): (minor: bigint) => string {
  const whole = new Intl.NumberFormat(locale, { ...style, minimumFractionDigits: 0, maximumFractionDigits: 0 });
  const cents = new Intl.NumberFormat(locale, { ...style, minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  // As text, which is formatted to the last digit.
  return (minor) => (minor % 100n === 0n ? whole : cents).format(writeAmount(minor, decimals) as `${number}`);
}
