import { type Consequence, consequencesOf, type Situation } from "#lib/domain/consequences";
import type { AnyMachine } from "#lib/domain/machine";
import { machines } from "#lib/domain/machines";

/** An automatic move that would be made, and from which status to which. */
export type Foreseen = Consequence & { from: string; to: string };

/** More would mean that two rules undo each other. */
const mostMoves = 100;

/** Every automatic move that would follow from a situation, one after the other, until nothing more does. */
export function foreseeMoves(situation: Situation): Foreseen[] {
  const moves: Foreseen[] = [];
  for (let now = situation; moves.length < mostMoves; ) {
    const [next] = consequencesOf(now);
    if (next === undefined) return moves;
    const machine: AnyMachine = machines[next.entity];
    const to = machine.events[next.event]?.to;
    if (to === undefined) throw new Error(`${next.entity} has no event ${next.event}`);
    moves.push({ ...next, from: statusIn(now, next), to });
    now = movedTo(now, next, to);
  }
  throw new Error(`what follows for customer ${situation.customer.code} does not end`);
}

function statusIn({ customer, credits, promises, accounts }: Situation, { code }: Consequence): string {
  const found = [customer, ...credits, ...promises, ...accounts].find((each) => each.code === code);
  if (found === undefined) throw new Error(`no ${code} in what is foreseen`);
  return found.status;
}

function movedTo(situation: Situation, { entity, code }: Consequence, to: string): Situation {
  const moved = <It extends { code: string }>(all: readonly It[]): It[] =>
    all.map((each) => (each.code === code ? { ...each, status: to } : each));
  switch (entity) {
    case "credit":
      return { ...situation, credits: moved(situation.credits).map((each) => (each.code === code ? closedOr(each) : each)) };
    case "promise":
      return { ...situation, promises: moved(situation.promises) };
    case "account":
      return { ...situation, accounts: moved(situation.accounts) };
    default:
      return { ...situation, customer: { ...situation.customer, status: to as Situation["customer"]["status"] } };
  }
}

/** A credit that is settled owes nothing any more; one that is reopened is closed by nothing. */
function closedOr(credit: Situation["credits"][number]): Situation["credits"][number] {
  if (credit.status === "paid") return { ...credit, closedBy: "settle", outstandingMinor: 0n, delinquentDays: 0 };
  return { ...credit, closedBy: null, wasNotedWhole: false };
}
