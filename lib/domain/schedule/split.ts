import { leastOf } from "#lib/domain/money";
import type { Period } from "#lib/domain/schedule/period";
import type { Terms } from "#lib/domain/terms";

/** What each instalment bears of principal and of interest, one per period. */
export type Split = { principal: bigint[]; interest: bigint[] };

/** How a method splits; the rates are those of the periods. */
export type SplitMethod = (terms: Terms, periods: readonly Period[], rates: readonly bigint[]) => Split;

/** Parts of a total, all alike but the last, which takes what the others leave; never more than there is. */
export function evenly(total: bigint, count: number, part: bigint): bigint[] {
  let rest = total;
  return Array.from({ length: count }, (_, index) => {
    const share = index === count - 1 ? rest : leastOf(part, rest);
    rest -= share;
    return share;
  });
}
