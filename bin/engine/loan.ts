import { z } from "zod";
import { amount, count, day } from "#bin/engine/field";
import { termsInput } from "#bin/engine/terms";
import { eventFault } from "#lib/domain/replay/fault";
import { components } from "#lib/domain/rules";

/** A credit and what happened to it, as scripts write them. */
export const loanInput = (decimals: number) =>
  z
    .strictObject({
      terms: termsInput(decimals),
      allocation: z
        .array(z.enum(components))
        .refine(hasEachOnce, "names each of the four components once")
        .default([...components]),
      graceDays: count(0, 10_000).default(0),
      asOf: day,
      events: z.array(eventInput(decimals)).default([]),
    })
    .superRefine(({ terms, events }, context) => {
      const fault = eventFault(terms, events);
      if (fault === undefined) return;
      context.addIssue({ code: "custom", path: ["events", fault.place, fault.field], message: fault.because });
    });

const hasEachOnce = (order: readonly string[]) => order.length === components.length && new Set(order).size === order.length;

function eventInput(decimals: number) {
  const id = z.string().min(1).max(100);
  return z.discriminatedUnion(
    "kind",
    [
      z
        .strictObject({ kind: z.literal("payment"), on: day, id, amount: amount(decimals), payoff: z.boolean().default(false) })
        .transform(({ payoff, ...payment }) => (payoff ? { ...payment, isPayoff: true as const } : payment)),
      z.strictObject({ kind: z.literal("reverse"), on: day, id }),
      z.strictObject({
        kind: z.literal("charge"),
        on: day,
        component: z.enum(["fee", "penalty"]),
        amount: amount(decimals),
        instalment: count(1, 5000),
      }),
      z.strictObject({ kind: z.literal("lower"), on: day, amount: amount(decimals) }),
      z
        .strictObject({ kind: z.literal("pause"), on: day, until: day, waived: z.boolean().default(false) })
        .transform(({ waived, ...pause }) => (waived ? { ...pause, isWaived: true as const } : pause)),
    ],
    "an event is a payment, reverse, charge, lower or pause",
  );
}
