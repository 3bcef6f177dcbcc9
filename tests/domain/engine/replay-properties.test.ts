import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { sumOf, unpaidOf } from "#lib/domain/allocation";
import { replay } from "#lib/domain/replay";
import { components } from "#lib/domain/rules";
import { buildSchedule } from "#lib/domain/schedule";
import { lastDay, someEvents, someTerms } from "#tests/domain/engine/arbitrary";
import { day, reverse } from "#tests/domain/engine/credit";

const total = (amounts: readonly bigint[]) => amounts.reduce((sum, each) => sum + each, 0n);
const someOrder = fc.shuffledSubarray([...components], { minLength: components.length });

/** A credit, what happened to it, and what it came to. */
const someHistory = fc.tuple(someTerms, someOrder, fc.integer({ min: 0, max: 10 })).chain(([terms, allocation, graceDays]) =>
  someEvents(terms).map((events) => {
    const schedule = buildSchedule(terms);
    const rules = { allocation, graceDays, asOf: lastDay(events, terms.disbursedOn) };
    return { terms, schedule, events, rules, replayed: replay(terms, events, rules) };
  }),
);

test("the allocations of a payment and what is left of it sum to the payment", () => {
  fc.assert(
    fc.property(someHistory, ({ replayed }) => {
      for (const { amount, allocations, unallocated } of replayed.payments) {
        expect(total(allocations.map((each) => each.amount)) + unallocated).toBe(amount);
        expect(allocations.every((each) => each.amount > 0n)).toBe(true);
      }
    }),
  );
});

test("what instalments have received is what payments gave them, and never more than they ask", () => {
  fc.assert(
    fc.property(someHistory, ({ replayed: { instalments, payments, outstanding } }) => {
      const allocations = payments.flatMap((each) => each.allocations);
      for (const { number, due, paid, late } of instalments) {
        for (const component of components) {
          const given = allocations.filter((each) => each.instalment === number && each.component === component);
          expect(paid[component]).toBe(total(given.map(({ amount }) => amount)));
          expect(paid[component] <= due[component]).toBe(true);
        }
        expect(late <= sumOf(paid)).toBe(true);
      }
      expect(sumOf(outstanding)).toBe(total(instalments.map((each) => sumOf(unpaidOf(each)))));
    }),
  );
});

test("nothing is left over while something is owed, and nothing later is paid before what is earlier", () => {
  fc.assert(
    fc.property(someHistory, ({ terms, events, rules }) => {
      const payments = events.filter(({ kind }) => kind === "payment");
      const { instalments, payments: replayed, outstanding } = replay(terms, payments, rules);
      expect(total(replayed.map(({ unallocated }) => unallocated)) === 0n || sumOf(outstanding) === 0n).toBe(true);
      const firstOpen = instalments.findIndex((each) => sumOf(unpaidOf(each)) > 0n);
      const later = firstOpen < 0 ? [] : instalments.slice(firstOpen + 1);
      expect(total(later.map(({ paid }) => sumOf(paid)))).toBe(0n);
    }),
  );
});

test("events on different days give the same result in whatever order they were entered", () => {
  fc.assert(
    fc.property(
      someHistory.chain((history) =>
        fc.record({
          history: fc.constant(history),
          shuffled: fc.shuffledSubarray(history.events, { minLength: history.events.length }),
        }),
      ),
      ({ history: { terms, rules, replayed }, shuffled }) => {
        expect(replay(terms, shuffled, rules)).toEqual(replayed);
      },
    ),
  );
});

test("a reversed payment leaves everything as if it had never come, and the same payment again as if it had stayed", () => {
  fc.assert(
    fc.property(someHistory, fc.nat(), ({ terms, events, rules, replayed }, choice) => {
      const payments = events.filter((event) => event.kind === "payment");
      const taken = payments[choice % Math.max(1, payments.length)];
      fc.pre(taken !== undefined);
      if (taken === undefined) return;
      const books = ({ instalments, outstanding, arrears, status }: typeof replayed) => ({
        instalments,
        outstanding,
        arrears,
        status,
      });
      const reversal = reverse(taken.id, rules.asOf);
      const without = events.filter((event) => event !== taken);
      expect(books(replay(terms, [...events, reversal], rules))).toEqual(books(replay(terms, without, rules)));
      const again = { ...taken, id: "again" };
      expect(books(replay(terms, [...events, reversal, again], rules))).toEqual(books(replayed));
    }),
  );
});

test("nothing depends on a clock, on chance, or on what was replayed before", () => {
  fc.assert(
    fc.property(someHistory, ({ terms, events, rules, replayed }) => {
      vi.useFakeTimers({ now: Date.parse("2071-03-04") });
      vi.stubEnv("TZ", "Pacific/Kiritimati");
      expect(replay(terms, events, rules)).toEqual(replayed);
      vi.unstubAllEnvs();
      vi.useRealTimers();
    }),
    { numRuns: 20 },
  );
});

test("delinquent days never exceed the days past due, which never exceed the days since the first due day", () => {
  fc.assert(
    fc.property(someHistory, ({ schedule, rules, replayed: { arrears } }) => {
      expect(arrears.delinquentDays).toBe(Math.max(0, arrears.daysPastDue - rules.graceDays));
      const sinceFirst = (Date.parse(rules.asOf) - Date.parse(schedule[0]?.dueOn ?? day("9999-12-31"))) / 86_400_000;
      expect(arrears.daysPastDue).toBeLessThanOrEqual(Math.max(0, sinceFirst));
    }),
  );
});
