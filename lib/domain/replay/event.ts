import { type Day, daysBetween } from "#lib/domain/day";
import type { Pause } from "#lib/domain/pause";

/** One that pays off drops what would fall due later, if it is exactly what pays the credit off that day. */
export type Payment = { kind: "payment"; on: Day; id: string; amount: bigint; isPayoff?: true };
/** Falls due with its instalment, which it may re-open. */
export type Charge = { kind: "charge"; on: Day; component: "fee" | "penalty"; amount: bigint; instalment: number };
export type Reversal = { kind: "reverse"; on: Day; id: string };
/** Takes an amount off the principal. */
type Lowering = { kind: "lower"; on: Day; amount: bigint };
/** Stops delinquent days and late charges; a waived one, once it has ended, the scheduled interest and fees of its days too. */
type Stop = Pause & { kind: "pause"; isWaived?: true };

/** What happened to a credit on a day. */
export type CreditEvent = Payment | Charge | Reversal | Lowering | Stop;

/** Events count by their day, and within a day in the order in which they were entered. */
export const inOrder = (events: readonly CreditEvent[]) => events.toSorted((one, other) => daysBetween(other.on, one.on));
