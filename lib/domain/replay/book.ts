import type { Instalment } from "#lib/domain/allocation";
import type { Day } from "#lib/domain/day";
import type { Pause } from "#lib/domain/pause";
import type { Plan } from "#lib/domain/schedule/plan";
import type { Terms } from "#lib/domain/terms";

/** A credit while it is replayed; the lists have an entry for each instalment. */
export type Book = {
  terms: Terms;
  /** Before anything is waived. */
  plan: Plan;
  instalments: Instalment[];
  /** The fees that are owed even if the credit is paid off before the instalment is due. */
  lastingFees: bigint[];
  lateness: Lateness[];
  stopped: readonly Pause[];
  /** The stopped days as late interest counts them. */
  nights: readonly Pause[];
  /** Those of the stopped days whose scheduled interest is waived. */
  waived: readonly Pause[];
};

/**
 * How far the late charges of an instalment are counted: the day on which its late fee is decided, null if it is or none is
 * agreed; and the late interest, from the sum of the principal unpaid on each day.
 */
type Lateness = { feeOn: Day | null; countedTo: Day; principalDays: bigint; interest: bigint };
