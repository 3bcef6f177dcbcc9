import { describe, expect, test } from "vitest";
import { one, parseRate, rateOver, ticksPerYear } from "#lib/domain/rate";
import { rate } from "#tests/domain/engine/credit";

const month = ticksPerYear / 12;

test("the parts of a year that day counts and periods ask for are whole numbers of ticks", () => {
  for (const parts of [12, 52, 360, 365, 366]) expect(ticksPerYear % parts).toBe(0);
});

test("a rate is read in percent", () => {
  expect(rate("12")).toBe((one * 12n) / 100n);
  expect(rate("9.4822")).toBe((one * 94822n) / 1_000_000n);
  expect(rate("0")).toBe(0n);
  for (const text of ["", "-1", "12%", "1e2", "0.1234567890123", "100000", "12,5"]) expect(parseRate(text)).toBeUndefined();
});

test("a nominal rate is divided, and the quotient rounded half-even", () => {
  expect(rateOver(month, rate("12"), "nominal")).toBe(one / 100n);
  expect(rateOver(month, rate("8"), "nominal")).toBe(66666666666666667n);
  expect(rateOver(month, rate("7"), "nominal")).toBe(58333333333333333n);
});

/** Expected: (1 + rate) ** part − 1 in Python's decimal, with 60 digits. */
describe("an effective rate over a part of the year is exact to 19 decimals", () => {
  test.each([
    ["25", month, 187692651215060273n],
    ["12", month, 94887929345829741n],
    ["28.17", month, 208976372521622955n],
    ["60", ticksPerYear / 52, 90795022017649752n],
    ["9.99", ticksPerYear / 365, 2609087337259762n],
    ["0.01", ticksPerYear / 365, 2739589425495n],
    ["900", month, 2115276586285884464n],
    ["26.824179456255", month, 200000000000003138n],
    ["25", ticksPerYear, 2500000000000000000n],
  ])("%s %% over %i ticks", (percent, ticks, expected) => {
    expect(rateOver(ticks, rate(percent), "effective")).toBe(expected);
  });

  test.each(["1", "25", "60", "900"])("of %s %% a year: twelve months make the year again", (percent) => {
    const growth = one + rateOver(month, rate(percent), "effective");
    let year = one;
    for (let count = 0; count < 12; count++) year = (year * growth) / one;
    const error = year - one - rate(percent);
    expect(error < 0n ? -error : error).toBeLessThan(one / 10n ** 14n);
  });
});
