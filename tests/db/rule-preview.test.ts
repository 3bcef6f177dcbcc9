import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client";
import { previewRules } from "#db/read/rule-preview";
import { credits } from "#db/schema/credit";
import { requirements } from "#lib/domain/requirement";
import { defaultRules, type Rules } from "#lib/domain/rules";
import { seedPeople } from "#tests/db/lists";
import { addCustomer, addPreLoan } from "#tests/db/portfolio";
import { addOddPeople, askedOneByOne } from "#tests/db/standing";

const days = fc.integer({ min: 1, max: 120 });
const someRules = fc
  .record({
    requirements: fc.subarray([...requirements]),
    delinquencyGraceDays: fc.integer({ min: 0, max: 40 }),
    disableAfterDays: days,
    blockAfterDays: days,
    enablesOnCure: fc.boolean(),
    suspendGraceDays: fc.integer({ min: 0, max: 40 }),
  })
  .map((some): Rules => ({ ...defaultRules, ...some }));

beforeAll(() => seedPeople(600));

test("the rules in force move nobody who stands as they say", async () => {
  expect(await previewRules(defaultRules)).toEqual({});
});

test("of any rules it counts what each person's own facts lead to", { timeout: 120_000 }, async () => {
  await addOddPeople();
  const property = fc.asyncProperty(someRules, async (rules) => {
    const previewed = await previewRules(rules);
    await countDays(rules);
    expect(previewed).toEqual(await askedOneByOne(rules));
    await countDays(defaultRules);
  });
  await fc.assert(property, { numRuns: 6 });
});

test("of fewer days to decide a request it counts those that have waited for longer", async () => {
  const rejected = async (daysToClosePending: number) =>
    (await previewRules({ ...defaultRules, daysToClosePending }))["pre_loan.reject"] ?? 0;
  const limits = [15, 12, 11, 6];
  const before = await Promise.all(limits.map(rejected));
  expect(before[0]).toBe(0);
  const { id } = await addCustomer();
  for (const day of [10, 15]) await addPreLoan(id, { createdAt: `2026-11-${day}T17:00:00Z` });
  const after = await Promise.all(limits.map(rejected));
  expect(after.map((records, at) => records - (before[at] ?? 0))).toEqual([0, 0, 1, 2]);
});

/** As the close of day would, were the rules in force. */
const countDays = ({ delinquencyGraceDays: grace }: Rules) =>
  db.update(credits).set({
    delinquentDays: sql`greatest(0, ${credits.daysPastDue} - ${grace}::int - ${credits.pausedDays})`,
  });
