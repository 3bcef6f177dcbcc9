import { describe, expect, test } from "vitest";
import { readInput } from "#bin/engine/input";
import { loanInput } from "#bin/engine/loan";
import { termsInput } from "#bin/engine/terms";
import { Refusal } from "#bin/refusal";
import { rate } from "#tests/domain/engine/credit";
import { loan, terms } from "#tests/domain/engine/input";

const schedule = (input: string) => readInput(input, () => termsInput(2));
const replay = (input: string) => readInput(input, () => loanInput(2));

function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error("it was accepted");
}

describe("input that is wrong is refused in one line that says what and where", () => {
  const ofTerms = (wrong: object) => JSON.stringify({ ...terms, ...wrong });
  const ofLoan = (wrong: object) => JSON.stringify({ ...loan, ...wrong });
  test.each<[read: (input: string) => unknown, input: string, says: string]>([
    [schedule, "", "The input is not JSON: "],
    [schedule, '{"principal":\n"1"', "The input is not JSON: "],
    [schedule, "null", "The input: "],
    [schedule, ofTerms({ principal: "-5" }), 'principal: "-5" is no amount above 0 with at most 2 decimals'],
    [schedule, ofTerms({ principal: 1000 }), "principal: "],
    [schedule, ofTerms({ principal: "1,000.00" }), 'principal: "1,000.00" is no amount'],
    [schedule, ofTerms({ principal: "10.005" }), 'principal: "10.005" is no amount'],
    [schedule, ofTerms({ principal: "1\n2" }), 'principal: "1\\n2" is no amount'],
    [schedule, ofTerms({ decimals: 2.5 }), "decimals: "],
    [schedule, ofTerms({ annualRate: "-1" }), 'annualRate: "-1" is no rate'],
    [schedule, ofTerms({ method: "balloon" }), "method: "],
    [schedule, ofTerms({ "gr\nace": 1 }), "The input: "],
    [schedule, ofTerms({ disbursedOn: "2024-02-30" }), 'disbursedOn: "2024-02-30" is no day'],
    [schedule, ofTerms({ firstDueOn: "2023-12-31" }), "firstDueOn: 2023-12-31 is not after"],
    [schedule, ofTerms({ graceOnInterest: 2 }), "graceOnInterest: "],
    [replay, ofLoan({ allocation: ["fee", "fee", "interest", "principal"] }), "allocation: "],
    [replay, ofLoan({ asOf: "yesterday" }), 'asOf: "yesterday" is no day'],
    [replay, ofLoan({ terms: { ...terms, unit: "year" } }), "terms.unit: "],
    [replay, ofLoan({ events: [{ on: "2024-02-01", kind: "gift" }] }), "events[0].kind: an event is a payment"],
    [schedule, ofTerms({ lateRate: "-3" }), 'lateRate: "-3" is no rate'],
    [schedule, ofTerms({ lateFee: { fixed: "5", percent: "1" } }), "lateFee: a fee is"],
    [schedule, ofTerms({ upfrontFee: "5" }), "upfrontFee: a fee is"],
    [replay, ofLoan({ events: [{ on: "2024-02-01", kind: "pause", until: "2024-02-02", waived: "yes" }] }), "events[0].waived: "],
    [replay, ofLoan({ events: [{ on: "2024-02-01", kind: "payment", id: "p", amount: "1", payoff: 1 }] }), "events[0].payoff: "],
    [replay, ofLoan({ events: [{ on: "2024-02-01", kind: "lower", amount: "-1" }] }), 'events[0].amount: "-1" is no amount'],
    [
      replay,
      ofLoan({ events: [...["999", "1.01"].map((amount) => ({ on: "2024-02-01", kind: "lower", amount }))] }),
      "events[1].amount: the principal would be lowered",
    ],
    [
      replay,
      ofLoan({ events: [{ on: "2024-02-01", kind: "payment", id: "p", amount: "0" }] }),
      'events[0].amount: "0" is no amount',
    ],
    [
      replay,
      ofLoan({ events: [{ on: "2024-02-01", kind: "reverse", id: "p" }] }),
      "events[0].id: on 2024-02-01 there is no payment",
    ],
  ])("$2", (read, input, says) => {
    const refusal = refusalOf(() => read(input));
    expect(refusal.slice(0, says.length)).toBe(says);
    expect(refusal).toMatch(/^[ -~]{10,300}$/);
  });
});

describe("input is read", () => {
  test("amounts and rates exactly, and what is left out as usual", () => {
    const { principal, currency, decimals, annualRate, method, instalments, disbursedOn } = terms;
    const given = { principal, currency, decimals, annualRate, method, instalments, disbursedOn };
    const whole = {
      ...terms,
      principal: 1_000_00n,
      annualRate: rate("12"),
      rateKind: "nominal",
      upfrontFee: null,
      instalmentFee: null,
      lateFee: null,
      lateRate: null,
      businessDays: false,
    };
    expect(schedule(JSON.stringify(given))).toEqual(whole);
    expect(replay(JSON.stringify({ terms, asOf: "2024-03-11" }))).toEqual({
      terms: whole,
      allocation: ["penalty", "fee", "interest", "principal"],
      graceDays: 0,
      asOf: "2024-03-11",
      events: [],
    });
  });

  test("what may be left out of events", () => {
    const events = [
      { on: "2024-02-01", kind: "payment", id: "p", amount: "1", payoff: true },
      { on: "2024-02-02", kind: "payment", id: "q", amount: "1", payoff: false },
      { on: "2024-02-03", kind: "pause", until: "2024-02-04", waived: true },
      { on: "2024-02-03", kind: "pause", until: "2024-02-04", waived: false },
      { on: "2024-02-05", kind: "lower", amount: "2.50" },
    ];
    expect(replay(JSON.stringify({ ...loan, events })).events).toEqual([
      { on: "2024-02-01", kind: "payment", id: "p", amount: 1_00n, isPayoff: true },
      { on: "2024-02-02", kind: "payment", id: "q", amount: 1_00n },
      { on: "2024-02-03", kind: "pause", until: "2024-02-04", isWaived: true },
      { on: "2024-02-03", kind: "pause", until: "2024-02-04" },
      { on: "2024-02-05", kind: "lower", amount: 2_50n },
    ]);
  });

  test("a multiple as a text or as a whole number, and a fee", () => {
    expect(schedule(JSON.stringify({ ...terms, instalmentMultiple: "0.05" })).instalmentMultiple).toBe(5n);
    expect(schedule(JSON.stringify({ ...terms, instalmentMultiple: 100 })).instalmentMultiple).toBe(100_00n);
    expect(schedule(JSON.stringify({ ...terms, instalmentFee: { fixed: "5" } })).instalmentFee).toEqual({
      kind: "fixed",
      amount: 5_00n,
    });
    const late = schedule(JSON.stringify({ ...terms, lateRate: "24", lateFee: { fixed: "5" }, upfrontFee: { percent: "2" } }));
    expect(late).toMatchObject({
      lateRate: rate("24"),
      lateFee: { kind: "fixed", amount: 5_00n },
      upfrontFee: { kind: "percent", rate: rate("2") },
    });
    expect(schedule(JSON.stringify({ ...terms, instalmentFee: { percent: "1.5" } })).instalmentFee).toEqual({
      kind: "percent",
      rate: rate("1.5"),
    });
  });
});
