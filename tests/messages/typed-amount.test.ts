import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountFaults, typedAmount, wordAmountFault } from "#lib/amount/typed";
import { parseAmount, writeAmount } from "#lib/domain/money";
import { translators } from "#lib/messages/catalogue";

test.each([
  ["1234", 123_400n],
  ["1234.5", 123_450n],
  ["1234,50", 123_450n],
  ["1.234.567", 123_456_700n],
  ["1,234,567", 123_456_700n],
  ["1.234,56", 123_456n],
  ["1,234.56", 123_456n],
  ["1.234.567,8", 123_456_780n],
  ["1,234,567.80", 123_456_780n],
  ["12345,6", 1_234_560n],
  ["  1234  ", 123_400n],
  ["0", 0n],
  ["0,5", 50n],
  ["0.500", 50n],
  ["0012", 1_200n],
  ["1234.500", 123_450n],
  ["1234.00000", 123_400n],
  ["1,234.000", 123_400n],
  ["1.234,00", 123_400n],
])("with two decimals %s is %s cents", (text, minor) => expect(typedAmount(text, 2)).toBe(minor));

test.each([
  ["1.234", 123_400n],
  ["1,234", 123_400n],
  ["12.345", 1_234_500n],
  ["1.234.567", 123_456_700n],
  ["1234.00", 123_400n],
  ["1,234.00", 123_400n],
])("without decimals %s is %s cents", (text, minor) => expect(typedAmount(text, 0)).toBe(minor));

test.each([
  ["1.234", 2, "ambiguous"],
  ["1,234", 1, "ambiguous"],
  ["12.500", 2, "ambiguous"],
  ["1234.567", 2, "too_many_decimals"],
  ["1,234.567", 2, "too_many_decimals"],
  ["1234.55", 1, "too_many_decimals"],
  ["1234.5", 0, "too_many_decimals"],
  ["0.001", 2, "too_many_decimals"],
  ["-5", 2, "negative"],
  ["−5", 2, "negative"],
  ["- 1.234,56", 2, "negative"],
  ["", 2, "unreadable"],
  ["ten", 2, "unreadable"],
  ["1e3", 2, "unreadable"],
  ["0x10", 2, "unreadable"],
  ["1 234", 2, "unreadable"],
  ["$1234", 2, "unreadable"],
  ["1234 COP", 2, "unreadable"],
  [".5", 2, "unreadable"],
  ["5.", 2, "unreadable"],
  ["1..5", 2, "unreadable"],
  ["12.34.56", 2, "unreadable"],
  ["1.23,45", 2, "unreadable"],
  ["1,234,56", 2, "unreadable"],
  ["1,234.567,89", 2, "unreadable"],
  ["1.234,567.89", 2, "unreadable"],
  ["0.123.456", 2, "unreadable"],
  ["1'234", 2, "unreadable"],
  ["١٢٣", 2, "unreadable"],
  ["+5", 2, "unreadable"],
  ["9".repeat(10_000), 2, "unreadable"],
  ["9".repeat(16), 2, "too_large"],
  ["9".repeat(90), 2, "too_large"],
] as const)("%s with %i decimals is refused as %s", (text, decimals, fault) => expect(typedAmount(text, decimals)).toBe(fault));

const minor = fc.bigInt({ min: 0n, max: 10n ** 17n });

describe("an amount is read as it was written", () => {
  const grouped = (digits: string, separator: string) => digits.replace(/\B(?=(\d{3})+$)/g, separator);

  test.each([
    ["plain", "", "."],
    ["plain, with a comma", "", ","],
    ["as in English", ",", "."],
    ["as in Spanish", ".", ","],
  ])("%s", (_, group, point) => {
    fc.assert(
      fc.property(minor, (amount) => {
        const [whole = "", cents = ""] = writeAmount(amount, 2).split(".");
        expect(typedAmount(`${grouped(whole, group)}${point}${cents}`, 2)).toBe(amount);
      }),
    );
  });

  test("and whole ones without decimals, grouped in either way", () => {
    fc.assert(
      fc.property(minor, fc.constantFrom(".", ","), (amount, separator) => {
        const units = amount / 100n;
        expect(typedAmount(grouped(`${units}`, separator), 0)).toBe(units * 100n);
      }),
    );
  });
});

test("what is accepted of any text is not negative, and no other than what the program itself reads in it", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9.,]{1,12}$/), fc.constantFrom(0, 1, 2), (text, decimals) => {
      const read = typedAmount(text, decimals);
      const plain = parseAmount(text, 2);
      if (typeof read !== "bigint") return;
      expect(read % 10n ** BigInt(2 - decimals)).toBe(0n);
      if (plain !== undefined && decimals > 0) expect(read).toBe(plain);
    }),
  );
});

test.each(["en", "es"] as const)("each fault has its sentence in %s", (language) => {
  for (const fault of amountFaults)
    for (const decimals of [0, 1, 2])
      expect(wordAmountFault(fault, decimals, translators[language])).toMatch(/^(Type|With|This|Escriba|Con|Esto) .+\.$/);
});
