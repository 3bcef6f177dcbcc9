import { describe, expect, test } from "vitest";
import { buildSchedule } from "#lib/domain/schedule";
import { termsFault } from "#lib/domain/schedule/terms-fault";
import { day, lines, rate, terms } from "#tests/domain/engine/credit";

describe("equal instalments", () => {
  test("1,000 at 1 % a month: 172.55 by the annuity formula", () => {
    expect(lines()).toEqual([
      "2024-02-01 31 162.55 10.00 172.55 837.45",
      "2024-03-01 29 164.18 8.37 172.55 673.27",
      "2024-04-01 31 165.82 6.73 172.55 507.45",
      "2024-05-01 30 167.48 5.07 172.55 339.97",
      "2024-06-01 31 169.15 3.40 172.55 170.82",
      "2024-07-01 30 170.82 1.71 172.53 0.00",
    ]);
  });

  test("without interest they are the principal in equal parts", () => {
    expect(lines({ principal: 100_00n, annualRate: 0n, instalments: 3 })).toEqual([
      "2024-02-01 31 33.33 0.00 33.33 66.67",
      "2024-03-01 29 33.33 0.00 33.33 33.34",
      "2024-04-01 31 33.34 0.00 33.34 0.00",
    ]);
  });

  test("in pesos without decimals: 1,000,000 at 1.5 % a month is 91,680", () => {
    const inPesos = { principal: 1_000_000n, currency: "COP", decimals: 0, annualRate: rate("18"), instalments: 12 };
    expect(lines(inPesos)[0]).toBe("2024-02-01 31 76680 15000 91680 923320");
    expect(lines(inPesos).at(-1)).toMatch(/ 0$/);
  });

  test("at an effective rate of 26.824179456255 % a year every month bears 2 %", () => {
    const monthly = lines({ annualRate: rate("24") });
    expect(lines({ annualRate: rate("26.824179456255"), rateKind: "effective" })).toEqual(monthly);
  });

  test("one instalment is all of it", () => {
    expect(lines({ instalments: 1 })).toEqual(["2024-02-01 31 1000.00 10.00 1010.00 0.00"]);
  });

  test("in multiples of 1.00: 1,726 would leave more in the last one than 1,725", () => {
    expect(lines({ principal: 10_000_00n, instalmentMultiple: 1_00n })).toEqual([
      "2024-02-01 31 1625.00 100.00 1725.00 8375.00",
      "2024-03-01 29 1641.25 83.75 1725.00 6733.75",
      "2024-04-01 31 1657.66 67.34 1725.00 5076.09",
      "2024-05-01 30 1674.24 50.76 1725.00 3401.85",
      "2024-06-01 31 1690.98 34.02 1725.00 1710.87",
      "2024-07-01 30 1710.87 17.11 1727.98 0.00",
    ]);
  });

  test("in multiples too large for the credit they end early, and none disappears", () => {
    expect(lines({ principal: 100_00n, annualRate: 0n, instalments: 4, instalmentMultiple: 40_00n })).toEqual([
      "2024-02-01 31 40.00 0.00 40.00 60.00",
      "2024-03-01 29 40.00 0.00 40.00 20.00",
      "2024-04-01 31 20.00 0.00 20.00 0.00",
      "2024-05-01 30 0.00 0.00 0.00 0.00",
    ]);
    expect(lines({ principal: 100_00n, annualRate: 0n, instalments: 4, instalmentMultiple: 60_00n })[0]).toContain(
      " 25.00 75.00",
    );
  });
});

describe("equal principal", () => {
  test("bears interest on what is still owed", () => {
    expect(lines({ method: "equal_principal" })).toEqual([
      "2024-02-01 31 166.67 10.00 176.67 833.33",
      "2024-03-01 29 166.67 8.33 175.00 666.66",
      "2024-04-01 31 166.67 6.67 173.34 499.99",
      "2024-05-01 30 166.67 5.00 171.67 333.32",
      "2024-06-01 31 166.67 3.33 170.00 166.65",
      "2024-07-01 30 166.65 1.67 168.32 0.00",
    ]);
  });

  test("in multiples it is the principal that is rounded", () => {
    expect(lines({ method: "equal_principal", instalments: 3, instalmentMultiple: 10_00n })).toEqual([
      "2024-02-01 31 330.00 10.00 340.00 670.00",
      "2024-03-01 29 330.00 6.70 336.70 340.00",
      "2024-04-01 31 340.00 3.40 343.40 0.00",
    ]);
  });
});

describe("flat", () => {
  test("splits the interest of the whole term evenly, and the last takes the residue", () => {
    expect(lines({ method: "flat", annualRate: rate("10") })).toEqual([
      "2024-02-01 31 166.67 8.33 175.00 833.33",
      "2024-03-01 29 166.67 8.33 175.00 666.66",
      "2024-04-01 31 166.67 8.33 175.00 499.99",
      "2024-05-01 30 166.67 8.33 175.00 333.32",
      "2024-06-01 31 166.67 8.33 175.00 166.65",
      "2024-07-01 30 166.65 8.35 175.00 0.00",
    ]);
  });

  test("by days: 182 of 365 of 120.00 are 59.84", () => {
    const rows = lines({ method: "flat", dayCount: "actual/365", interest: "daily" });
    expect(rows[0]).toBe("2024-02-01 31 166.67 9.97 176.64 833.33");
    expect(rows[5]).toBe("2024-07-01 30 166.65 9.99 176.64 0.00");
  });

  test("in multiples it is the payment that is rounded", () => {
    const rows = lines({ method: "flat", instalmentMultiple: 1_00n });
    expect(rows[0]).toBe("2024-02-01 31 167.00 10.00 177.00 833.00");
    expect(rows[5]).toBe("2024-07-01 30 165.00 10.00 175.00 0.00");
  });
});

test("a fee of every instalment is part of its payment", () => {
  const [fixed] = buildSchedule(terms({ instalmentFee: { kind: "fixed", amount: 5_00n } }));
  expect([fixed?.fees, fixed?.payment]).toEqual([5_00n, 177_55n]);
  const [percent] = buildSchedule(terms({ instalmentFee: { kind: "percent", rate: rate("1") } }));
  expect([percent?.fees, percent?.payment]).toEqual([1_63n, 174_18n]);
});

test("the upfront fee is of the whole principal, and due with the first instalment", () => {
  const fees = (given: Parameters<typeof terms>[0]) => buildSchedule(terms({ instalments: 3, ...given })).map((row) => row.fees);
  expect(fees({ upfrontFee: { kind: "percent", rate: rate("2.5") } })).toEqual([25_00n, 0n, 0n]);
  const both = { upfrontFee: { kind: "fixed", amount: 9_00n }, instalmentFee: { kind: "fixed", amount: 1_00n } } as const;
  expect(fees({ ...both, graceOnPrincipal: 2 })).toEqual([10_00n, 1_00n, 1_00n]);
});

describe("terms that contradict themselves", () => {
  test.each([
    [{ firstDueOn: day("2024-01-01") }, "firstDueOn"],
    [{ graceOnPrincipal: 6 }, "graceOnPrincipal"],
    [{ graceOnInterest: 6 }, "graceOnInterest"],
    [{ every: 1000, instalments: 1000 }, "instalments"],
    [{ every: 1000, instalments: 5000, businessDays: true }, "instalments"],
    [{ every: 1000, instalments: 5000, businessDays: true, firstDueOn: day("9999-12-31") }, "instalments"],
    [{ disbursedOn: day("9999-12-01"), instalments: 1 }, "instalments"],
  ])("%j: %s", (given, field) => expect(termsFault(terms(given))?.field).toBe(field));

  test("others have no fault", () => {
    expect(termsFault(terms({ graceOnPrincipal: 5, graceOnInterest: 5, firstDueOn: day("2024-01-02") }))).toBeUndefined();
  });
});
