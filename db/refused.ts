import "server-only";
import type { Refusal } from "#lib/domain/machine";

/** Undoes the transaction: what was asked for is refused. */
export class Refused extends Error {
  readonly refusals: [Refusal, ...Refusal[]];
  constructor(refusals: [Refusal, ...Refusal[]]) {
    super(`refused: ${refusals.map(({ rule }) => rule).join(", ")}`);
    this.refusals = refusals;
  }
}

/** Refuses what anything stands against. */
export function refuseIf([first, ...others]: readonly Refusal[]): void {
  if (first !== undefined) throw new Refused([first, ...others]);
}
