import { consequencesOf, type Situation, worstCredit } from "#lib/domain/consequences";
import { type CustomerStatus, customerMachine } from "#lib/domain/customer";
import type { Values } from "#lib/domain/machine";
import { transition } from "#lib/domain/transition";

/** An automatic move of a customer, and the rule that sets it. */
export type CustomerMove = { event: string; from: CustomerStatus; to: CustomerStatus; rule: string; values: Values };

/** More would mean that two rules undo each other. */
const mostMoves = 10;

/** Every move that follows for a customer, one after the other, until nothing more does; throws where a guard says no to a rule. */
export function customerMovesOf(situation: Situation): CustomerMove[] {
  const moves: CustomerMove[] = [];
  for (let now = situation; moves.length < mostMoves; ) {
    const next = consequencesOf(now).find(({ entity }) => entity === "customer");
    if (next === undefined) return moves;
    const { event, rule, values } = next;
    const from = now.customer.status;
    const to = judged(now, event);
    moves.push({ event, from, to, rule, values });
    now = { ...now, customer: { ...now.customer, status: to } };
  }
  throw new Error(`what follows for customer ${situation.customer.code} does not end`);
}

function judged(situation: Situation, event: string): CustomerStatus {
  const { customer, rules } = situation;
  const { code, status, missing, isHeld, openViolations, openFraud } = customer;
  const { delinquentDays, isOnlyInherited, code: delinquentCredit } = worstCredit(situation);
  const worst = { delinquentDays, delinquentCredit, isOnlyInherited };
  const facts = { rules, missing, isHeld, openViolations, openFraud, ...worst, ...unasked };
  const result = transition(customerMachine, status, event as keyof typeof customerMachine.events, {
    by: { kind: "system" },
    facts,
  });
  if (result.ok) return result.to as CustomerStatus;
  throw new Error(`${event} of ${code} follows by rule, but is refused: ${result.refusals.map(({ rule }) => rule).join(", ")}`);
}

/** Only `delete` asks for these, which no rule does. */
const unasked = { activeCredits: 0, disputedCredits: 0, pendingPreLoans: 0, pendingPrePayments: 0, openAccounts: 0 };
