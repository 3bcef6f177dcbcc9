import { addDays, addMonths, type Day, dayOfMonth, startOfMonth } from "#lib/domain/day";
import type { Unit } from "#lib/domain/terms";

/** The days of the month on which an account's cycles close and its statements fall due; the last of a month that is shorter. */
export type CycleDays = { closingDay: number; dueDay: number };

/** The first closing after a day. */
export function closingAfter(day: Day, { closingDay }: Pick<CycleDays, "closingDay">): Day {
  return firstAfter(day, closingDay);
}

/** The closing days of the accounts whose cycles close on a day: more than one at the end of a shorter month. */
export function closingDaysOn(day: Day): number[] {
  const before = addDays(day, -1);
  return Array.from({ length: 31 }, (_, at) => at + 1).filter((closingDay) => closingAfter(before, { closingDay }) === day);
}

/** When the statement of a cycle that closed on a day falls due. */
export function dueAfter(closedOn: Day, { dueDay }: Pick<CycleDays, "dueDay">): Day {
  return firstAfter(closedOn, dueDay);
}

/** When a purchase that is booked on a day falls due for the first time: with the statement of its cycle, which may close that day. */
export function purchaseDueOn(bookedOn: Day, days: CycleDays): Day {
  return dueAfter(closingAfter(addDays(bookedOn, -1), days), days);
}

/** The same of what was bought on an account that has such days, if any; null, as its offer says, unless it is repaid by the month. */
export function billedOn(bookedOn: Day, { unit }: { unit: Unit }, days: CycleDays | null): Day | null {
  return days === null || unit !== "month" ? null : purchaseDueOn(bookedOn, days);
}

function firstAfter(day: Day, date: number): Day {
  const inMonth = dateIn(startOfMonth(day), date);
  return inMonth > day ? inMonth : dateIn(addMonths(startOfMonth(day), 1, "clamp"), date);
}

function dateIn(firstOfMonth: Day, date: number): Day {
  const last = addDays(addMonths(firstOfMonth, 1, "clamp"), -1);
  return addDays(firstOfMonth, Math.min(date, dayOfMonth(last)) - 1);
}
