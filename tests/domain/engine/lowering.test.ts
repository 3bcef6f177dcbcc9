import { describe, expect, test } from "vitest";
import { sumOf } from "#lib/domain/allocation";
import type { CreditEvent } from "#lib/domain/replay/event";
import { lower, payment, played, rate, terms } from "#tests/domain/engine/credit";

/** Principal and interest of each instalment. */
const rows = (given: Parameters<typeof terms>[0], events: CreditEvent[], asOf = "2024-12-31") =>
  played(terms(given), events, { asOf }).instalments.map(({ due }) => `${due.principal} ${due.interest}`);

describe("a lowered principal", () => {
  test("leaves what has fallen due as it is, and spreads the rest over as many instalments as before", () => {
    const before = rows({}, []);
    const after = rows({}, [lower("2024-03-01", 100_00n)]);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after.slice(2)).toEqual(["14119 573", "14260 432", "14403 289", "14545 145"]);
  });

  test("is not lower before its day", () => {
    expect(rows({}, [lower("2024-03-01", 100_00n)], "2024-02-29")).toEqual(rows({}, []));
  });

  test("in a period that is running bears interest on the old balance up to the day", () => {
    expect(rows({}, [lower("2024-03-11", 100_00n)])[2]).toBe("14119 605");
    expect(rows({}, [lower("2024-03-11", 50_00n), lower("2024-03-11", 50_00n)])).toEqual(
      rows({}, [lower("2024-03-11", 100_00n)]),
    );
    expect(rows({}, [lower("2024-03-11", 50_00n), lower("2024-03-21", 50_00n)])[2]).toBe("14119 621");
  });

  test("under equal principal is lowered evenly", () => {
    expect(rows({ method: "equal_principal" }, [lower("2024-04-01", 99_99n)]).slice(3)).toEqual([
      "13333 400",
      "13333 267",
      "13334 133",
    ]);
  });

  test("under flat bears the interest of the lower loan", () => {
    expect(rows({ method: "flat", principal: 1_200_00n }, [lower("2024-04-01", 300_00n)])).toEqual([
      ...Array(3).fill("20000 1200"),
      ...Array(3).fill("10000 900"),
    ]);
  });

  test("in a grace leaves what was left to after it", () => {
    const given = { principal: 1_200_00n, graceOnPrincipal: 2, graceOnInterest: 2, method: "equal_principal" } as const;
    expect(rows(given, [lower("2024-02-01", 200_00n)])).toEqual([
      "0 0",
      "0 0",
      "25000 3200",
      "25000 750",
      "25000 500",
      "25000 250",
    ]);
  });

  test("of more than is to come lowers what has fallen due, the latest first", () => {
    const given = { method: "equal_principal", principal: 600_00n } as const;
    expect(rows(given, [lower("2024-05-02", 350_00n)])).toEqual(["10000 600", "10000 500", "5000 400", "0 300", "0 6", "0 0"]);
    expect(rows(given, [lower("2024-08-01", 150_00n)]).slice(4)).toEqual(["5000 200", "0 100"]);
    expect(() => rows(given, [lower("2024-05-01", 600_01n)])).toThrow("1 more than there is");
  });

  test("gives back what was paid too much", () => {
    const all = payment("all", "2024-01-15", 1_035_28n);
    const { payments, creditBalance, status, instalments } = played(terms(), [all, lower("2024-03-01", 100_00n)], {
      asOf: "2024-03-01",
    });
    expect(creditBalance).toBe(1_035_28n - instalments.reduce((sum, { due }) => sum + sumOf(due), 0n));
    expect([payments[0]?.unallocated, status]).toEqual([creditBalance, "paid"]);
    expect(creditBalance).toBe(102_52n);
  });

  test("lowers the fee that is a part of it", () => {
    const given = terms({ method: "equal_principal", principal: 600_00n, instalmentFee: { kind: "percent", rate: rate("1") } });
    const { instalments } = played(given, [lower("2024-04-01", 150_00n)], { asOf: "2024-04-01" });
    expect(instalments.map(({ due }) => due.fee)).toEqual([1_00n, 1_00n, 1_00n, 50n, 50n, 50n]);
  });
});
