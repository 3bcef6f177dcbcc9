import { sumOf, unpaidOf } from "#lib/domain/allocation";
import type { Day } from "#lib/domain/day";
import { leastOf, mostOf } from "#lib/domain/money";
import type { Book } from "#lib/domain/replay/book";
import { accruedInterest } from "#lib/domain/schedule/accrual";

/**
 * What pays a credit off on a day, late charges counted to it: all that is unpaid of what has fallen due, and of what has not
 * the principal, the interest accrued by calendar days, and what has been charged of it, but not the fee of the instalment.
 */
export function payoffOf(book: Book, day: Day): bigint {
  return book.instalments.reduce((sum, instalment, place) => {
    const unpaid = unpaidOf(instalment);
    if (instalment.dueOn <= day) return sum + sumOf(unpaid);
    const { interest, fee } = earnedBy(book, place, day);
    return sum + unpaid.principal + unpaid.penalty + (interest - instalment.paid.interest) + (fee - instalment.paid.fee);
  }, 0n);
}

/** Drops what falls due after the day and is not earned by then. */
export function dropUnearned(book: Book, day: Day): void {
  for (const [place, instalment] of book.instalments.entries())
    if (instalment.dueOn > day) Object.assign(instalment.due, earnedBy(book, place, day));
}

/** Never less than what is already paid of it. */
function earnedBy(book: Book, place: number, day: Day): { interest: bigint; fee: bigint } {
  const { due, paid } = book.instalments[place] ?? unknown(place);
  const interest = leastOf(due.interest, accruedBy(book, place, day));
  const fee = leastOf(due.fee, book.lastingFees[place] ?? 0n);
  return { interest: mostOf(interest, paid.interest), fee: mostOf(fee, paid.fee) };
}

/** The interest of all periods that an instalment asks for, as far as it has accrued. */
function accruedBy({ terms, plan, waived }: Book, place: number, day: Day): bigint {
  const grace = terms.graceOnInterest;
  let sum = 0n;
  for (let each = place === grace ? 0 : place; each <= place; each++)
    sum += accruedInterest(plan, each, { to: day, waived }, terms.rounding);
  return sum;
}

function unknown(place: number): never {
  throw new Error(`there is no instalment ${place + 1}`);
}
