import { addDays, type Day, startOfMonth } from "#lib/domain/day";

export const periods = ["today", "last_7_days", "this_month", "last_month", "last_90_days"] as const;
export type Period = (typeof periods)[number];

/** The first and last day of a period, both included, seen from today. */
export function daysOf(period: Period, today: Day): { from: Day; to: Day } {
  const thisMonth = startOfMonth(today);
  switch (period) {
    case "today":
      return { from: today, to: today };
    case "last_7_days":
      return { from: addDays(today, -6), to: today };
    case "this_month":
      return { from: thisMonth, to: today };
    case "last_month":
      return { from: startOfMonth(addDays(thisMonth, -1)), to: addDays(thisMonth, -1) };
    case "last_90_days":
      return { from: addDays(today, -89), to: today };
  }
}
