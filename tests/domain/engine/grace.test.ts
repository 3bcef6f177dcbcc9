import { describe, expect, test } from "vitest";
import { lines } from "#tests/domain/engine/credit";

describe("grace", () => {
  test("on principal: interest alone, then instalments over what remains of the term", () => {
    expect(lines({ graceOnPrincipal: 2 })).toEqual([
      "2024-02-01 31 0.00 10.00 10.00 1000.00",
      "2024-03-01 29 0.00 10.00 10.00 1000.00",
      "2024-04-01 31 246.28 10.00 256.28 753.72",
      "2024-05-01 30 248.74 7.54 256.28 504.98",
      "2024-06-01 31 251.23 5.05 256.28 253.75",
      "2024-07-01 30 253.75 2.54 256.29 0.00",
    ]);
    expect(lines({ method: "equal_principal", graceOnPrincipal: 4 }).slice(3)).toEqual([
      "2024-05-01 30 0.00 10.00 10.00 1000.00",
      "2024-06-01 31 500.00 10.00 510.00 500.00",
      "2024-07-01 30 500.00 5.00 505.00 0.00",
    ]);
    expect(lines({ method: "flat", graceOnPrincipal: 5 }).slice(4)).toEqual([
      "2024-06-01 31 0.00 10.00 10.00 1000.00",
      "2024-07-01 30 1000.00 10.00 1010.00 0.00",
    ]);
  });

  test("on interest: it comes on top of the first instalment after the grace", () => {
    expect(lines({ graceOnInterest: 2 }).slice(0, 4)).toEqual([
      "2024-02-01 31 162.55 0.00 162.55 837.45",
      "2024-03-01 29 164.18 0.00 164.18 673.27",
      "2024-04-01 31 165.82 25.10 190.92 507.45",
      "2024-05-01 30 167.48 5.07 172.55 339.97",
    ]);
  });

  test("on both: nothing is due in it", () => {
    expect(lines({ graceOnPrincipal: 2, graceOnInterest: 2 }).slice(0, 4)).toEqual([
      "2024-02-01 31 0.00 0.00 0.00 1000.00",
      "2024-03-01 29 0.00 0.00 0.00 1000.00",
      "2024-04-01 31 246.28 30.00 276.28 753.72",
      "2024-05-01 30 248.74 7.54 256.28 504.98",
    ]);
  });
});
