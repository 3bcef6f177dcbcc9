/** A calendar day, `2026-11-22`, without a time or a zone. */
export type Day = string & { readonly kind: "day" };

/** The day that a text names, or undefined where the calendar has none (31 February). */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "1900-01-01") return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || textOf(date) !== text ? undefined : (text as Day);
}

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return textOf(date);
}

export const startOfMonth = (day: Day) => `${day.slice(0, 7)}-01` as Day;

/** The day it is at an instant in a time zone (IANA name). */
export function dayAt(instant: Date, timeZone: string): Day {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(instant) as Day;
}

const textOf = (date: Date) => date.toISOString().slice(0, 10) as Day;
