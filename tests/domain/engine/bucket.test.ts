import { expect, test } from "vitest";
import { bucketOf, bucketsOf } from "#lib/domain/bucket";
import { defaultRules } from "#lib/domain/rules";

test("buckets follow each other without a gap, and the last has no end", () => {
  expect(bucketsOf(defaultRules.buckets)).toEqual([
    { from: 1, to: 30 },
    { from: 31, to: 60 },
    { from: 61, to: 90 },
    { from: 91, to: 120 },
    { from: 121, to: null },
  ]);
  expect(bucketsOf([1, 2])).toEqual([
    { from: 1, to: 1 },
    { from: 2, to: null },
  ]);
});

test.each([
  [0, null],
  [1, { from: 1, to: 30 }],
  [30, { from: 1, to: 30 }],
  [31, { from: 31, to: 60 }],
  [120, { from: 91, to: 120 }],
  [121, { from: 121, to: null }],
  [4_000, { from: 121, to: null }],
])("%i days past due", (days, bucket) => expect(bucketOf(days, defaultRules.buckets)).toEqual(bucket));
