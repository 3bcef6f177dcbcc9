/** Days past due, both ends included; the last bucket has no end. */
export type Bucket = { from: number; to: number | null };

/** The buckets that begin on these days past due. */
export const bucketsOf = (firstDays: readonly number[]): Bucket[] =>
  firstDays.map((from, place) => ({ from, to: (firstDays[place + 1] ?? Number.NaN) - 1 || null }));

/** The bucket of so many days past due; null where they are fewer than the first begins with. */
export const bucketOf = (days: number, firstDays: readonly number[]): Bucket | null =>
  bucketsOf(firstDays).findLast(({ from }) => from <= days) ?? null;
