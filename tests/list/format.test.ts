import { describe, expect, test } from "vitest";
import { cellText, formatOf } from "#lib/list/format";

/** Blanks of a format are of many kinds; to its reader they are one. */
const plain = (text: string) => text.replace(/\s/g, " ");
const bogota = {
  en: formatOf("en", { timeZone: "America/Bogota", currency: "COP" }),
  es: formatOf("es", { timeZone: "America/Bogota", currency: "COP" }),
};
const night = new Date("2026-11-22T04:05:00Z");

describe("in English", () => {
  test("a day", () => expect(plain(bogota.en.day(night))).toBe("Nov 21, 2026"));
  test("a moment, of 24 hours", () => expect(plain(bogota.en.moment(night))).toBe("Nov 21, 2026, 23:05"));
  test("midnight is 0", () => expect(plain(bogota.en.moment(new Date("2026-11-22T05:00:00Z")))).toBe("Nov 22, 2026, 00:00"));
  test("a day without a zone", () => expect(plain(bogota.en.plainDay("2026-11-22"))).toBe("Nov 22, 2026"));
  test.each([
    [0, "0"],
    [1234, "1,234"],
    [1_234_567, "1,234,567"],
  ])("%d", (number, text) => expect(bogota.en.count(number)).toBe(text));
});

describe("in Spanish", () => {
  test("a day", () => expect(plain(bogota.es.day(night))).toBe("21/11/2026"));
  test("a moment, of 24 hours", () => expect(plain(bogota.es.moment(night))).toBe("21/11/2026, 23:05"));
  test("a day without a zone", () => expect(plain(bogota.es.plainDay("2026-11-22"))).toBe("22/11/2026"));
  test.each([
    [0, "0"],
    [1234, "1.234"],
    [1_234_567, "1.234.567"],
  ])("%d", (number, text) => expect(bogota.es.count(number)).toBe(text));
});

test.each([
  ["en", 123_456_700n, "COP 1,234,567"],
  ["es", 123_456_700n, "COP 1.234.567"],
  ["es", 123_456_750n, "COP 1.234.567,50"],
  ["es", -5n, "-COP 0,05"],
  ["en", 900_719_925_474_099_301n, "COP 9,007,199,254,740,993.01"],
] as const)("money in %s: %d minor units", (language, minor, text) => {
  expect(plain(bogota[language].money(minor))).toBe(text);
  expect(bogota[language].amount(minor)).toBe(text.replace("COP ", ""));
});

test("each zone has its own day", () => {
  expect(formatOf("en", { timeZone: "Asia/Tokyo", currency: "COP" }).day(night)).toBe("Nov 22, 2026");
  expect(formatOf("en", { timeZone: "America/Bogota", currency: "COP" }).day(night)).toBe("Nov 21, 2026");
});

test("a language in a zone is made once", () => {
  expect(formatOf("es", { timeZone: "Asia/Tokyo", currency: "COP" })).toBe(
    formatOf("es", { timeZone: "Asia/Tokyo", currency: "COP" }),
  );
});

describe("a cell", () => {
  const format = bogota.es;
  test("without a value is empty", () => expect(cellText("email", null, format)).toBe(""));
  test("of an instant is its day", () => expect(cellText("instant", night, format)).toBe(format.day(night)));
  test("of a count is grouped", () => expect(cellText("count", 1234, format)).toBe("1.234"));
  test("of digits that are no count is not", () => expect(cellText("national_id", "1234", format)).toBe("1234"));
  test("of a closed list stays its word", () => expect(cellText("status", "enabled", format)).toBe("enabled"));
});
