import { describe, expect, test } from "vitest";
import type { CreditEvent } from "#lib/domain/replay/event";
import { pause, payment, played, terms, waive } from "#tests/domain/engine/credit";

const credit = terms({ instalmentFee: { kind: "fixed", amount: 4_00n } });
const interest = (events: CreditEvent[], asOf: string, given = credit) =>
  played(given, events, { asOf }).instalments.map(({ due }) => due.interest);

describe("a waived pause", () => {
  test("takes the interest and the fee of its days away once it has ended, and not before", () => {
    const stop = [waive("2024-01-11", "2024-01-21")];
    expect(interest(stop, "2024-01-20")[0]).toBe(10_00n);
    expect(interest(stop, "2024-01-21").slice(0, 2)).toEqual([6_77n, 8_37n]);
    expect(played(credit, stop, { asOf: "2024-01-21" }).instalments.map(({ due }) => due.fee)).toEqual([
      2_71n,
      ...Array(5).fill(4_00n),
    ]);
  });

  test("takes from each period its own days, and a day of two pauses once", () => {
    expect(interest([waive("2024-01-25", "2024-02-08")], "2024-02-08").slice(0, 3)).toEqual([7_74n, 6_35n, 6_73n]);
    const two = [waive("2024-01-27", "2024-02-08"), waive("2024-01-25", "2024-02-01")];
    expect(interest(two, "2024-02-08").slice(0, 3)).toEqual([7_74n, 6_35n, 6_73n]);
    expect(interest([waive("2023-01-01", "2025-01-01")], "2025-01-01")).toEqual(Array(6).fill(0n));
  });

  test("is nothing to a pause that is not waived, nor to principal and what was charged", () => {
    expect(interest([pause("2024-01-11", "2024-01-21")], "2024-01-21")[0]).toBe(10_00n);
    const upfront = terms({ upfrontFee: { kind: "fixed", amount: 9_00n } });
    const { instalments } = played(upfront, [waive("2024-01-11", "2024-01-21")], { asOf: "2024-01-21" });
    expect(instalments[0]?.due).toMatchObject({ fee: 9_00n, principal: 162_55n });
  });

  test("moves on what was paid for the interest that it takes away", () => {
    const { instalments } = played(terms(), [payment("p", "2024-01-05", 172_55n), waive("2024-01-11", "2024-01-21")], {
      asOf: "2024-01-21",
    });
    expect(instalments[1]?.paid.interest).toBe(3_23n);
  });

  test("of a grace takes its days from what is deferred", () => {
    expect(interest([waive("2024-01-11", "2024-01-21")], "2024-01-21", terms({ graceOnInterest: 2 })).slice(0, 3)).toEqual([
      0n,
      0n,
      21_87n,
    ]);
  });

  test("stands still in what pays the credit off, from its first day on", () => {
    const stop = [waive("2024-01-11", "2024-01-21")];
    const payoffs = ["2024-01-11", "2024-01-20", "2024-01-21", "2024-01-22", "2024-02-01"].map(
      (asOf) => played(terms(), stop, { asOf }).payoff,
    );
    expect(payoffs).toEqual([1_003_23n, 1_003_23n, 1_003_23n, 1_003_55n, 1_006_77n]);
  });
});
