import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, businessDay, type Day, daysBetween, parseDay } from "#lib/domain/day";
import { ticksPerYear } from "#lib/domain/rate";
import { buildSchedule } from "#lib/domain/schedule";
import { ticksBetween } from "#lib/domain/schedule/day-count";
import type { Terms } from "#lib/domain/terms";
import { day, terms } from "#tests/domain/engine/credit";

const dueDays = (given: Partial<Terms>) => buildSchedule(terms(given)).map(({ dueOn }) => dueOn);

describe("due days", () => {
  test("keep the day of the disbursement where the month has it", () => {
    expect(dueDays({ disbursedOn: day("2023-12-31"), instalments: 4 })).toEqual([
      "2024-01-31",
      "2024-02-29",
      "2024-03-31",
      "2024-04-30",
    ]);
    expect(dueDays({ disbursedOn: day("2024-02-29"), every: 12, instalments: 4 })).toEqual([
      "2025-02-28",
      "2026-02-28",
      "2027-02-28",
      "2028-02-29",
    ]);
  });

  test("roll to the first of the next month if asked to", () => {
    expect(dueDays({ disbursedOn: day("2023-01-30"), instalments: 3, monthEnd: "roll" })).toEqual([
      "2023-03-01",
      "2023-03-30",
      "2023-04-30",
    ]);
    expect(dueDays({ disbursedOn: day("2023-08-31"), instalments: 4, monthEnd: "roll" })).toEqual([
      "2023-10-01",
      "2023-10-31",
      "2023-12-01",
      "2023-12-31",
    ]);
  });

  test("follow the first one where it is given, even at a month's end", () => {
    expect(dueDays({ firstDueOn: day("2024-01-31"), instalments: 3 })).toEqual(["2024-01-31", "2024-02-29", "2024-03-31"]);
    expect(dueDays({ disbursedOn: day("2024-01-31"), firstDueOn: day("2024-03-15"), instalments: 2 })).toEqual([
      "2024-03-15",
      "2024-04-15",
    ]);
  });

  test("are the same whether the first one is left out or is what it would have been", () => {
    const given = { disbursedOn: day("2024-01-31"), annualRate: 0n } as const;
    expect(dueDays({ ...given, firstDueOn: day("2024-02-29") })).toEqual(dueDays(given));
  });

  test("come every so many days or weeks", () => {
    expect(dueDays({ unit: "week", every: 2, instalments: 3 })).toEqual(["2024-01-15", "2024-01-29", "2024-02-12"]);
    expect(dueDays({ unit: "day", every: 45, instalments: 2 })).toEqual(["2024-02-15", "2024-03-31"]);
  });

  test("wait for Monday if only business days count, and the day is kept", () => {
    expect(dueDays({ businessDays: true, instalments: 6 })).toEqual([
      "2024-02-01",
      "2024-03-01",
      "2024-04-01",
      "2024-05-01",
      "2024-06-03",
      "2024-07-01",
    ]);
    expect(["2024-06-01", "2024-06-02", "2024-06-03", "2024-05-31"].map((text) => businessDay(day(text)))).toEqual([
      "2024-06-03",
      "2024-06-03",
      "2024-06-03",
      "2024-05-31",
    ]);
  });
});

describe("the part of a year", () => {
  const years = (count: keyof typeof ticksBetween, from: string, to: string) =>
    ticksBetween[count](day(from), day(to)) / ticksPerYear;

  test.each([
    ["2024-01-31", "2024-02-29", 29],
    ["2024-01-31", "2024-03-31", 60],
    ["2024-02-28", "2024-03-31", 32],
    ["2024-01-30", "2024-01-31", 0],
    ["2023-12-15", "2024-12-15", 360],
  ])("30E/360 from %s to %s is %i days", (from, to, days) => expect(years("30/360", from, to)).toBeCloseTo(days / 360, 12));

  test("actual/365 is days over 365, in a leap year too", () => {
    expect(years("actual/365", "2024-01-01", "2025-01-01")).toBeCloseTo(366 / 365, 12);
  });

  test("actual/actual gives each year its own length, and 31 December is the last of its year", () => {
    expect(years("actual/actual", "2023-12-12", "2024-01-12")).toBeCloseTo(19 / 365 + 12 / 366, 12);
    expect(years("actual/actual", "2023-12-31", "2024-12-31")).toBeCloseTo(1, 12);
    expect(years("actual/actual", "2022-12-31", "2026-12-31")).toBeCloseTo(4, 12);
    expect(years("actual/actual", "2024-12-31", "2025-01-31")).toBeCloseTo(31 / 365, 12);
  });

  test("two parts make the whole, but for the 31st of thirty-day months", () => {
    fc.assert(
      fc.property(someDay, someDay, someDay, fc.constantFrom("actual/365", "actual/actual"), (one, two, three, count) => {
        const [from, between, to] = [one, two, three].toSorted() as [Day, Day, Day];
        expect(ticksBetween[count](from, between) + ticksBetween[count](between, to)).toBe(ticksBetween[count](from, to));
      }),
    );
  });
});

const someDay = fc.integer({ min: 0, max: 80_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10) as Day);

test("days between two days, and months later, agree with the calendar", () => {
  fc.assert(
    fc.property(someDay, someDay, fc.integer({ min: 0, max: 600 }), (from, to, months) => {
      expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
      const [clamped, rolled] = [addMonths(from, months, "clamp"), addMonths(from, months, "roll")];
      expect([parseDay(clamped), parseDay(rolled)]).toEqual([clamped, rolled]);
      expect(rolled === clamped || daysBetween(clamped, rolled) === 1).toBe(true);
      expect(clamped.slice(8) <= from.slice(8)).toBe(true);
    }),
  );
});
