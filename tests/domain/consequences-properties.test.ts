import fc from "fast-check";
import { expect, test } from "vitest";
import { accountStatuses } from "#lib/domain/account";
import { type Consequence, consequencesOf, type Situation, worstCredit } from "#lib/domain/consequences";
import { creditStatuses } from "#lib/domain/credit";
import { customerStatuses } from "#lib/domain/customer";
import type { Day } from "#lib/domain/day";
import type { AnyMachine } from "#lib/domain/machine";
import { machines } from "#lib/domain/machines";
import { promiseStatuses } from "#lib/domain/promise";
import { requirements } from "#lib/domain/requirement";
import { defaultRules } from "#lib/domain/rules";
import { transition } from "#lib/domain/transition";
import { after, today } from "#tests/domain/situation";
import { willingFacts } from "#tests/domain/willing";

const bool = fc.boolean();
const days = fc.integer({ min: 0, max: 8 });
const money = fc.bigInt({ min: 0n, max: 6n });
const named = <Row extends object>(letter: string, row: fc.Arbitrary<Row>) =>
  fc.array(row, { maxLength: 4 }).map((rows) => rows.map((each, at) => ({ ...each, code: `${letter}-${at}` })));

const situations: fc.Arbitrary<Situation> = fc.record({
  businessDate: fc.constant(today),
  rules: fc
    .record({
      disableAfterDays: days,
      blockAfterDays: days,
      suspendGraceDays: days,
      enablesOnCure: bool,
      requirements: fc.subarray([...requirements]),
    })
    .map((rules) => ({ ...defaultRules, ...rules })),
  customer: fc
    .record({
      status: fc.constantFrom(...customerStatuses),
      missing: fc.subarray([...requirements], { maxLength: 2 }),
      isHeld: bool,
      openFraud: fc.nat(1),
      others: fc.nat(1),
    })
    .map(({ others, ...it }) => ({ ...it, code: "C-0", openViolations: it.openFraud + others })),
  credits: named(
    "K",
    fc
      .record({
        status: fc.constantFrom(...creditStatuses),
        outstandingMinor: money,
        toleranceMinor: money,
        delinquentDays: days,
        isInherited: bool,
        closedBy: fc.constantFrom("settle", "cancel", "refinance", "win_dispute", null),
        wasNotedWhole: bool,
        isProductActive: bool,
      })
      .map(({ isInherited, ...it }) => ({
        ...it,
        isOnlyInherited: isInherited && it.delinquentDays === 1,
      })),
  ),
  promises: named(
    "T",
    fc.record({
      status: fc.constantFrom(...promiseStatuses),
      amountMinor: money,
      paidMinor: money,
      dueOn: fc.constantFrom("2026-11-21", "2026-11-22", "2026-11-23").map((day) => day as Day),
      isProductActive: bool,
    }),
  ),
  accounts: named(
    "A",
    fc.record({
      status: fc.constantFrom(...accountStatuses),
      isHeld: bool,
      unmetDays: fc.option(days, { nil: undefined }),
      isProductActive: bool,
    }),
  ),
});

/** The state of a consequence's record, and what its guards ask, from the same situation. */
function asked(of: Situation, { entity, code, event }: Consequence): { status: string; facts: never } {
  const { rules, businessDate, customer } = of;
  const row = [...of.credits, ...of.promises, ...of.accounts].find((each) => each.code === code);
  const product = row && { productStatus: row.isProductActive ? "enabled" : "inactive" };
  const minimum = { hasUnmetMinimum: row && "unmetDays" in row && row.unmetDays !== undefined };
  const { code: delinquentCredit, ...worst } = worstCredit(of);
  const theirs = entity === "customer" ? { ...customer, ...worst, delinquentCredit } : { ...row, ...product, ...minimum };
  return { status: (row ?? customer).status, facts: willingFacts(entity, event, { ...theirs, rules, businessDate }) };
}

test("what follows is an event that its machine has from that state, and no guard refuses it", () => {
  fc.assert(
    fc.property(situations, (of) => {
      for (const each of consequencesOf(of)) {
        const { status, facts } = asked(of, each);
        const machine: AnyMachine = machines[each.entity];
        expect(transition(machine, status, each.event, { by: { kind: "system" }, facts })).toMatchObject({ ok: true });
      }
    }),
    { numRuns: 2_000 },
  );
});

test("what follows comes to an end: no record moves twice, but a customer who registers", () => {
  fc.assert(
    fc.property(situations, (of) => {
      const moved: string[] = [];
      let now = of;
      for (let [next] = consequencesOf(now); next !== undefined; [next] = consequencesOf(now)) {
        moved.push(next.event === "register" ? next.event : next.code);
        expect(new Set(moved).size).toBe(moved.length);
        now = after(now, next);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("it is the same whichever of them comes first", () => {
  const end = (of: Situation, pick: (all: Consequence[]) => Consequence | undefined): Situation => {
    const next = pick(consequencesOf(of));
    return next === undefined ? of : end(after(of, next), pick);
  };
  fc.assert(
    fc.property(situations, (of) => {
      const { customer, ...rest } = end(of, ([first]) => first);
      const records = end(of, (all) => all.filter(({ entity }) => entity !== "customer").at(-1));
      expect({ customer, ...rest }).toEqual(end(records, (all) => all.at(-1)));
    }),
    { numRuns: 1_000 },
  );
});
