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

/** Where the month has no such day: clamp to its last day, or roll to the first of the next month. */
export const monthEnds = ["clamp", "roll"] as const;
export type MonthEnd = (typeof monthEnds)[number];

/** The same day of the month so many months later. */
export function addMonths(day: Day, months: number, monthEnd: MonthEnd): Day {
  const date = dayOfMonth(day);
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const last = daysInMonth(Math.floor(count / 12), (count % 12) + 1);
  if (date <= last) return dayIn(count, date);
  return monthEnd === "clamp" ? dayIn(count, last) : dayIn(count + 1, 1);
}

export const earlierOf = (one: Day, other: Day) => (one < other ? one : other);
export const laterOf = (one: Day, other: Day) => (one < other ? other : one);

/** How many days later the second day is. */
export const daysBetween = (from: Day, to: Day) => dayNumber(to) - dayNumber(from);

export const yearOf = (day: Day) => twoDigitsAt(day, 0) * 100 + twoDigitsAt(day, 2);
/** From 1 to 12. */
export const monthOf = (day: Day) => twoDigitsAt(day, 5);
export const dayOfMonth = (day: Day) => twoDigitsAt(day, 8);

export const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The day itself, or the Monday after where it is a Saturday or a Sunday. */
export function businessDay(day: Day): Day {
  const afterMonday = (dayNumber(day) + 1) % 7;
  return afterMonday < 5 ? day : addDays(day, 7 - afterMonday);
}

export const startOfMonth = (day: Day) => `${day.slice(0, 7)}-01` as Day;

/** The day it is at an instant in a time zone (IANA name). */
export function dayAt(instant: Date, timeZone: string): Day {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(instant) as Day;
}

const textOf = (date: Date) => date.toISOString().slice(0, 10) as Day;

/** Days since some day before all records: with March as its first month a year ends in the leap day. */
function dayNumber(day: Day): number {
  const months = yearOf(day) * 12 + monthOf(day) - 3;
  const year = Math.floor(months / 12);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor(((months % 12) * 153 + 2) / 5) + dayOfMonth(day);
}

const twoDigitsAt = (day: Day, at: number) => day.charCodeAt(at) * 10 + day.charCodeAt(at + 1) - 11 * zero;
const zero = "0".charCodeAt(0);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A day of the month that is so many months after January of the year 0. */
const dayIn = (months: number, date: number) =>
  `${Math.floor(months / 12)}-${twoDigits((months % 12) + 1)}-${twoDigits(date)}` as Day;
const twoDigits = (number: number) => (number < 10 ? `0${number}` : `${number}`);
