import type { Book } from "#lib/domain/book";
import type { Day } from "#lib/domain/day";

/** Whom to make: as many, from where on, up to when. */
export type Plan = {
  /** The ordinal of the first row; what must be unique is made from ordinals. */
  first: number;
  rows: number;
  seed: number;
  /** The business date, and when it begins, in microseconds: everything happened before it. */
  today: Day;
  until: number;
  /** While the product of the catalogue that is inactive was so. */
  stops: Book["stops"];
};
