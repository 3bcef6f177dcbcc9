import { describe, expect, test } from "vitest";
import type { CreditEvent } from "#lib/domain/replay/event";
import { charge, lower, payment, payoff, played, rate, reverse, terms, waive } from "#tests/domain/engine/credit";

const credit = terms();
const withFees = terms({ upfrontFee: { kind: "percent", rate: rate("2") }, instalmentFee: { kind: "fixed", amount: 4_00n } });
const first = payment("p1", "2024-02-01", 172_55n);
const payoffOf = (given: typeof credit, asOf: string, events: CreditEvent[] = []) => played(given, events, { asOf }).payoff;

describe("what pays a credit off", () => {
  test.each([
    ["2024-01-01", 1_000_00n],
    ["2024-01-16", 1_004_84n],
    ["2024-01-31", 1_009_68n],
    ["2024-02-01", 1_010_00n],
    ["2024-03-02", 1_018_59n],
    ["2024-12-31", 1_035_28n],
  ])("on %s: principal, interest due and accrued", (asOf, amount) => expect(payoffOf(credit, asOf)).toBe(amount));

  test("is less what is paid", () => {
    expect(payoffOf(credit, "2024-02-15", [first])).toBe(841_49n);
    expect(payoffOf(credit, "2024-02-15", [first, payment("p2", "2024-02-10", 3_00n)])).toBe(838_49n);
  });

  test("gives nothing back of interest paid in advance", () => {
    expect(payoffOf(credit, "2024-01-20", [payment("p", "2024-01-20", 345_10n)])).toBe(673_27n);
  });

  test("has the upfront fee and what is charged, but the fee of an instalment only once that is due", () => {
    expect(payoffOf(withFees, "2024-01-01")).toBe(1_020_00n);
    expect(payoffOf(withFees, "2024-02-01")).toBe(1_034_00n);
    const charges = [charge("fee", "2024-01-01", 1_00n, 3), charge("penalty", "2024-01-01", 50n, 4)];
    expect(payoffOf(withFees, "2024-01-01", charges)).toBe(1_021_50n);
  });

  test("has the late charges of the day", () => {
    const late = terms({ lateFee: { kind: "fixed", amount: 5_00n }, lateRate: rate("36.5") });
    expect(payoffOf(late, "2024-02-02")).toBe(1_015_45n);
  });

  test("has the interest of a grace as it accrues", () => {
    expect(payoffOf(terms({ graceOnInterest: 2 }), "2024-01-16")).toBe(1_004_84n);
    expect(payoffOf(terms({ graceOnInterest: 2 }), "2024-02-16")).toBe(1_014_33n);
    expect(payoffOf(terms({ graceOnInterest: 2 }), "2024-03-02")).toBe(1_018_59n);
  });

  test("goes by the balance that each day had where it was lowered", () => {
    expect(payoffOf(credit, "2024-01-11", [lower("2024-01-11", 500_00n)])).toBe(503_23n);
    expect(payoffOf(credit, "2024-01-21", [lower("2024-01-11", 500_00n)])).toBe(504_84n);
  });
});

describe("a payment that pays off", () => {
  test("drops what falls due later and leaves nothing", () => {
    const asOf = "2024-02-15";
    const all = [first, payoff("p2", asOf, payoffOf(credit, asOf, [first]))];
    for (const day of [asOf, "2024-02-16", "2024-12-31"]) {
      const { status, instalments, payments, ...rest } = played(credit, all, { asOf: day });
      expect([status, payments[1]?.unallocated, rest.payoff, rest.next, rest.wakesOn]).toEqual(["paid", 0n, 0n, null, null]);
      expect(instalments.map(({ due }) => due.interest)).toEqual([10_00n, 4_04n, 0n, 0n, 0n, 0n]);
    }
  });

  test("drops the fees of later instalments, and keeps what was charged", () => {
    const charged = charge("fee", "2024-01-01", 1_00n, 3);
    const paid = [charged, payoff("p", "2024-01-16", 1_025_84n)];
    expect(played(withFees, paid, { asOf: "2024-01-16" })).toMatchObject({ status: "paid", creditBalance: 0n });
    expect(played(withFees, paid, { asOf: "2024-12-31" }).instalments.map(({ due }) => due.fee)).toEqual([
      20_00n,
      0n,
      1_00n,
      0n,
      0n,
      0n,
    ]);
  });

  test.each([841_48n, 841_50n, 1_000_00n])("of %i, which is not what it takes, is an ordinary one", (amount) => {
    const ordinary = played(credit, [first, payment("p2", "2024-02-15", amount)], { asOf: "2024-02-15" });
    const marked = played(credit, [first, payoff("p2", "2024-02-15", amount)], { asOf: "2024-02-15" });
    expect(marked.instalments).toEqual(ordinary.instalments);
    expect(marked.creditBalance).toBe(ordinary.creditBalance);
  });

  test("no longer does once a payment before it is reversed", () => {
    const events = [first, payoff("p2", "2024-02-15", 841_49n), reverse("p1", "2024-02-20")];
    const { status, outstanding } = played(credit, events, { asOf: "2024-02-20" });
    expect([status, outstanding.principal + outstanding.interest]).toEqual(["active", 1_035_28n - 841_49n]);
  });

  test("still does when a stop begins that day, and what the day bore is left over", () => {
    const late = terms({ lateFee: { kind: "fixed", amount: 5_00n }, lateRate: rate("36.5") });
    const [asOf, paid] = ["2024-02-02", payoff("p", "2024-02-02", 1_015_45n)];
    const left = 1_015_45n - payoffOf(late, asOf, [waive(asOf, "2024-03-02")]);
    expect(left).toBeGreaterThan(5_00n);
    const stopped = played(late, [waive(asOf, "2024-03-02"), paid], { asOf });
    expect([stopped.status, stopped.creditBalance]).toEqual(["paid", left]);
    expect(played(late, [waive("2024-02-01", "2024-03-02"), paid], { asOf }).status).toBe("active");
  });

  test("counts after what else was paid that day before it", () => {
    const events = [payment("p1", "2024-01-16", 4_84n), payoff("p2", "2024-01-16", 1_000_00n)];
    expect(played(credit, events, { asOf: "2024-01-16" }).status).toBe("paid");
    expect(played(credit, events.toReversed(), { asOf: "2024-01-16" }).status).toBe("active");
  });
});
