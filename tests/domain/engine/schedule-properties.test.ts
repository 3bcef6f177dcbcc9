import fc from "fast-check";
import { expect, test } from "vitest";
import { buildSchedule } from "#lib/domain/schedule";
import { termsFault } from "#lib/domain/schedule/terms-fault";
import { someTerms } from "#tests/domain/engine/arbitrary";

const total = (amounts: readonly bigint[]) => amounts.reduce((sum, each) => sum + each, 0n);

test("of every schedule: the principal sums to the loan and the balance ends at zero, in as many instalments as agreed", () => {
  fc.assert(
    fc.property(someTerms, (terms) => {
      expect(termsFault(terms)).toBeUndefined();
      const rows = buildSchedule(terms);
      expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: terms.instalments }, (_, index) => index + 1));
      expect(total(rows.map(({ principal }) => principal))).toBe(terms.principal);
      expect(rows.at(-1)?.balance).toBe(0n);
    }),
    { numRuns: 200 },
  );
});

test("of every row: nothing is negative, the payment is its parts, the balance is what is left, the days lead to its due day", () => {
  fc.assert(
    fc.property(someTerms, (terms) => {
      let balance = terms.principal;
      let dueBefore: string = terms.disbursedOn;
      for (const row of buildSchedule(terms)) {
        expect(row.payment).toBe(row.principal + row.interest + row.fees);
        expect([row.principal, row.interest, row.fees, row.balance].every((amount) => amount >= 0n)).toBe(true);
        balance -= row.principal;
        expect(row.balance).toBe(balance);
        expect((Date.parse(row.dueOn) - Date.parse(dueBefore)) / 86_400_000).toBe(row.days);
        expect(row.days).toBeGreaterThanOrEqual(0);
        dueBefore = row.dueOn;
      }
    }),
    { numRuns: 200 },
  );
});

test("in a grace nothing is due, and interest is deferred, never lost", () => {
  fc.assert(
    fc.property(someTerms, (terms) => {
      const rows = buildSchedule(terms);
      expect(total(rows.slice(0, terms.graceOnPrincipal).map(({ principal }) => principal))).toBe(0n);
      expect(total(rows.slice(0, terms.graceOnInterest).map(({ interest }) => interest))).toBe(0n);
      const paidAtOnce = buildSchedule({ ...terms, graceOnInterest: 0 });
      expect(rows.map(({ principal }) => principal)).toEqual(paidAtOnce.map(({ principal }) => principal));
      expect(total(rows.map(({ interest }) => interest))).toBe(total(paidAtOnce.map(({ interest }) => interest)));
    }),
  );
});

test("equal instalments are equal, but for the last one, and where the interest alone is more or the principal runs out", () => {
  fc.assert(
    fc.property(someTerms, (given) => {
      const terms = { ...given, method: "equal_instalments", graceOnInterest: 0, instalmentMultiple: null } as const;
      const alike = buildSchedule(terms)
        .slice(0, -1)
        .filter(({ principal, balance }) => principal > 0n && balance > 0n);
      expect(new Set(alike.map(({ principal, interest }) => principal + interest)).size).toBeLessThanOrEqual(1);
    }),
  );
});

test("the same terms give the same schedule", () => {
  fc.assert(
    fc.property(someTerms, (terms) => {
      expect(buildSchedule(terms)).toEqual(buildSchedule(structuredClone(terms)));
    }),
  );
});
