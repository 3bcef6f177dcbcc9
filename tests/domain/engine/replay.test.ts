import { describe, expect, test } from "vitest";
import { sumOf, unpaidOf } from "#lib/domain/allocation";
import { charge, day, payment, played, reverse, terms } from "#tests/domain/engine/credit";

/** Six times 172.55, the last 172.53, due on the first of February to July. */
const credit = terms();
const asOf = "2024-12-31";

const unpaid = (replayed: ReturnType<typeof played>) => replayed.instalments.map((each) => sumOf(unpaidOf(each)));
const covers = ({ payments }: ReturnType<typeof played>, id: string) =>
  payments
    .find((each) => each.id === id)
    ?.allocations.map(({ instalment, component, amount }) => `${instalment} ${component} ${amount}`);

describe("a payment", () => {
  test("covers interest before principal, of one instalment after the other", () => {
    const paid = played(credit, [payment("p1", "2024-02-01", 200_00n)], { asOf });
    expect(covers(paid, "p1")).toEqual(["1 interest 1000", "1 principal 16255", "2 interest 837", "2 principal 1908"]);
    expect(unpaid(paid)).toEqual([0n, 145_10n, 172_55n, 172_55n, 172_55n, 172_53n]);
  });

  test("covers what is past due, then what is due, then the next in advance", () => {
    const events = [charge("penalty", "2024-03-01", 5_00n, 1), payment("p1", "2024-03-01", 400_00n)];
    const paid = played(credit, events, { asOf });
    expect(covers(paid, "p1")).toEqual([
      "1 penalty 500",
      "1 interest 1000",
      "1 principal 16255",
      "2 interest 837",
      "2 principal 16418",
      "3 interest 673",
      "3 principal 4317",
    ]);
    expect(paid.instalments.map(({ late }) => late)).toEqual([177_55n, 0n, 0n, 0n, 0n, 0n]);
  });

  test("goes by the project's order within each instalment", () => {
    const events = [
      charge("fee", "2024-01-10", 7_00n, 1),
      charge("penalty", "2024-01-10", 3_00n, 1),
      payment("p1", "2024-01-20", 170_00n),
    ];
    const paid = played(credit, events, { asOf, allocation: ["principal", "interest", "fee", "penalty"] });
    expect(covers(paid, "p1")).toEqual(["1 principal 16255", "1 interest 745"]);
  });

  test("of more than is owed is left over, and does not pay what is charged afterwards", () => {
    const paid = played(credit, [payment("p1", "2024-01-15", 1_040_00n), charge("fee", "2024-03-05", 2_00n, 1)], { asOf });
    expect(paid.payments[0]?.unallocated).toBe(4_72n);
    expect(paid.outstanding).toEqual({ penalty: 0n, fee: 2_00n, interest: 0n, principal: 0n });
    expect(paid.status).toBe("active");
  });

  test("of all that is owed pays the credit", () => {
    const paid = played(credit, [payment("p1", "2024-08-01", 1_035_28n)], { asOf });
    expect([paid.status, sumOf(paid.outstanding), paid.payments[0]?.unallocated]).toEqual(["paid", 0n, 0n]);
    expect(paid.instalments.map(({ late }) => late)).toEqual([172_55n, 172_55n, 172_55n, 172_55n, 172_55n, 172_53n]);
  });
});

describe("a charge", () => {
  test("opens an instalment that was paid, and the next payment goes there first", () => {
    const events = [
      payment("p1", "2024-02-01", 172_55n),
      charge("penalty", "2024-02-10", 12_00n, 1),
      charge("penalty", "2024-02-11", 3_00n, 1),
      payment("p2", "2024-03-01", 20_00n),
    ];
    const paid = played(credit, events, { asOf });
    expect(covers(paid, "p2")).toEqual(["1 penalty 1500", "2 interest 500"]);
    expect(paid.instalments[0]).toMatchObject({ due: { penalty: 15_00n }, late: 15_00n });
  });

  test("counts from its day: a payment made before cannot have covered it", () => {
    const events = [charge("fee", "2024-02-01", 1_00n, 1), payment("p1", "2024-01-31", 172_55n)];
    expect(unpaid(played(credit, events, { asOf }))[0]).toBe(1_00n);
    expect(unpaid(played(credit, events, { asOf: "2024-01-31" }))[0]).toBe(0n);
  });
});

describe("events count by their day, then in the order of entry", () => {
  test("a payment entered late is allocated as if it had come in time", () => {
    const events = [payment("p2", "2024-03-01", 172_55n), payment("p1", "2024-02-01", 172_55n)];
    const paid = played(credit, events, { asOf });
    expect(paid.payments.map(({ id }) => id)).toEqual(["p1", "p2"]);
    expect(paid.instalments.map(({ late }) => late)).toEqual([0n, 0n, 0n, 0n, 0n, 0n]);
  });

  test("of one day the first entered comes first", () => {
    const [small, large] = [payment("small", "2024-02-01", 10_00n), payment("large", "2024-02-01", 100_00n)];
    expect(covers(played(credit, [small, large], { asOf }), "small")).toEqual(["1 interest 1000"]);
    expect(covers(played(credit, [large, small], { asOf }), "small")).toEqual(["1 principal 1000"]);
  });

  test("what comes after the day asked for is not there yet", () => {
    const events = [payment("p1", "2024-02-01", 172_55n), reverse("p1", "2024-02-20"), payment("p2", "2024-03-01", 172_55n)];
    const dayBefore = played(credit, events, { asOf: "2024-02-19" });
    expect(dayBefore.payments.map(({ id, status }) => [id, status])).toEqual([["p1", "accepted"]]);
    expect(played(credit, events, { asOf: "2024-02-20" }).payments[0]?.status).toBe("reversed");
    expect(dayBefore.arrears.daysPastDue).toBe(0);
  });
});

test("what the project charges of every instalment is a fee of it", () => {
  const paid = played({ ...credit, instalmentFee: { kind: "fixed", amount: 4_00n } }, [payment("p1", "2024-02-01", 9_00n)], {
    asOf,
  });
  expect(covers(paid, "p1")).toEqual(["1 fee 400", "1 interest 500"]);
  expect(paid.outstanding.fee).toBe(20_00n);
  expect(paid.instalments[0]?.dueOn).toBe(day("2024-02-01"));
});
