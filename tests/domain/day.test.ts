import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, dayAt, parseDay, startOfMonth } from "#lib/domain/day";

const day = (text: string) => text as Day;

describe("a text that names a day", () => {
  test.each(["2026-11-22", "2024-02-29", "2000-02-29", "1900-01-01", "2026-12-31", "9999-12-31"])("%s", (text) => {
    expect(parseDay(text)).toBe(text);
  });
});

describe("a text that names none", () => {
  test.each([
    ["31 February", "2026-02-31"],
    ["29 February of a common year", "2026-02-29"],
    ["29 February of 1900, which was none", "1900-02-29"],
    ["31 April", "2026-04-31"],
    ["month 13", "2026-13-01"],
    ["month 0", "2026-00-10"],
    ["day 0", "2026-01-00"],
    ["before all records", "1899-12-31"],
    ["year 0", "0000-01-01"],
    ["a year of five digits", "12026-01-01"],
    ["day first", "22-11-2026"],
    ["one digit", "2026-1-2"],
    ["with a time", "2026-11-22T00:00:00Z"],
    ["with a blank", " 2026-11-22"],
    ["with a line break", "2026-11-22\n"],
    ["with NUL", "2026-11-22\0"],
    ["other digits", "２０２６-11-22"],
    ["nothing", ""],
  ])("%s", (_, text) => expect(parseDay(text)).toBeUndefined());
});

const days = fc.integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 });
const dayNumber = (number: number) => day(new Date(number * 86_400_000).toISOString().slice(0, 10));

test("days are added over months, years and leap days", () => {
  expect(addDays(day("2024-02-28"), 1)).toBe("2024-02-29");
  expect(addDays(day("2026-02-28"), 1)).toBe("2026-03-01");
  expect(addDays(day("2026-12-31"), 1)).toBe("2027-01-01");
  expect(addDays(day("2026-01-01"), -1)).toBe("2025-12-31");
  fc.assert(
    fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (number, step) => {
      expect(addDays(dayNumber(number), step)).toBe(dayNumber(number + step));
    }),
  );
});

test("every day of the calendar is read as itself, and its month begins on the first", () => {
  fc.assert(
    fc.property(days, (number) => {
      const some = dayNumber(number);
      expect(parseDay(some)).toBe(some);
      expect(startOfMonth(some)).toBe(`${some.slice(0, 8)}01`);
    }),
  );
});

describe("the day it is", () => {
  test.each([
    ["America/Bogota", "2026-11-22T04:59:59.999Z", "2026-11-21"],
    ["America/Bogota", "2026-11-22T05:00:00Z", "2026-11-22"],
    ["UTC", "2026-11-22T23:59:59Z", "2026-11-22"],
    ["Asia/Kolkata", "2026-11-22T18:30:00Z", "2026-11-23"],
    ["Pacific/Kiritimati", "2026-12-31T10:00:00Z", "2027-01-01"],
    ["America/Santiago", "2026-09-06T03:59:59Z", "2026-09-05"],
    ["America/Santiago", "2026-09-06T04:00:00Z", "2026-09-06"],
  ])("in %s at %s", (zone, instant, on) => expect(dayAt(new Date(instant), zone)).toBe(on));

  test("is written as days are", () => {
    fc.assert(
      fc.property(days, fc.constantFrom("America/Bogota", "Pacific/Kiritimati", "Pacific/Pago_Pago"), (number, zone) => {
        expect(parseDay(dayAt(new Date(number * 86_400_000 + 86_400_000), zone))).toBeDefined();
      }),
    );
  });
});
