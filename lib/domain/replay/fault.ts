import { type CreditEvent, inOrder } from "#lib/domain/replay/event";
import { reversalsIn } from "#lib/domain/replay/reversal";
import type { Terms } from "#lib/domain/terms";

export type EventFault = { place: number; field: "on" | "id" | "until" | "instalment" | "amount"; because: string };

/** The first of the events that cannot have happened to a credit of these terms. */
export function eventFault(
  { disbursedOn, instalments, principal }: Terms,
  events: readonly CreditEvent[],
): EventFault | undefined {
  let lowered = 0n;
  for (const [place, event] of events.entries()) {
    if (event.kind === "pause") {
      if (event.until < event.on) return { place, field: "until", because: `${event.until} is before ${event.on}` };
    } else if (event.on < disbursedOn)
      return { place, field: "on", because: `${event.on} is before the disbursement on ${disbursedOn}` };
    if (event.kind === "charge" && event.instalment > instalments)
      return { place, field: "instalment", because: `there is no instalment ${event.instalment}, but ${instalments} in all` };
    if (event.kind === "lower") lowered += event.amount;
    if (lowered > principal) return { place, field: "amount", because: "the principal would be lowered by more than all of it" };
  }
  const [fault] = reversalsIn(inOrder(events)).faults;
  return fault && { place: events.indexOf(fault.event), field: "id", because: fault.because };
}
