import { parseDay } from "#lib/domain/day";
import { dueOn } from "#lib/domain/schedule/due-day";
import type { Terms } from "#lib/domain/terms";

/** A setting that can contradict another. */
export type FaultyField = "firstDueOn" | "graceOnPrincipal" | "graceOnInterest" | "instalments";

/** The first setting that contradicts another, with the reason; undefined where a schedule can be built. */
export function termsFault(terms: Terms): { field: FaultyField; because: string } | undefined {
  const { instalments, disbursedOn, firstDueOn } = terms;
  if (firstDueOn !== null && firstDueOn <= disbursedOn)
    return { field: "firstDueOn", because: `${firstDueOn} is not after the disbursement on ${disbursedOn}` };
  for (const field of ["graceOnPrincipal", "graceOnInterest"] as const)
    if (terms[field] >= instalments)
      return { field, because: `a grace of ${terms[field]} leaves none of ${instalments} instalments to pay in` };
  // A business day is looked for only in the calendar.
  if (parseDay(dueOn({ ...terms, businessDays: false }, instalments)) === undefined)
    return { field: "instalments", because: "the last of them would fall due after the year 9999" };
  return undefined;
}
