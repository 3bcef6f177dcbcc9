import { isPaid } from "#lib/domain/allocation";
import { feeOn } from "#lib/domain/charge";
import { type Day, daysBetween } from "#lib/domain/day";
import { divide } from "#lib/domain/money";
import { pausedDays } from "#lib/domain/pause";
import { one } from "#lib/domain/rate";
import type { Book } from "#lib/domain/replay/book";

/**
 * Adds to the penalty of an instalment what it is charged up to and including a day, before anything else of that day. The
 * late fee is decided at the start of its day. Late interest is unpaid principal × late rate × days ÷ 365 (actual/365,
 * whatever the day count), summed exactly, and the sum rounded. Nothing may have changed since it was last counted.
 */
export function chargeLate({ terms, instalments, lateness, nights }: Book, place: number, day: Day): void {
  const [instalment, late] = [instalments[place], lateness[place]];
  if (instalment === undefined || late === undefined || day <= late.countedTo) return;
  if (late.feeOn !== null && late.feeOn <= day) {
    if (terms.lateFee !== null && !isPaid(instalment))
      instalment.due.penalty += feeOn(instalment.due.principal, terms.lateFee, terms.rounding);
    late.feeOn = null;
  }
  const unpaid = instalment.due.principal - instalment.paid.principal;
  if (terms.lateRate !== null && unpaid > 0n) {
    const days = daysBetween(late.countedTo, day) - pausedDays(nights, late.countedTo, day);
    late.principalDays += unpaid * BigInt(days);
    const interest = divide(late.principalDays * terms.lateRate, one * 365n, terms.rounding);
    instalment.due.penalty += interest - late.interest;
    late.interest = interest;
  }
  late.countedTo = day;
}

export function chargeAllLate(book: Book, day: Day): void {
  for (let place = 0; place < book.instalments.length; place++) chargeLate(book, place, day);
}
