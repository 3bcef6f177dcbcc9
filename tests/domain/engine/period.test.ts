import { describe, expect, test } from "vitest";
import { buildSchedule } from "#lib/domain/schedule";
import { day, lines, rate, terms } from "#tests/domain/engine/credit";

describe("the interest of a period", () => {
  const first = (given: Parameters<typeof terms>[0]) => buildSchedule(terms({ instalments: 3, ...given }))[0]?.interest;

  test("a broken first one counts by its days, as the day count has it; the others are whole", () => {
    const broken = { firstDueOn: day("2024-01-16") };
    expect(first(broken)).toBe(5_00n);
    expect(first({ ...broken, dayCount: "actual/365" })).toBe(4_93n);
    expect(first({ firstDueOn: day("2024-03-31") })).toBe(29_67n);
    const rows = lines({ ...broken, method: "equal_principal", instalments: 2 });
    expect(rows).toEqual(["2024-01-16 15 500.00 5.00 505.00 500.00", "2024-02-16 31 500.00 5.00 505.00 0.00"]);
  });

  test("a year has 52 weeks and 365 days", () => {
    expect(first({ unit: "week" })).toBe(2_31n);
    expect(first({ unit: "week", every: 2 })).toBe(4_62n);
    expect(first({ unit: "day", every: 10 })).toBe(3_29n);
  });

  test("by days it is that of the month's length", () => {
    const daily = { dayCount: "actual/365", interest: "daily" } as const;
    expect(first(daily)).toBe(10_19n);
    expect(first({ ...daily, disbursedOn: day("2024-02-01") })).toBe(9_53n);
    expect(first({ ...daily, dayCount: "30/360", disbursedOn: day("2024-01-31") })).toBe(9_67n);
  });

  test("is rounded as the terms say", () => {
    const given = { principal: 50n, annualRate: rate("12") };
    expect(first({ ...given, rounding: "half_even" })).toBe(0n);
    expect(first({ ...given, rounding: "half_up" })).toBe(1n);
    expect(first({ ...given, principal: 51n, rounding: "up" })).toBe(1n);
    expect(first({ ...given, principal: 199n, rounding: "down" })).toBe(1n);
  });
});
