import { describe, expect, test } from "vitest";
import type { CreditEvent } from "#lib/domain/replay/event";
import { charge, pause, payment, played, rate, terms } from "#tests/domain/engine/credit";

/** The first instalment, due on 1 February, holds 162.55 of principal; 36.5 % a year is a thousandth of it a day. */
const credit = terms({ lateFee: { kind: "fixed", amount: 5_00n }, lateRate: rate("36.5") });
const feeOnly = terms({ lateFee: { kind: "fixed", amount: 5_00n } });
const rateOnly = terms({ lateRate: rate("36.5") });
const penalty = (given: typeof credit, asOf: string, events: CreditEvent[] = [], number = 1) =>
  played(given, events, { asOf }).instalments[number - 1]?.due.penalty;
const first = 172_55n;

describe("a late fee", () => {
  test("is charged once, the day after the due day, of what is unpaid by then", () => {
    expect(penalty(feeOnly, "2024-02-01")).toBe(0n);
    expect(penalty(feeOnly, "2024-02-02")).toBe(5_00n);
    expect(penalty(feeOnly, "2024-12-31")).toBe(5_00n);
    expect(played(feeOnly, [], { asOf: "2024-12-31" }).outstanding.penalty).toBe(30_00n);
  });

  test("is not charged of what is paid on its due day, but is of what is paid the day after", () => {
    expect(penalty(feeOnly, "2024-02-20", [payment("p", "2024-02-01", first)])).toBe(0n);
    expect(penalty(feeOnly, "2024-02-20", [payment("p", "2024-02-01", first - 1n)])).toBe(5_00n);
    const { payments } = played(feeOnly, [payment("p", "2024-02-02", first)], { asOf: "2024-02-20" });
    expect(payments[0]?.allocations[0]).toEqual({ instalment: 1, component: "penalty", amount: 5_00n });
  });

  test("in percent is of the principal of its instalment", () => {
    const given = terms({ lateFee: { kind: "percent", rate: rate("10") } });
    expect(penalty(given, "2024-02-20")).toBe(16_26n);
    expect(penalty(given, "2024-03-02", [], 2)).toBe(16_42n);
    expect(penalty(given, "2024-02-20", [payment("p", "2024-01-20", 100_00n)])).toBe(16_26n);
  });

  test("waits for the end of a pause, and is not charged of what was paid in it", () => {
    const pauses = [pause("2024-01-20", "2024-02-05"), pause("2024-02-04", "2024-02-08")];
    expect(penalty(feeOnly, "2024-02-07", pauses)).toBe(0n);
    expect(penalty(feeOnly, "2024-02-08", pauses)).toBe(5_00n);
    expect(penalty(feeOnly, "2024-02-20", [...pauses, payment("p", "2024-02-07", first)])).toBe(0n);
    expect(penalty(feeOnly, "2024-02-20", [...pauses, payment("p", "2024-02-08", first)])).toBe(5_00n);
    expect(penalty(feeOnly, "2024-02-20", [pause("2024-02-03", "2024-02-19")])).toBe(5_00n);
  });

  test("does not follow from a charge that opens an instalment paid in time", () => {
    const events = [payment("p", "2024-02-01", first), charge("fee", "2024-02-10", 1_00n, 1)];
    expect(penalty(feeOnly, "2024-02-20", events)).toBe(0n);
  });

  test("and is taken back with the reversal that is taken back", () => {
    const paid = [payment("p", "2024-02-01", first)];
    const reversed = [...paid, { kind: "reverse", on: paid[0]?.on, id: "p" }] as CreditEvent[];
    expect(penalty(feeOnly, "2024-02-20", reversed)).toBe(5_00n);
    expect(penalty(feeOnly, "2024-02-20", [...reversed, ...paid])).toBe(0n);
  });
});

describe("late interest", () => {
  test.each([
    ["2024-02-01", 0n],
    ["2024-02-02", 16n],
    ["2024-02-11", 1_63n],
    ["2024-03-12", 6_50n],
  ])("on %s is %i: what is rounded is the sum of all days", (asOf, amount) => expect(penalty(rateOnly, asOf)).toBe(amount));

  test("is of the principal still unpaid, from the day after a payment on", () => {
    const events = [payment("p", "2024-02-06", 100_00n)];
    expect(penalty(rateOnly, "2024-02-06", events)).toBe(81n);
    expect(played(rateOnly, events, { asOf: "2024-02-11" }).instalments[0]).toMatchObject({
      due: { penalty: 1_18n },
      paid: { penalty: 81n, interest: 10_00n, principal: 89_19n },
      late: 100_00n,
    });
  });

  test("ends with the principal, whatever else is unpaid", () => {
    const order = { allocation: ["principal", "interest", "fee", "penalty"] } as const;
    const events = [payment("p", "2024-02-06", 162_55n)];
    expect(played(rateOnly, events, { asOf: "2024-03-31", ...order }).instalments[0]?.due.penalty).toBe(81n);
  });

  test("stands still on the days of a pause", () => {
    expect(penalty(rateOnly, "2024-02-11", [pause("2024-02-03", "2024-02-05")])).toBe(1_30n);
    expect(penalty(rateOnly, "2024-02-11", [pause("2024-02-05", "2024-03-01")])).toBe(49n);
    expect(penalty(rateOnly, "2024-02-11", [pause("2024-01-05", "2024-02-02")])).toBe(1_63n);
    expect(penalty(rateOnly, "2024-02-11", [pause("2024-02-11", "2024-02-12")])).toBe(1_46n);
  });

  test("bears none itself, and comes on top of the late fee and of what is charged", () => {
    const events = [charge("penalty", "2024-02-03", 2_00n, 1)];
    expect(penalty(credit, "2024-02-11", events)).toBe(8_63n);
    expect(played(credit, events, { asOf: "2024-02-11" }).arrears.amountPastDue).toBe(181_18n);
  });

  test("is counted to the day for every overdue instalment", () => {
    expect(penalty(rateOnly, "2024-03-11", [], 2)).toBe(1_64n);
    const paid = played(rateOnly, [payment("p", "2024-03-11", 400_00n)], { asOf: "2024-03-11" });
    const covered = paid.payments[0]?.allocations.map(
      ({ instalment, component, amount }) => `${instalment} ${component} ${amount}`,
    );
    expect(covered).toEqual([
      "1 penalty 634",
      "1 interest 1000",
      "1 principal 16255",
      "2 penalty 164",
      "2 interest 837",
      "2 principal 16418",
      "3 interest 673",
      "3 principal 4019",
    ]);
  });
});
