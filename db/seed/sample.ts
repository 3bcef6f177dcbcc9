import { accountStories } from "#db/seed/story/account";
import { creditStories } from "#db/seed/story/credit";
import { disputeStories } from "#db/seed/story/dispute";
import { purchaseStories } from "#db/seed/story/purchase";
import { requestStories } from "#db/seed/story/request";
import { standingStories } from "#db/seed/story/standing";
import type { Story } from "#db/seed/tale";

const stories = [
  ...creditStories,
  ...disputeStories,
  ...requestStories,
  ...standingStories,
  ...accountStories,
  ...purchaseStories,
];
const rounds = 4;

// Customers for half a year to a year: long enough for every story to have happened.
const [oldest, newest] = [0.52, 0.74];

/** Which places of so many play a story, spread over some months; too few places play only some. */
export function sampleOf(rows: number): Map<number, Story> {
  const all = Array.from({ length: rounds }, () => stories).flat();
  return new Map(all.map((story, at) => [Math.floor(rows * (oldest + ((newest - oldest) * at) / all.length)), story]));
}
