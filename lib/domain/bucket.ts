/** Days past due, both ends included; the last bucket has no end. */
export type Bucket = { from: number; to: number | null };

/** The buckets that begin on these days past due, which ascend. */
export const bucketsOf = (firstDays: readonly number[]): Bucket[] =>
  firstDays.map((from, place) => {
    const next = firstDays[place + 1];
    return { from, to: next === undefined ? null : next - 1 };
  });

/** The bucket of so many days past due; null where they are fewer than the first begins with. */
export const bucketOf = (days: number, firstDays: readonly number[]): Bucket | null =>
  bucketsOf(firstDays).findLast(({ from }) => from <= days) ?? null;
