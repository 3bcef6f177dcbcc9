import fc from "fast-check";
import type { Fee } from "#lib/domain/charge";
import { addDays, type Day, monthEnds } from "#lib/domain/day";
import { roundings } from "#lib/domain/money";
import { rateKinds } from "#lib/domain/rate";
import { type Charge, type CreditEvent, inOrder, type Payment } from "#lib/domain/replay/event";
import { dayCounts, interests, methods, type Terms, units } from "#lib/domain/terms";
import { day, rate } from "#tests/domain/engine/credit";

const someDay = fc.integer({ min: 18_000, max: 22_000 }).map((days) => addDays(day("1970-01-01"), days));

const someFee: fc.Arbitrary<Fee> = fc.oneof(
  fc.record({ kind: fc.constant("fixed"), amount: fc.bigInt(1n, 10_000n) }),
  fc.record({ kind: fc.constant("percent"), rate: fc.constantFrom("0", "0.5", "33").map(rate) }),
);

/** Terms without a fault, of every kind. */
export const someTerms: fc.Arbitrary<Terms> = fc.integer({ min: 1, max: 40 }).chain((instalments) =>
  fc
    .record({
      principal: fc.bigInt(1n, 10n ** 12n),
      currency: fc.constant("USD"),
      decimals: fc.constantFrom(0, 2, 3),
      annualRate: fc.constantFrom("0", "7", "9.4822", "12", "24.5", "199.99").map(rate),
      rateKind: fc.constantFrom(...rateKinds),
      method: fc.constantFrom(...methods),
      dayCount: fc.constantFrom(...dayCounts),
      interest: fc.constantFrom(...interests),
      instalments: fc.constant(instalments),
      every: fc.integer({ min: 1, max: 14 }),
      unit: fc.constantFrom(...units),
      disbursedOn: someDay,
      firstAfter: fc.option(fc.integer({ min: 1, max: 70 })),
      graceOnPrincipal: fc.integer({ min: 0, max: instalments - 1 }),
      graceOnInterest: fc.integer({ min: 0, max: instalments - 1 }),
      instalmentMultiple: fc.option(fc.bigInt(1n, 10_000n)),
      upfrontFee: fc.option(someFee),
      instalmentFee: fc.option(someFee),
      lateFee: fc.option(someFee),
      lateRate: fc.option(fc.constantFrom("0", "3", "36.5", "250").map(rate)),
      monthEnd: fc.constantFrom(...monthEnds),
      businessDays: fc.boolean(),
      rounding: fc.constantFrom(...roundings),
    })
    .map(({ firstAfter, ...terms }) => ({
      ...terms,
      firstDueOn: firstAfter === null ? null : addDays(terms.disbursedOn, firstAfter),
    })),
);

/** Payments and charges on days of their own, so that the order in which they were entered says nothing. */
export const someEvents = ({ principal, instalments, disbursedOn }: Terms): fc.Arbitrary<(Payment | Charge)[]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 900 }), { maxLength: 25 })
    .chain((days) => fc.tuple(...days.map((after) => someEvent(addDays(disbursedOn, after), principal, instalments))));

/** Of every kind but reversals, each on a day of its own. */
export const someLife = (terms: Terms): fc.Arbitrary<CreditEvent[]> => {
  const { principal, disbursedOn } = terms;
  const after = fc.integer({ min: 0, max: 900 }).map((days) => addDays(disbursedOn, days));
  const stop = fc
    .record({ on: after, days: fc.integer({ min: 0, max: 90 }), isWaived: fc.boolean() })
    .map(({ on, days, isWaived }): CreditEvent => {
      const pause = { kind: "pause", on, until: addDays(on, days) } as const;
      return isWaived ? { ...pause, isWaived } : pause;
    });
  const lowering = fc.record({ kind: fc.constant("lower"), on: after, amount: fc.bigInt(1n, principal / 5n + 1n) });
  return fc
    .tuple(
      someEvents(terms),
      fc.array(stop, { maxLength: 4 }),
      fc.array(lowering as fc.Arbitrary<CreditEvent>, { maxLength: principal < 20n ? 0 : 4 }),
    )
    .map(([paid, stops, lowerings]) => [...paid, ...stops, ...lowerings])
    .map((events) => events.filter(({ on }, place) => events.findIndex((other) => other.on === on) === place));
};

export const lastDay = (events: readonly CreditEvent[], otherwise: Day) => inOrder(events).at(-1)?.on ?? otherwise;

function someEvent(on: Day, principal: bigint, instalments: number): fc.Arbitrary<Payment | Charge> {
  const paid = fc.bigInt(1n, principal / 2n + 1n).map((amount) => ({ kind: "payment", on, id: on, amount }) as const);
  const charged = fc.record({
    kind: fc.constant("charge"),
    on: fc.constant(on),
    component: fc.constantFrom("fee", "penalty"),
    amount: fc.bigInt(1n, 10_000n),
    instalment: fc.integer({ min: 1, max: instalments }),
  });
  return fc.oneof({ weight: 3, arbitrary: paid }, charged) as fc.Arbitrary<Payment | Charge>;
}
