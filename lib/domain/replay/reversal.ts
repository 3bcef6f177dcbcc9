import type { CreditEvent, Payment, Reversal } from "#lib/domain/replay/event";

/** The payments that were taken back, and the events that cannot be. */
export type Reversals = { reversed: ReadonlySet<Payment>; faults: { event: Payment | Reversal; because: string }[] };

/** Of events in their order: a reversal takes back the payment of its id, made before it or on its day; the id is free again. */
export function reversalsIn(ordered: readonly CreditEvent[]): Reversals {
  const accepted = new Map<string, Payment>();
  const reversed = new Set<Payment>();
  const faults: Reversals["faults"] = [];
  for (const event of ordered) {
    if (event.kind === "payment" && !reversed.has(event)) {
      if (accepted.has(event.id)) faults.push({ event, because: `there already is a payment "${event.id}"` });
      else accepted.set(event.id, event);
    }
    if (event.kind === "reverse") {
      const payment = accepted.get(event.id) ?? laterThatDay(ordered, event, reversed);
      if (payment === undefined) faults.push({ event, because: `on ${event.on} there is no payment "${event.id}" to reverse` });
      else reversed.add(payment);
      accepted.delete(event.id);
    }
  }
  return { reversed, faults };
}

function laterThatDay(ordered: readonly CreditEvent[], { on, id }: Reversal, reversed: ReadonlySet<Payment>) {
  return ordered
    .filter((event) => event.kind === "payment")
    .find((payment) => payment.on === on && payment.id === id && !reversed.has(payment));
}
