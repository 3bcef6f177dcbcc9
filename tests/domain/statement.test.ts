import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nothing, type Parts } from "#lib/domain/allocation";
import type { Day } from "#lib/domain/day";
import { one } from "#lib/domain/rate";
import { type Settled, statementOf, unmetOf } from "#lib/domain/statement";

const day = (text: string) => text as Day;
const cycle = { closedOn: day("2026-03-20"), dueOn: day("2026-04-05"), since: day("2026-03-05") };
const fivePercent = { rate: one / 20n, fixed: 0n };

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
    ["the part of the debt, rounded up", { rate: one / 7n, fixed: 0n }, 143n],
    ["the fixed amount", { rate: one / 20n, fixed: 300n }, 300n],
    ["never more than the debt", { rate: one / 20n, fixed: 5_000n }, 1_000n],
  ])("is %s", (_, rule, minimum) => {
    expect(statementOf(cycle, [purchase], rule, 0n)).toEqual({ debt: 1_000n, fallsDue: 100n, charges: 0n, minimum, payoff: 7n });
  });

  test("adds charges, and what is unmet of earlier minimums but the charges in them", () => {
    const late = credit("active", ["2026-03-01", { principal: 40n, penalty: 5n }]);
    expect(statementOf(cycle, [purchase, late], fivePercent, 45n)).toMatchObject({
      ...{ debt: 1_045n, charges: 5n, fallsDue: 105n, minimum: 100n + 5n + 40n },
    });
  });

  test("leaves credits in dispute out", () => {
    const disputed = credit("in_dispute", ["2026-04-01", { principal: 500n }]);
    expect(statementOf(cycle, [purchase, disputed], fivePercent, 0n)).toMatchObject({ debt: 1_000n, minimum: 100n });
    expect(statementOf(cycle, [disputed], { rate: one, fixed: 9n }, 9n)).toMatchObject({ debt: 0n, minimum: 0n, payoff: 0n });
  });

  test("is never below what falls due, nor above the debt", () => {
    const amount = fc.bigInt(0n, 10_000n);
    const part = fc.record({ penalty: amount, fee: amount, interest: amount, principal: amount });
    const dueOn = fc.constantFrom("2026-02-05", "2026-03-05", "2026-03-21", "2026-04-05", "2026-04-06");
    const some = fc.array(fc.tuple(dueOn, part), { maxLength: 4 }).map((rows) => credit("active", ...rows));
    const rule = fc.record({ rate: fc.bigInt(0n, one), fixed: amount });
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

  test.each([
    ["paid whole", [{ dueOn: march, minimum: 100n, paid: 100n }], 0n, null],
    ["paid in part", [{ dueOn: march, minimum: 100n, paid: 99n }], 1n, march],
    [
      "of which the older was met since, and the newer not yet",
      [
        { dueOn: march, minimum: 100n, paid: 60n },
        { dueOn: april, minimum: 140n, paid: 40n },
      ],
      100n,
      april,
    ],
    [
      "of which the oldest is still not met",
      [
        { dueOn: march, minimum: 100n, paid: 0n },
        { dueOn: april, minimum: 200n, paid: 99n },
        { dueOn: may, minimum: 250n, paid: 0n },
      ],
      250n,
      march,
    ],
    [
      "of which the oldest was met by and by",
      [
        { dueOn: march, minimum: 100n, paid: 0n },
        { dueOn: april, minimum: 200n, paid: 99n },
        { dueOn: may, minimum: 250n, paid: 1n },
      ],
      249n,
      april,
    ],
    [
      "of which less is owed by now",
      [
        { dueOn: march, minimum: 100n, paid: 0n },
        { dueOn: april, minimum: 30n, paid: 10n },
      ],
      20n,
      march,
    ],
    [
      "all met with the last one",
      [
        { dueOn: march, minimum: 100n, paid: 0n },
        { dueOn: april, minimum: 200n, paid: 200n },
      ],
      0n,
      null,
    ],
  ])("%s", (_, statements, unmet, dueOn) => {
    expect(unmetOf(statements)).toEqual({ unmet, dueOn });
  });
});
