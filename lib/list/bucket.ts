/** The options of a filter on days past due: none, and each of the project's buckets by its first day. */
export const bucketOptions = (firstDays: readonly number[]): string[] => [current, ...firstDays.map((day) => `b${day}`)];

/** The days past due that an option stands for, among all there are; without `to` there is no last one. */
export function bucketDays(option: string, options: readonly string[]): { from: number; to?: number } {
  const next = options[options.indexOf(option) + 1];
  const from = option === current ? 0 : firstDay(option);
  return next === undefined ? { from } : { from, to: firstDay(next) - 1 };
}

const current = "current";
const firstDay = (option: string) => Number(option.slice(1));
