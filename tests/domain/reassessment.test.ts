import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consequencesOf, type Situation } from "#lib/domain/consequences";
import type { Day } from "#lib/domain/day";
import { customerMovesOf } from "#lib/domain/reassessment";
import { requirements } from "#lib/domain/requirement";
import { defaultRules, type Rules } from "#lib/domain/rules";

const credit = (delinquentDays: number) => ({
  ...({ code: "K-AAAAAA", status: "active", outstandingMinor: 1n, toleranceMinor: 0n } as const),
  ...{ closedBy: null, wasNotedWhole: false, isOnlyInherited: false, isProductActive: true, delinquentDays },
});

function situation(customer: Partial<Situation["customer"]>, days = 0, rules: Partial<Rules> = {}): Situation {
  return {
    businessDate: "2026-11-22" as Day,
    rules: { ...defaultRules, ...rules },
    customer: { code: "C-AAAAAA", status: "enabled", missing: [], isHeld: false, openViolations: 0, openFraud: 0, ...customer },
    credits: days > 0 ? [credit(days)] : [],
    promises: [],
    accounts: [],
  };
}

const told = (of: Situation) => customerMovesOf(of).map(({ event, from, to, rule }) => `${event}: ${from} → ${to}, ${rule}`);

describe("what follows for a customer, to its end", () => {
  test.each<[string, Situation, string[]]>([
    ["nothing for who stands as the rules say", situation({}), []],
    ["one move", situation({}, 31), ["disable: enabled → disabled, delinquent_days"]],
    ["the graver of two", situation({ openViolations: 1 }, 95), ["block: enabled → blocked, delinquent_days"]],
    [
      "one move after the other",
      situation({ status: "unregistered", openViolations: 1 }),
      ["register: unregistered → enabled, requirements_met", "disable: enabled → disabled, open_violation"],
    ],
    ["nothing for who is held", situation({ status: "disabled", isHeld: true }), []],
    ["nothing for the blocked, whom only an operator unblocks", situation({ status: "blocked" }), []],
    ["nothing for the deleted", situation({ status: "deleted" }, 200), []],
    ["nothing for the cured, where the project says so", situation({ status: "disabled" }, 0, { enablesOnCure: false }), []],
  ])("%s", (_, of, moves) => expect(told(of)).toEqual(moves));

  test("with the fact that triggered it", () => {
    expect(customerMovesOf(situation({}, 31))[0]?.values).toEqual({ credit: "K-AAAAAA", days: 31 });
  });
});

test("after it no rule moves them, whatever the facts and the rules, and each step begins where the last one ended", () => {
  const days = fc.integer({ min: 1, max: 120 });
  const any = fc.record({
    customer: fc.record({
      status: fc.constantFrom("unregistered", "enabled", "disabled", "blocked", "deleted"),
      missing: fc.subarray([...requirements]),
      isHeld: fc.boolean(),
      openViolations: fc.nat(3),
      openFraud: fc.nat(2),
    }),
    days: fc.integer({ min: 0, max: 130 }),
    rules: fc.record({
      requirements: fc.subarray([...requirements]),
      disableAfterDays: days,
      blockAfterDays: days,
      enablesOnCure: fc.boolean(),
    }),
  });
  fc.assert(
    fc.property(any, ({ customer, days, rules }) => {
      const before = situation({ ...customer, openViolations: customer.openViolations + customer.openFraud }, days, rules);
      const moves = customerMovesOf(before);
      const last = moves.at(-1)?.to ?? customer.status;
      expect(moves.map(({ from }) => from)).toEqual([customer.status, ...moves.map(({ to }) => to)].slice(0, moves.length));
      expect(consequencesOf({ ...before, customer: { ...before.customer, status: last } })).toEqual([]);
    }),
  );
});
