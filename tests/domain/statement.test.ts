import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nothing, type Parts } from "#lib/domain/allocation";
import { addMonths, type Day } from "#lib/domain/day";
import { one } from "#lib/domain/rate";
import { type Settled, statementOf, unmetDays, unmetOf } from "#lib/domain/statement";

const day = (text: string) => text as Day;
const cycle = { closedOn: day("2026-03-20"), dueOn: day("2026-04-05"), since: day("2026-03-05") };
const fivePercent = { rate: one / 20n, fixed: 0n, unit: 1n };

/** A credit of instalments, each due on a day and asking for what it does. */
function credit(status: Settled["status"], ...instalments: [dueOn: string, due: Partial<Parts>][]): Settled {
  const made = instalments.map(([dueOn, due], index) => ({
    ...{ number: index + 1, dueOn: day(dueOn), due: { ...nothing, ...due }, paid: { ...nothing }, late: 0n },
  }));
  return { status, replayed: { instalments: made, payoff: 7n } };
}

describe("the minimum payment", () => {
  const purchase = credit("active", ["2026-04-01", { principal: 90n, interest: 10n }], ["2026-05-01", { principal: 900n }]);

  test.each([
    ["the instalments due, where they are the most", fivePercent, 100n],
    ["the part of the debt, rounded up", { rate: one / 7n, fixed: 0n, unit: 1n }, 143n],
    ["the part of the debt in whole units", { rate: one / 7n, fixed: 0n, unit: 100n }, 200n],
    ["the fixed amount", { rate: one / 20n, fixed: 300n, unit: 1n }, 300n],
    ["never more than the debt", { rate: one / 20n, fixed: 5_000n, unit: 1n }, 1_000n],
  ])("is %s", (_, rule, minimum) => {
    expect(statementOf(cycle, [purchase], rule, 0n)).toEqual({
      ...{ debt: 1_000n, fallsDue: 100n, charges: 0n, minimum, added: minimum, payoff: 7n },
    });
  });

  test("adds charges, and what is unmet of earlier minimums but the charges in them", () => {
    const late = credit("active", ["2026-03-01", { principal: 40n, penalty: 5n }]);
    expect(statementOf(cycle, [purchase, late], fivePercent, 45n)).toMatchObject({
      ...{ debt: 1_045n, charges: 5n, fallsDue: 105n, minimum: 100n + 5n + 40n, added: 100n },
    });
  });

  test("leaves credits in dispute out", () => {
    const disputed = credit("in_dispute", ["2026-04-01", { principal: 500n }]);
    expect(statementOf(cycle, [purchase, disputed], fivePercent, 0n)).toMatchObject({ debt: 1_000n, minimum: 100n });
    expect(statementOf(cycle, [disputed], { rate: one, fixed: 9n, unit: 1n }, 9n)).toMatchObject({
      debt: 0n,
      minimum: 0n,
      payoff: 0n,
    });
  });

  test("is never below what falls due, nor above the debt", () => {
    const amount = fc.bigInt(0n, 10_000n);
    const part = fc.record({ penalty: amount, fee: amount, interest: amount, principal: amount });
    const dueOn = fc.constantFrom("2026-02-05", "2026-03-05", "2026-03-21", "2026-04-05", "2026-04-06");
    const some = fc.array(fc.tuple(dueOn, part), { maxLength: 4 }).map((rows) => credit("active", ...rows));
    const rule = fc.record({ rate: fc.bigInt(0n, one), fixed: amount, unit: fc.constantFrom(1n, 10n, 100n) });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 3 }), rule, amount, (credits, asked, unmet) => {
        const { debt, fallsDue, minimum } = statementOf(cycle, credits, asked, unmet);
        expect(minimum <= debt && minimum >= fallsDue).toBe(true);
      }),
    );
  });
});

describe("minimums", () => {
  const [march, april, may] = [day("2026-03-05"), day("2026-04-05"), day("2026-05-05")];
  const owing = { debt: 10_000n, creditBalance: 0n };

  test.each([
    ["paid whole", [{ dueOn: march, added: 100n, paid: 100n }], 0n, null],
    ["paid in part", [{ dueOn: march, added: 100n, paid: 99n }], 1n, march],
    [
      "of which the older was met since, and the newer not yet",
      [
        { dueOn: march, added: 100n, paid: 60n },
        { dueOn: april, added: 100n, paid: 40n },
      ],
      100n,
      april,
    ],
    [
      "of which the oldest is still not met",
      [
        { dueOn: march, added: 100n, paid: 0n },
        { dueOn: april, added: 100n, paid: 99n },
        { dueOn: may, added: 149n, paid: 0n },
      ],
      250n,
      march,
    ],
    [
      "of which less was owed later",
      [
        { dueOn: march, added: 100n, paid: 0n },
        { dueOn: april, added: -70n, paid: 10n },
      ],
      20n,
      march,
    ],
    [
      "paid too much once, which pays nothing of the next",
      [
        { dueOn: march, added: 100n, paid: 500n },
        { dueOn: april, added: 100n, paid: 0n },
      ],
      100n,
      april,
    ],
    [
      "all met with the last one",
      [
        { dueOn: march, added: 100n, paid: 0n },
        { dueOn: april, added: 100n, paid: 200n },
      ],
      0n,
      null,
    ],
  ])("%s", (_, statements, unmet, dueOn) => {
    expect(unmetOf(statements, owing)).toEqual({ unmet, dueOn });
  });

  test("are never more than what is owed now, nor than that without the credit balance", () => {
    const statements = [
      { dueOn: march, added: 100n, paid: 0n },
      { dueOn: april, added: 100n, paid: 0n },
    ];
    expect(unmetOf(statements, { debt: 150n, creditBalance: 0n })).toEqual({ unmet: 150n, dueOn: march });
    expect(unmetOf(statements, { debt: 150n, creditBalance: 60n })).toEqual({ unmet: 90n, dueOn: april });
    expect(unmetOf(statements, { debt: 50n, creditBalance: 60n })).toEqual({ unmet: 0n, dueOn: null });
  });

  test("come back when what met them is taken back, whatever was asked for since", () => {
    const amount = fc.bigInt(0n, 1_000n);
    const asked = fc.array(fc.record({ added: amount, paid: amount }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(asked, fc.nat(), (made, at) => {
        const statements = made.map((each, place) => ({ ...each, dueOn: addMonths(march, place, "clamp") }));
        const place = at % statements.length;
        const reversed = statements.map((each, index) => (index === place ? { ...each, paid: 0n } : each));
        const before = unmetOf(statements, owing).unmet;
        const after = unmetOf(reversed, owing).unmet;
        const paid = statements[place]?.paid ?? 0n;
        expect(after >= before && after <= before + paid).toBe(true);
      }),
    );
  });

  test("are past due from the day after", () => {
    expect(unmetDays({ unmet: 5n, dueOn: march }, march)).toBeUndefined();
    expect(unmetDays({ unmet: 5n, dueOn: march }, day("2026-03-06"))).toBe(1);
    expect(unmetDays({ unmet: 0n, dueOn: null }, may)).toBeUndefined();
  });
});
