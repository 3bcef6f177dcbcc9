import { leastOf } from "#lib/domain/money";

/** What a credit of an account owes: past due and for how long, with the last statement besides that, and in all; minor units. */
export type Owing = { creditId: string; daysPastDue: number; pastDue: bigint; billed: bigint; outstanding: bigint };
export type Split = { parts: { creditId: string; amount: bigint }[]; left: bigint };

/**
 * How a payment to an account goes over its credits, given from the highest rate on and of one rate the oldest first: what is
 * past due, the longest first; then what the last statement asks for; then the rest. What none of them owes is left.
 */
export function splitOver(owing: readonly Owing[], amount: bigint): Split {
  const covered = new Map<string, bigint>();
  let left = amount;
  const cover = (credits: readonly Owing[], most: (credit: Owing) => bigint) => {
    for (const credit of credits) {
      const before = covered.get(credit.creditId) ?? 0n;
      const part = leastOf(left, most(credit) - before);
      if (part <= 0n) continue;
      covered.set(credit.creditId, before + part);
      left -= part;
    }
  };
  const longestFirst = owing.toSorted((one, other) => other.daysPastDue - one.daysPastDue);
  cover(longestFirst, ({ pastDue }) => pastDue);
  cover(owing, ({ pastDue, billed }) => pastDue + billed);
  cover(owing, ({ outstanding }) => outstanding);
  return { parts: [...covered].map(([creditId, part]) => ({ creditId, amount: part })), left };
}
