import { describe, expect, test } from "vitest";
import { type Simulated, simulate } from "#lib/catalogue/simulation";
import { simulationCsv, wordSimulation } from "#lib/catalogue/simulation-words";
import type { Day } from "#lib/domain/day";
import { effectiveCost } from "#lib/effective-cost";
import { formatOf } from "#lib/list/format";
import { translators } from "#lib/messages/catalogue";
import type { OfferRecord } from "#lib/records";

const none = { amountMin: null, amountMax: null, instalmentsMin: null, instalmentsMax: null, maxActiveCredits: null };
const offer: OfferRecord = {
  ...{ code: "F-222222", status: "draft", createdAt: "", statusChangedAt: "", name: "Libre", type: "cash", downpayment: null },
  ...{ validFrom: null, validUntil: null, product: { code: "T-222222", name: "Libre" }, productStatus: "enabled" },
  ...none,
  ...{ decimals: 0, isUsed: false, activeCredits: 0, amountMin: 1_000_00n },
  inherited: { ...none, amountMin: 5_000_00n, amountMax: 100_000_00n, instalmentsMax: 12 },
  terms: { annualRate: "12", method: "equal_instalments", every: 1, unit: "month" },
};
const today = { businessDate: "2026-01-15" as Day, currency: "COP" };
const typed: Simulated = { amount: "10.000", downpayment: "", instalments: "3", on: "", first: "" };
const way = { language: "en", t: translators.en, format: formatOf("en", { timeZone: "UTC", currency: "COP" }) } as const;

const judged = (more: Partial<Simulated>, of: Partial<OfferRecord> = {}) =>
  simulate({ ...typed, ...more }, { ...offer, ...of }, today);
const faults = (...args: Parameters<typeof judged>) => {
  const it = judged(...args);
  return it?.ok === false ? it.faults.map(({ field, rule }) => `${field} ${rule}`) : [];
};

test("is of the offer's terms, from the business date, in its decimals", () => {
  expect(judged({})).toMatchObject({
    simulation: { amount: 10_000_00n, downpayment: 0n, terms: { principal: 10_000n, disbursedOn: "2026-01-15", instalments: 3 } },
  });
  const of = { type: "purchase", downpayment: "20" } as const;
  expect(judged({ downpayment: "2500", on: "2026-03-01", first: "2026-03-20" }, of)).toMatchObject({
    simulation: { downpayment: 2_500_00n, terms: { principal: 7_500n, disbursedOn: "2026-03-01", firstDueOn: "2026-03-20" } },
  });
});

test("is nothing while the terms are not set", () => expect(judged({}, { terms: { annualRate: "12" } })).toBeUndefined());

describe("refuses", () => {
  test.each([
    [{ amount: "" }, "amount amount_missing"],
    [{ amount: "999" }, "amount amount_at_least"],
    [{ amount: "100001" }, "amount amount_at_most"],
    [{ amount: "10.5" }, "amount too_many_decimals"],
    [{ amount: "-1" }, "amount negative"],
    [{ instalments: "13" }, "instalments instalments_at_most"],
    [{ instalments: "0" }, "instalments instalments_unreadable"],
    [{ instalments: "1e1" }, "instalments instalments_unreadable"],
    [{ downpayment: "5" }, "downpayment downpayment_of_cash"],
    [{ on: "15/01/2026" }, "disburse_on day_unreadable"],
    [{ first: "2026-01-15" }, "first_due_on first_due_early"],
    [{ first: "2036-01-15" }, "first_due_on first_due_late"],
    [{ on: "9999-12-31" }, "instalments last_due_late"],
  ])("%j", (more, fault) => expect(faults(more)).toEqual([fault]));

  test("less than the downpayment that the offer asks for", () => {
    expect(faults({ downpayment: "1999" }, { type: "purchase", downpayment: "20" })).toEqual(["downpayment downpayment_least"]);
    expect(faults({ downpayment: "10000" }, { type: "purchase" })).toEqual(["downpayment downpayment_whole"]);
  });

  test("a grace that leaves no instalment", () => {
    expect(faults({}, { terms: { ...offer.terms, graceOnPrincipal: 3 } })).toEqual(["instalments grace_leaves_none"]);
  });
});

function simulated(more: Partial<Simulated>, of: Partial<OfferRecord> = {}) {
  const it = judged(more, of);
  if (!it?.ok) throw new Error(JSON.stringify(it));
  return it.simulation;
}

test("as a file has days in ISO and plain amounts", () => {
  const { csv, rows } = simulationCsv(simulated({}), way);
  expect(rows).toBe(3);
  const [head, ...lines] = csv.trimEnd().split("\n");
  expect(head).toBe("No.,Due,Instalment,Principal,Interest,Fees,Balance");
  expect(lines[0]).toBe("1,2026-02-15,3400,3300,100,0,6700");
  for (const line of lines) expect(line).toMatch(/^\d+,\d{4}-\d{2}-\d{2}(,\d+){5}$/);
  expect(simulationCsv(simulated({ amount: "10000" }, { decimals: 2 }), way).csv).toMatch(/\n1,2026-02-15,3400\.\d\d,/);
});

test("says what is paid in all, and what it costs a year", () => {
  const facts = Object.fromEntries(wordSimulation(simulated({}), "", way).facts);
  expect(facts["Paid in all"]).toMatch(/10,20[012]/);
  expect(facts["Effective annual cost"]).toMatch(/^12\.\d+\u00a0%$/);
});

describe("what a credit costs a year", () => {
  const row = (dueOn: string, payment: bigint) => ({
    ...{ number: 1, dueOn: dueOn as Day, days: 0, principal: 0n, interest: 0n, fees: 0n, payment, balance: 0n },
  });
  const lentOn = "2025-01-01" as Day;

  test.each([
    ["after a year", [row("2026-01-01", 1_285n)], "28.50"],
    ["without interest", [row("2026-01-01", 1_000n)], "0.00"],
    ["after half of a year", [row("2025-07-02", 1_100n)], "21.06"],
  ])("%s", (_, rows, cost) => expect(effectiveCost(rows, 1_000n, lentOn)).toBe(cost));

  test("is nothing where less is paid than lent, or all at once", () => {
    expect(effectiveCost([row("2026-01-01", 999n)], 1_000n, lentOn)).toBeUndefined();
    expect(effectiveCost([row("2025-01-01", 2_000n)], 1_000n, lentOn)).toBeUndefined();
  });
});
