import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Owing, splitOver } from "#lib/domain/account-payment";

const owing = (creditId: string, more: Partial<Owing>): Owing => ({
  ...{ creditId, daysPastDue: 0, pastDue: 0n, billed: 0n, outstanding: 100n },
  ...more,
});

describe("a payment to an account", () => {
  test("pays what is past due first, the longest before the others; then what is billed; then the rest by rate and age", () => {
    const credits = [
      owing("dear", { billed: 10n }),
      owing("late", { daysPastDue: 3, pastDue: 20n, billed: 10n }),
      owing("later", { daysPastDue: 9, pastDue: 30n }),
    ];
    const by = (amount: bigint) => Object.fromEntries(splitOver(credits, amount).parts.map((it) => [it.creditId, it.amount]));
    expect(by(30n)).toEqual({ later: 30n });
    expect(by(45n)).toEqual({ later: 30n, late: 15n });
    expect(by(65n)).toEqual({ later: 30n, late: 20n + 5n, dear: 10n });
    expect(by(150n)).toEqual({ later: 30n, late: 20n + 10n, dear: 10n + 80n });
    expect(splitOver(credits, 350n)).toMatchObject({ left: 50n });
  });

  test("is never more than it is, nor more on a credit than that owes", () => {
    const amount = fc.bigInt(0n, 500n);
    const credit = fc.record({ daysPastDue: fc.nat(40), pastDue: amount, billed: amount, rest: amount });
    fc.assert(
      fc.property(fc.array(credit, { maxLength: 5 }), fc.bigInt(0n, 5_000n), (made, paid) => {
        const credits = made.map(({ rest, ...it }, at) => ({
          ...{ ...it, creditId: `${at}`, outstanding: it.pastDue + it.billed + rest },
        }));
        const { parts, left } = splitOver(credits, paid);
        const owed = credits.reduce((sum, { outstanding }) => sum + outstanding, 0n);
        expect(parts.reduce((sum, part) => sum + part.amount, left)).toBe(paid);
        expect(left).toBe(paid > owed ? paid - owed : 0n);
        for (const part of parts) {
          expect(part.amount > 0n && part.amount <= (credits[Number(part.creditId)]?.outstanding ?? 0n)).toBe(true);
        }
      }),
    );
  });
});
