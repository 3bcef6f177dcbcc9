import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { billedOn, closingAfter, closingDaysOn, dueAfter, purchaseDueOn } from "#lib/domain/cycle";
import { addDays, type Day, daysBetween } from "#lib/domain/day";

const day = (text: string) => text as Day;

describe("a cycle", () => {
  test.each([
    ["2026-01-14", 15, "2026-01-15"],
    ["2026-01-15", 15, "2026-02-15"],
    ["2026-01-31", 31, "2026-02-28"],
    ["2026-02-28", 31, "2026-03-31"],
    ["2028-02-01", 30, "2028-02-29"],
    ["2026-12-31", 1, "2027-01-01"],
  ])("after %s closes on day %i next on %s", (from, closingDay, closed) => {
    expect(closingAfter(day(from), { closingDay })).toBe(closed);
  });

  test("closed on the 20th it falls due on the 5th of the next month, closed on the 2nd on the 5th of the same", () => {
    expect(dueAfter(day("2026-03-20"), { dueDay: 5 })).toBe("2026-04-05");
    expect(dueAfter(day("2026-03-02"), { dueDay: 5 })).toBe("2026-03-05");
  });

  test.each([
    ["2026-02-27", [27]],
    ["2026-02-28", [28, 29, 30, 31]],
    ["2028-02-28", [28]],
    ["2026-04-30", [30, 31]],
    ["2026-05-31", [31]],
  ])("on %s closes for the closing days %j", (on, days) => {
    expect(closingDaysOn(day(on))).toEqual(days);
  });

  test("bills a purchase of its closing day, and one of the day after only with the next", () => {
    const days = { closingDay: 20, dueDay: 5 };
    expect(purchaseDueOn(day("2026-03-20"), days)).toBe("2026-04-05");
    expect(purchaseDueOn(day("2026-03-21"), days)).toBe("2026-05-05");
  });

  test("bills what is repaid by the month and was bought on an account, and nothing else", () => {
    const days = { closingDay: 20, dueDay: 5 };
    expect(billedOn(day("2026-03-20"), { unit: "month" }, days)).toBe("2026-04-05");
    expect(billedOn(day("2026-03-20"), { unit: "week" }, days)).toBeNull();
    expect(billedOn(day("2026-03-20"), { unit: "month" }, null)).toBeNull();
  });

  test("closes every month once, 28 to 31 days after the last time", () => {
    const closingDay = fc.integer({ min: 1, max: 31 });
    const start = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(day("2020-01-01"), days));
    fc.assert(
      fc.property(start, closingDay, (from, on) => {
        const first = closingAfter(from, { closingDay: on });
        const next = closingAfter(first, { closingDay: on });
        expect(first > from).toBe(true);
        expect(daysBetween(from, first)).toBeLessThanOrEqual(31);
        expect(daysBetween(first, next)).toBeGreaterThanOrEqual(28);
        expect(daysBetween(first, next)).toBeLessThanOrEqual(31);
      }),
    );
  });
});
