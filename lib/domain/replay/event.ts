import type { Pause } from "#lib/domain/arrears";
import { type Day, daysBetween } from "#lib/domain/day";

export type Payment = { kind: "payment"; on: Day; id: string; amount: bigint };
/** Falls due with its instalment, which it may re-open. */
export type Charge = { kind: "charge"; on: Day; component: "fee" | "penalty"; amount: bigint; instalment: number };
export type Reversal = { kind: "reverse"; on: Day; id: string };

/** What happened to a credit on a day. */
export type CreditEvent = Payment | Charge | Reversal | ({ kind: "pause" } & Pause);

/** Events count by their day, and within a day in the order in which they were entered. */
export const inOrder = (events: readonly CreditEvent[]) => events.toSorted((one, other) => daysBetween(other.on, one.on));
