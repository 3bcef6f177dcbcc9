import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divide, nearestMultiple, parseAmount, type Rounding, roundings, writeAmount } from "#lib/domain/money";

describe("a quotient is rounded", () => {
  const cases: [numerator: bigint, denominator: bigint, Record<Rounding, bigint>][] = [
    [5n, 2n, { half_even: 2n, half_up: 3n, up: 3n, down: 2n }],
    [7n, 2n, { half_even: 4n, half_up: 4n, up: 4n, down: 3n }],
    [-5n, 2n, { half_even: -2n, half_up: -3n, up: -3n, down: -2n }],
    [-7n, 2n, { half_even: -4n, half_up: -4n, up: -4n, down: -3n }],
    [1n, 3n, { half_even: 0n, half_up: 0n, up: 1n, down: 0n }],
    [-2n, 3n, { half_even: -1n, half_up: -1n, up: -1n, down: 0n }],
    [6n, 3n, { half_even: 2n, half_up: 2n, up: 2n, down: 2n }],
  ];
  for (const [numerator, denominator, expected] of cases)
    test.each(roundings)(`${numerator} / ${denominator} %s`, (rounding) => {
      expect(divide(numerator, denominator, rounding)).toBe(expected[rounding]);
    });
});

test("the nearest multiple is less than half a multiple away, and of two the rounding chooses", () => {
  expect(nearestMultiple(1_725_49n, 1_00n, "half_even")).toBe(1_725_00n);
  expect(nearestMultiple(1_725_51n, 1_00n, "down")).toBe(1_726_00n);
  expect(roundings.map((rounding) => nearestMultiple(250n, 100n, rounding))).toEqual([200n, 300n, 300n, 200n]);
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 15n),
      fc.bigInt(1n, 10n ** 6n),
      fc.constantFrom(...roundings),
      (amount, multiple, rounding) => {
        const nearest = nearestMultiple(amount, multiple, rounding);
        expect(nearest % multiple).toBe(0n);
        expect(2n * (nearest > amount ? nearest - amount : amount - nearest)).toBeLessThanOrEqual(multiple);
      },
    ),
  );
});

describe("an amount is read", () => {
  test.each([
    ["1234.50", 2, 123450n],
    ["1234.5", 2, 123450n],
    ["1234", 2, 123400n],
    ["0.01", 2, 1n],
    ["1234", 0, 1234n],
    ["1234.00", 0, 1234n],
    ["0.125", 3, 125n],
    ["999999999999999999", 2, 99999999999999999900n],
  ])("%s with %i decimals", (text, decimals, minor) => expect(parseAmount(text, decimals)).toBe(minor));

  test.each(["", " 1", "1 ", "-1", "+1", "1.", ".5", "1,5", "1,234.56", "1.234,56", "1e3", "0x10", "١", "1.005", "NaN", "1\n"])(
    "%j is none",
    (text) => expect(parseAmount(text, 2)).toBeUndefined(),
  );
});

test("an amount is written as it is read", () => {
  expect(writeAmount(-5n, 2)).toBe("-0.05");
  expect(writeAmount(0n, 0)).toBe("0");
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 17n), fc.integer({ min: 0, max: 8 }), (minor, decimals) => {
      expect(parseAmount(writeAmount(minor, decimals), decimals)).toBe(minor);
    }),
  );
});
