import { addDays, addMonths, businessDay, type Day } from "#lib/domain/day";
import type { Terms } from "#lib/domain/terms";

/** The day on which an instalment falls due; the day of the month of the first is kept for all. */
export function dueOn(terms: Terms, number: number): Day {
  const { disbursedOn, firstDueOn } = terms;
  const day =
    hasBrokenStart(terms) && firstDueOn !== null ? later(terms, firstDueOn, number - 1) : later(terms, disbursedOn, number);
  return terms.businessDays ? businessDay(day) : day;
}

/** The first period is shorter or longer than the others. */
export function hasBrokenStart(terms: Terms): boolean {
  return terms.firstDueOn !== null && terms.firstDueOn !== later(terms, terms.disbursedOn, 1);
}

function later({ unit, every, monthEnd }: Terms, day: Day, periods: number): Day {
  if (unit === "month") return addMonths(day, periods * every, monthEnd);
  return addDays(day, periods * every * (unit === "week" ? 7 : 1));
}
