import { describe, expect, test } from "vitest";
import type { CreditEvent } from "#lib/domain/replay/event";
import { charge, lower, pause, payment, played, rate, terms, waive } from "#tests/domain/engine/credit";

/** Six times 172.55, the last 172.53, due on the first of February to July 2024. */
const credit = terms();
const first = payment("p1", "2024-01-20", 172_55n);
const all = payment("all", "2024-01-20", 1_035_28n);

describe("the next instalment", () => {
  test.each<[string, CreditEvent[], object | null]>([
    ["2024-01-01", [], { dueOn: "2024-02-01", amount: 172_55n }],
    ["2024-02-01", [], { dueOn: "2024-02-01", amount: 172_55n }],
    ["2024-02-02", [], { dueOn: "2024-03-01", amount: 172_55n }],
    ["2024-01-31", [first, payment("p2", "2024-01-25", 72_55n)], { dueOn: "2024-03-01", amount: 100_00n }],
    ["2024-07-02", [], null],
    ["2024-01-31", [all], null],
  ])("on %s", (asOf, events, next) => expect(played(credit, events, { asOf }).next).toEqual(next));
});

test("since when it is past due, and how many days of that are paused", () => {
  const events = [first, pause("2024-02-20", "2024-03-04"), pause("2024-03-03", "2024-03-06")];
  const { pastDueSince, pausedDays, arrears } = played(credit, events, { asOf: "2024-03-11", graceDays: 2 });
  expect([pastDueSince, pausedDays, arrears.daysPastDue, arrears.delinquentDays]).toEqual(["2024-03-01", 5, 10, 3]);
  expect(played(credit, [all], { asOf: "2024-03-11" })).toMatchObject({ pastDueSince: null, pausedDays: 0 });
});

test("the first instalment is paid once all of the first that asks for anything is", () => {
  const isFirstPaid = (events: CreditEvent[], given = credit) => played(given, events, { asOf: "2024-02-20" }).isFirstPaid;
  expect([isFirstPaid([]), isFirstPaid([first]), isFirstPaid([{ ...first, amount: 172_54n }])]).toEqual([false, true, false]);
  expect(isFirstPaid([first, charge("fee", "2024-02-10", 1n, 1)])).toBe(false);
  expect(isFirstPaid([], terms({ graceOnPrincipal: 2, graceOnInterest: 2 }))).toBe(false);
});

describe("the first day on which something changes by itself", () => {
  const late = terms({ lateFee: { kind: "fixed", amount: 5_00n } });
  const bearing = terms({ lateRate: rate("36.5") });
  test.each<[string, typeof credit, string, CreditEvent[], string | null]>([
    ["the next due day has passed", credit, "2024-01-10", [], "2024-02-02"],
    ["today's due day has passed", credit, "2024-02-01", [], "2024-02-02"],
    ["the next unpaid due day has passed", credit, "2024-01-20", [first], "2024-03-02"],
    ["nothing, for all are past due", credit, "2024-07-02", [], null],
    ["nothing, for all is paid", bearing, "2024-01-20", [all], null],
    ["late interest", bearing, "2024-02-02", [], "2024-02-03"],
    ["no late interest of an interest", bearing, "2024-02-02", [lower("2024-02-02", 1_000_00n)], "2024-03-02"],
    ["late interest after a pause", bearing, "2024-02-10", [pause("2024-02-05", "2024-02-20")], "2024-02-20"],
    ["late interest before a pause that is to come", bearing, "2024-02-02", [pause("2024-02-03", "2024-02-20")], "2024-02-03"],
    ["a late fee after a pause", late, "2024-02-10", [pause("2024-02-02", "2024-02-20")], "2024-02-20"],
    ["no late fee, for it is charged", late, "2024-02-10", [pause("2024-02-03", "2024-02-20")], "2024-03-02"],
    ["a pause that is waived ends", credit, "2024-01-10", [waive("2024-01-05", "2024-01-25")], "2024-01-25"],
    [
      "a pause that is waived ends after the credit is paid",
      credit,
      "2024-01-20",
      [all, waive("2024-01-05", "2024-01-25")],
      "2024-01-25",
    ],
    ["the calendar ends", bearing, "9999-12-31", [], null],
  ])("%s", (_, given, asOf, events, wakesOn) => expect(played(given, events, { asOf }).wakesOn).toBe(wakesOn));
});
