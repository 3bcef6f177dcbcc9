import { describe, expect, test } from "vitest";
import { charge, pause, payment, played, terms } from "#tests/domain/engine/credit";

/** Due on the first of February to July 2024. */
const credit = terms();
const arrears = (events: Parameters<typeof played>[1], asOf: string, graceDays = 0) =>
  played(credit, events, { asOf, graceDays }).arrears;

describe("days past due", () => {
  test.each([
    ["2024-01-31", 0],
    ["2024-02-01", 0],
    ["2024-02-02", 1],
    ["2024-03-01", 29],
    ["2024-04-15", 74],
  ])("on %s: %i", (asOf, days) => expect(arrears([], asOf).daysPastDue).toBe(days));

  test("count from the oldest instalment with something unpaid", () => {
    expect(arrears([payment("p1", "2024-02-20", 172_54n)], "2024-03-11").daysPastDue).toBe(39);
    expect(arrears([payment("p1", "2024-02-20", 172_55n)], "2024-03-11").daysPastDue).toBe(10);
    expect(arrears([payment("p1", "2024-02-20", 345_10n)], "2024-03-11").daysPastDue).toBe(0);
  });

  test("count again from a paid instalment that is charged", () => {
    const events = [payment("p1", "2024-02-01", 345_10n), charge("penalty", "2024-03-05", 1n, 1)];
    expect(arrears(events, "2024-03-11")).toEqual({ daysPastDue: 39, delinquentDays: 39, amountPastDue: 1n });
  });
});

test("the amount past due is all that is unpaid of what is overdue, and not of what is due today", () => {
  expect(arrears([], "2024-02-01").amountPastDue).toBe(0n);
  expect(arrears([], "2024-04-01").amountPastDue).toBe(345_10n);
  expect(arrears([payment("p1", "2024-02-20", 100_00n), charge("fee", "2024-03-05", 5_00n, 2)], "2024-04-02").amountPastDue).toBe(
    422_65n,
  );
});

describe("delinquent days", () => {
  test("begin after the grace, which past due does not know", () => {
    expect(arrears([], "2024-02-04", 3)).toMatchObject({ daysPastDue: 3, delinquentDays: 0 });
    expect(arrears([], "2024-02-05", 3)).toMatchObject({ daysPastDue: 4, delinquentDays: 1 });
  });

  test.each([
    ["within the days past due", [pause("2024-02-05", "2024-02-08")], 7],
    ["that goes on", [pause("2024-02-08", "2024-03-01")], 7],
    ["over all of them", [pause("2024-01-15", "2024-03-01")], 0],
    ["that began before the due day", [pause("2024-01-15", "2024-02-04")], 7],
    ["that ended on the due day", [pause("2024-01-15", "2024-02-01")], 10],
    ["that begins today", [pause("2024-02-11", "2024-03-01")], 10],
    ["of no day", [pause("2024-02-05", "2024-02-05")], 10],
    ["and one after it", [pause("2024-02-07", "2024-02-09"), pause("2024-02-03", "2024-02-04")], 7],
    ["that overlaps another", [pause("2024-02-03", "2024-02-07"), pause("2024-02-05", "2024-02-08")], 5],
    ["within another", [pause("2024-02-03", "2024-02-09"), pause("2024-02-04", "2024-02-05")], 4],
  ])("stand still in a pause %s", (_, pauses, days) => {
    expect(arrears(pauses, "2024-02-11")).toMatchObject({ daysPastDue: 10, delinquentDays: days });
  });

  test("are never below none", () => {
    expect(arrears([pause("2024-02-01", "2024-03-01")], "2024-02-11", 30).delinquentDays).toBe(0);
  });

  test("no pause counts before its own day", () => {
    expect(arrears([pause("2024-02-12", "2024-03-01")], "2024-02-11").delinquentDays).toBe(10);
  });
});
