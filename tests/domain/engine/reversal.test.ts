import { describe, expect, test } from "vitest";
import type { CreditEvent } from "#lib/domain/replay/event";
import { eventFault } from "#lib/domain/replay/fault";
import { charge, lower, pause, payment, played, reverse, terms } from "#tests/domain/engine/credit";

const credit = terms();
const asOf = "2024-12-31";
const first = payment("p1", "2024-02-01", 172_55n);
const second = payment("p2", "2024-03-01", 172_55n);

describe("a reversal", () => {
  test("lets the payments that remain move up to what was covered", () => {
    const replayed = played(credit, [first, second, reverse("p1", "2024-03-10")], { asOf });
    expect(replayed.payments).toMatchObject([
      { id: "p1", amount: 172_55n, status: "reversed", allocations: [], unallocated: 0n },
      { id: "p2", status: "accepted", unallocated: 0n },
    ]);
    expect(replayed.payments[1]?.allocations.every(({ instalment }) => instalment === 1)).toBe(true);
    expect(replayed.instalments.slice(0, 2).map(({ late }) => late)).toEqual([172_55n, 0n]);
    expect(replayed.arrears.daysPastDue).toBe(305);
  });

  test("opens a paid credit again", () => {
    const all = payment("all", "2024-02-01", 1_035_28n);
    expect(played(credit, [all], { asOf }).status).toBe("paid");
    expect(played(credit, [all, reverse("all", "2024-02-02")], { asOf }).status).toBe("active");
  });

  test("can come before the payment in the list, as events may come in any order", () => {
    const { instalments } = played(credit, [reverse("p1", "2024-03-10"), second, first], { asOf });
    expect(instalments).toEqual(played(credit, [second], { asOf }).instalments);
    const thatDay = played(credit, [reverse("p1", "2024-02-01"), first], { asOf });
    expect(thatDay.payments).toMatchObject([{ status: "reversed" }]);
  });

  test("frees the id: the same payment again gives the first state", () => {
    const again = played(credit, [first, second, reverse("p1", "2024-02-01"), first], { asOf });
    const once = played(credit, [first, second], { asOf });
    expect(again.instalments).toEqual(once.instalments);
    expect(again.outstanding).toEqual(once.outstanding);
  });
});

describe("what cannot have happened", () => {
  test.each<[string, CreditEvent[], { place: number; field: string }]>([
    ["a reversal of a payment that never was", [first, reverse("p9", "2024-03-10")], { place: 1, field: "id" }],
    ["a reversal before its payment", [first, reverse("p1", "2024-01-31")], { place: 1, field: "id" }],
    ["a second reversal", [first, reverse("p1", "2024-03-10"), reverse("p1", "2024-03-11")], { place: 2, field: "id" }],
    ["two payments of one id", [first, { ...second, id: "p1" }], { place: 1, field: "id" }],
    ["a payment before the disbursement", [payment("p1", "2023-12-31", 1n)], { place: 0, field: "on" }],
    ["a charge of an instalment that is not there", [charge("fee", "2024-02-01", 1n, 7)], { place: 0, field: "instalment" }],
    ["a lowering before the disbursement", [lower("2023-12-31", 1n)], { place: 0, field: "on" }],
    ["more lowered than lent", [lower("2024-03-01", 1_000_00n), lower("2024-02-01", 1n)], { place: 1, field: "amount" }],
    ["a pause that ends before it begins", [pause("2024-02-02", "2024-02-01")], { place: 0, field: "until" }],
  ])("%s", (_, events, fault) => expect(eventFault(credit, events)).toMatchObject(fault));

  test("all else can", () => {
    const events = [first, reverse("p1", "2024-02-01"), pause("2024-02-02", "2024-02-02"), charge("fee", "2024-01-01", 1n, 6)];
    expect(eventFault(credit, events)).toBeUndefined();
  });
});
