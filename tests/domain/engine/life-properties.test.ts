import fc from "fast-check";
import { expect, test } from "vitest";
import { sumOf, unpaidOf } from "#lib/domain/allocation";
import { addDays, type Day, daysBetween } from "#lib/domain/day";
import { divide } from "#lib/domain/money";
import { one } from "#lib/domain/rate";
import { type Replayed, replay } from "#lib/domain/replay";
import type { CreditEvent } from "#lib/domain/replay/event";
import { components } from "#lib/domain/rules";
import type { Terms } from "#lib/domain/terms";
import { lastDay, someEvents, someLife, someTerms } from "#tests/domain/engine/arbitrary";
import { payoff, reverse } from "#tests/domain/engine/credit";

const total = (amounts: readonly bigint[]) => amounts.reduce((sum, each) => sum + each, 0n);
const at = (terms: Terms, events: readonly CreditEvent[], asOf: Day) =>
  replay(terms, events, { allocation: components, graceDays: 2, asOf });
const books = ({ payments: _, ...rest }: Replayed) => rest;

/** Credits to which everything may happen, and a day after some or all of it. */
const someCredit = fc
  .tuple(someTerms, fc.integer({ min: 0, max: 400 }))
  .chain(([terms, more]) =>
    someLife(terms).map((events) => ({ terms, events, asOf: addDays(lastDay(events, terms.disbursedOn), more) })),
  );

test("the principal sums to the loan less what was lowered, and payments to what they cover and leave over", () => {
  fc.assert(
    fc.property(someCredit, ({ terms, events, asOf }) => {
      const { instalments, payments, creditBalance, outstanding } = at(terms, events, asOf);
      const lowered = total(events.map((event) => (event.kind === "lower" ? event.amount : 0n)));
      expect(total(instalments.map(({ due }) => due.principal))).toBe(terms.principal - lowered);
      const covered = total(payments.flatMap(({ allocations }) => allocations.map(({ amount }) => amount)));
      expect(covered + creditBalance).toBe(total(payments.map(({ amount }) => amount)));
      expect(total(instalments.map(({ due }) => sumOf(due)))).toBe(covered + sumOf(outstanding));
      for (const { due, paid } of instalments)
        for (const component of components) expect(0n <= paid[component] && paid[component] <= due[component]).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("what happened on different days may be entered in any order", () => {
  const entered = someCredit.chain((credit) =>
    fc.tuple(fc.constant(credit), fc.shuffledSubarray(credit.events, { minLength: credit.events.length })),
  );
  fc.assert(
    fc.property(entered, ([{ terms, events, asOf }, shuffled]) => {
      expect(at(terms, shuffled, asOf)).toEqual(at(terms, events, asOf));
    }),
  );
});

test("a payment reversed is as if it had never come, and paid again as if it had stayed", () => {
  fc.assert(
    fc.property(someCredit, fc.nat(), ({ terms, events, asOf }, choice) => {
      const payments = events.filter((event) => event.kind === "payment");
      const taken = payments[choice % Math.max(1, payments.length)];
      fc.pre(taken !== undefined);
      if (taken === undefined) return;
      const reversed = [...events, reverse(taken.id, asOf)];
      const without = events.filter((event) => event !== taken);
      expect(books(at(terms, reversed, asOf))).toEqual(books(at(terms, without, asOf)));
      expect(books(at(terms, [...reversed, taken], asOf))).toEqual(books(at(terms, events, asOf)));
    }),
  );
});

test("what pays a credit off settles it exactly, on its day and for ever", () => {
  fc.assert(
    fc.property(someCredit, fc.integer({ min: 0, max: 500 }), ({ terms, events, asOf }, later) => {
      const { payoff: amount, creditBalance, outstanding } = at(terms, events, asOf);
      expect(amount <= sumOf(outstanding)).toBe(true);
      if (amount === 0n) return;
      const paid = [...events, payoff("payoff", asOf, amount)];
      const settled = at(terms, paid, asOf);
      expect([settled.status, settled.payoff, settled.creditBalance]).toEqual(["paid", 0n, creditBalance]);
      const isWaiving = events.some((event) => event.kind === "pause" && event.isWaived && event.until > asOf);
      if (!isWaiving) expect(books(at(terms, paid, addDays(asOf, later)))).toEqual(books(settled));
    }),
    { numRuns: 300 },
  );
});

test("until the day on which it wakes, only the days past due, their pauses and the payoff change", () => {
  fc.assert(
    fc.property(someCredit, fc.nat(), ({ terms, events, asOf }, choice) => {
      const now = at(terms, events, asOf);
      const asleep = now.wakesOn === null ? 1_000 : daysBetween(asOf, now.wakesOn) - 1;
      const then = at(terms, events, addDays(asOf, choice % (asleep + 1)));
      const still = ({ arrears, payoff: _, pausedDays: __, wakesOn, ...rest }: Replayed) => [
        rest,
        arrears.amountPastDue,
        wakesOn,
      ];
      expect(still(then)).toEqual(still(now));
    }),
    { numRuns: 300 },
  );
});

const someLate = someTerms.chain((terms) =>
  fc
    .tuple(fc.constant(terms), someEvents(terms), fc.array(fc.tuple(fc.nat(400), fc.nat(60)), { maxLength: 3 }))
    .map(([, paid, stops]) => {
      const pauses = stops.map(([after, days]) => {
        const on = addDays(terms.disbursedOn, after);
        return { kind: "pause", on, until: addDays(on, days) } as const;
      });
      return { terms, events: [...paid, ...pauses], pauses };
    }),
);

test("late charges never shrink as the days go by", () => {
  fc.assert(
    fc.property(someLate, fc.nat(900), fc.nat(90), ({ terms, events }, after, more) => {
      const asOf = addDays(terms.disbursedOn, after);
      const [before, later] = [at(terms, events, asOf), at(terms, events, addDays(asOf, more))];
      for (const [place, { due }] of before.instalments.entries()) {
        expect(due.penalty >= 0n).toBe(true);
        expect((later.instalments[place]?.due.penalty ?? -1n) >= due.penalty).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test("late interest is what counting every single day comes to", () => {
  fc.assert(
    fc.property(someLate, fc.integer({ min: 20, max: 80 }), ({ terms: given, events: all, pauses }, count) => {
      const terms = { ...given, lateFee: null, unit: "week", every: 1, firstDueOn: null } as const;
      const events = all.filter(({ kind }) => kind !== "charge");
      let sum = 0n;
      let before = at(terms, events, terms.disbursedOn).instalments[0];
      for (let after = 1; after <= count; after++) {
        const day = addDays(terms.disbursedOn, after);
        if (before !== undefined && before.dueOn < day && !pauses.some(({ on, until }) => on <= day && day < until))
          sum += unpaidOf(before).principal;
        before = at(terms, events, day).instalments[0];
        expect(before?.due.penalty).toBe(divide(sum * (terms.lateRate ?? 0n), one * 365n, terms.rounding));
      }
    }),
    { numRuns: 30 },
  );
});
