import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client";
import { checkBooks } from "#db/read/books-check";
import { addBorrower, live, someMove } from "#tests/db/life";
import { useRules } from "#tests/db/moving";
import { someOffer } from "#tests/db/offered";

beforeAll(() => useRules({ overpaymentLimitMinor: 100_00n, delinquencyGraceDays: 2 }));

test("whatever is done with credits, their books are right", { timeout: 240_000 }, async () => {
  const some = fc.array(someMove, { minLength: 6, maxLength: 18 });
  await fc.assert(
    fc.asyncProperty(someOffer, fc.boolean(), some, async (offer, isOnAccount, moves) => {
      const somebody = await addBorrower(offer, isOnAccount);
      for (const move of moves) await live(somebody, move);
      const { differences, told } = await checkBooks(db);
      expect({ differences, told }).toEqual({ differences: 0, told: [] });
    }),
    // Of what is tried after a failure all would fail, for its books stay.
    { numRuns: 8, endOnFailure: true },
  );
});
