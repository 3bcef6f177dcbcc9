import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, startOfMonth } from "#lib/domain/day";
import { daysOf, type Period, periods } from "#lib/list/period";

const seen: [Period, string, string, string][] = [
  ["today", "2026-11-22", "2026-11-22", "2026-11-22"],
  ["last_7_days", "2026-11-22", "2026-11-16", "2026-11-22"],
  ["last_7_days", "2026-03-03", "2026-02-25", "2026-03-03"],
  ["this_month", "2026-11-22", "2026-11-01", "2026-11-22"],
  ["this_month", "2026-11-01", "2026-11-01", "2026-11-01"],
  ["this_month", "2024-02-29", "2024-02-01", "2024-02-29"],
  ["last_month", "2026-11-22", "2026-10-01", "2026-10-31"],
  ["last_month", "2026-03-31", "2026-02-01", "2026-02-28"],
  ["last_month", "2024-03-01", "2024-02-01", "2024-02-29"],
  ["last_month", "2026-01-31", "2025-12-01", "2025-12-31"],
  ["last_90_days", "2026-11-22", "2026-08-25", "2026-11-22"],
  ["last_90_days", "2024-03-30", "2024-01-01", "2024-03-30"],
];

test.each(seen)("%s on %s: from %s to %s", (period, today, from, to) => {
  expect(daysOf(period, today as Day)).toEqual({ from, to });
});

describe("on any day", () => {
  const today = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays("1900-03-01" as Day, days));
  const lengths: Partial<Record<Period, number>> = { today: 1, last_7_days: 7, last_90_days: 90 };

  test.each(periods)("%s begins before it ends, and ends by today", (period) => {
    fc.assert(
      fc.property(today, (day) => {
        const { from, to } = daysOf(period, day);
        expect(from <= to && to <= day).toBe(true);
        const length = lengths[period];
        if (length !== undefined) expect(addDays(from, length - 1)).toBe(to);
      }),
    );
  });

  test("last month ends where this month begins, and holds one first day", () => {
    fc.assert(
      fc.property(today, (day) => {
        const last = daysOf("last_month", day);
        expect(addDays(last.to, 1)).toBe(daysOf("this_month", day).from);
        expect(startOfMonth(last.to)).toBe(last.from);
      }),
    );
  });
});
