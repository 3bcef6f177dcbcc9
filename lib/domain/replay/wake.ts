import { isPaid } from "#lib/domain/allocation";
import { addDays, type Day } from "#lib/domain/day";
import { firstRunningDay } from "#lib/domain/pause";
import type { Book } from "#lib/domain/replay/book";
import type { CreditEvent } from "#lib/domain/replay/event";

/**
 * The first day after another on which, with no further event, more changes than the count of days and what pays the credit
 * off: an instalment becomes past due, a late charge is added, or a pause ends whose days are waived. Null where nothing can.
 */
export function wakesOn(book: Book, past: readonly CreditEvent[], asOf: Day): Day | null {
  const tomorrow = addDays(asOf, 1);
  const days: Day[] = [];
  for (const [place, instalment] of book.instalments.entries()) {
    if (isPaid(instalment)) continue;
    if (instalment.dueOn >= asOf) {
      days.push(addDays(instalment.dueOn, 1));
      break;
    }
    const feeOn = book.lateness[place]?.feeOn;
    if (feeOn) days.push(feeOn);
    if (book.terms.lateRate && instalment.due.principal > instalment.paid.principal)
      days.push(firstRunningDay(book.stopped, tomorrow));
  }
  const end = book.instalments.at(-1)?.dueOn ?? asOf;
  for (const event of past)
    if (event.kind === "pause" && event.isWaived && event.until > asOf && event.on < end) days.push(event.until);
  return days.filter((each) => each > asOf).toSorted()[0] ?? null;
}
