import { describe, expect, test } from "vitest";
import { day, lines, rate } from "#tests/domain/engine/credit";

/** Figures of Apache Fineract's own tests (fineract-e2e-tests-runner and fineract-progressive-loan, by their names there). */
describe("schedules that Apache Fineract publishes", () => {
  test("C3152: actual/actual over the end of a common year", () => {
    const given = {
      principal: 10_000_00n,
      dayCount: "actual/actual",
      interest: "daily",
      disbursedOn: day("2023-12-12"),
    } as const;
    expect(lines(given)).toEqual([
      "2024-01-12 31 1623.75 101.81 1725.56 8376.25",
      "2024-02-12 31 1640.42 85.14 1725.56 6735.83",
      "2024-03-12 29 1661.51 64.05 1725.56 5074.32",
      "2024-04-12 31 1673.98 51.58 1725.56 3400.34",
      "2024-05-12 30 1692.11 33.45 1725.56 1708.23",
      "2024-06-12 31 1708.23 17.36 1725.59 0.00",
    ]);
    expect(lines({ ...given, annualRate: rate("9.4822") })).toEqual([
      "2024-01-12 31 1632.67 80.45 1713.12 8367.33",
      "2024-02-12 31 1645.92 67.20 1713.12 6721.41",
      "2024-03-12 29 1662.62 50.50 1713.12 5058.79",
      "2024-04-12 31 1672.49 40.63 1713.12 3386.30",
      "2024-05-12 30 1686.80 26.32 1713.12 1699.50",
      "2024-06-12 31 1699.50 13.65 1713.15 0.00",
    ]);
  });

  test("C3164 and C3165: the last instalment smoothed once", () => {
    const given = { principal: 331_77n, annualRate: rate("10.65"), instalments: 5, disbursedOn: day("2023-12-12") };
    expect(lines({ ...given, dayCount: "actual/actual", interest: "daily" })).toEqual([
      "2024-01-12 31 65.14 3.00 68.14 266.63",
      "2024-02-12 31 65.73 2.41 68.14 200.90",
      "2024-03-12 29 66.44 1.70 68.14 134.46",
      "2024-04-12 31 66.93 1.21 68.14 67.53",
      "2024-05-12 30 67.53 0.59 68.12 0.00",
    ]);
    expect(lines({ principal: 75_00n, annualRate: rate("12.3"), instalments: 5 })).toEqual([
      "2024-02-01 31 14.70 0.77 15.47 60.30",
      "2024-03-01 29 14.85 0.62 15.47 45.45",
      "2024-04-01 31 15.00 0.47 15.47 30.45",
      "2024-05-01 30 15.16 0.31 15.47 15.29",
      "2024-06-01 31 15.29 0.16 15.45 0.00",
    ]);
  });

  test("C3154 and C3155: thirty-day months", () => {
    expect(lines({ principal: 100_00n })).toEqual([
      "2024-02-01 31 16.25 1.00 17.25 83.75",
      "2024-03-01 29 16.41 0.84 17.25 67.34",
      "2024-04-01 31 16.58 0.67 17.25 50.76",
      "2024-05-01 30 16.74 0.51 17.25 34.02",
      "2024-06-01 31 16.91 0.34 17.25 17.11",
      "2024-07-01 30 17.11 0.17 17.28 0.00",
    ]);
    expect(lines({ principal: 100_00n, annualRate: rate("9.4822") })).toEqual([
      "2024-02-01 31 16.34 0.79 17.13 83.66",
      "2024-03-01 29 16.47 0.66 17.13 67.19",
      "2024-04-01 31 16.60 0.53 17.13 50.59",
      "2024-05-01 30 16.73 0.40 17.13 33.86",
      "2024-06-01 31 16.86 0.27 17.13 17.00",
      "2024-07-01 30 17.00 0.13 17.13 0.00",
    ]);
  });

  test("C3157: an instalment every two months", () => {
    expect(lines({ principal: 100_00n, every: 2, instalments: 3 })).toEqual([
      "2024-03-01 60 32.68 2.00 34.68 67.32",
      "2024-05-01 61 33.33 1.35 34.68 33.99",
      "2024-07-01 61 33.99 0.68 34.67 0.00",
    ]);
  });

  test("C3159, and newCalculatedEmiNotBetterThanOriginal: actual days over 365", () => {
    expect(lines({ principal: 100_00n, dayCount: "actual/365", interest: "daily" })).toEqual([
      "2024-02-01 31 16.23 1.02 17.25 83.77",
      "2024-03-01 29 16.45 0.80 17.25 67.32",
      "2024-04-01 31 16.56 0.69 17.25 50.76",
      "2024-05-01 30 16.75 0.50 17.25 34.01",
      "2024-06-01 31 16.90 0.35 17.25 17.11",
      "2024-07-01 30 17.11 0.17 17.28 0.00",
    ]);
    expect(lines({ principal: 100_00n, annualRate: rate("15.678"), dayCount: "actual/365", interest: "daily" })).toEqual([
      "2024-02-01 31 16.10 1.33 17.43 83.90",
      "2024-03-01 29 16.38 1.05 17.43 67.52",
      "2024-04-01 31 16.53 0.90 17.43 50.99",
      "2024-05-01 30 16.77 0.66 17.43 34.22",
      "2024-06-01 31 16.97 0.46 17.43 17.25",
      "2024-07-01 30 17.25 0.22 17.47 0.00",
    ]);
  });

  test("C111043, C111045, C111047: from 31 January, month ends rolled and clamped", () => {
    const given = { principal: 10_000_00n, instalments: 3, disbursedOn: day("2025-01-31") };
    const daily = { ...given, dayCount: "actual/actual", interest: "daily" } as const;
    expect(lines({ ...daily, monthEnd: "roll" })).toEqual([
      "2025-03-01 29 3303.22 95.34 3398.56 6696.78",
      "2025-03-31 30 3332.51 66.05 3398.56 3364.27",
      "2025-05-01 31 3364.27 34.29 3398.56 0.00",
    ]);
    expect(lines({ ...given, monthEnd: "roll" })).toEqual([
      "2025-03-01 29 3300.22 100.00 3400.22 6699.78",
      "2025-03-31 30 3333.22 67.00 3400.22 3366.56",
      "2025-05-01 31 3366.56 33.67 3400.23 0.00",
    ]);
    expect(lines(daily)).toEqual([
      "2025-02-28 28 3305.77 92.05 3397.82 6694.23",
      "2025-03-31 31 3329.59 68.23 3397.82 3364.64",
      "2025-04-30 30 3364.64 33.19 3397.83 0.00",
    ]);
  });
});
