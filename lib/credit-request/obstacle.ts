import type { Offering } from "#lib/credit-request/borrowing";
import type { RequestField } from "#lib/credit-request/field";
import type { Role } from "#lib/domain/actor";
import type { Day } from "#lib/domain/day";
import type { Refusal } from "#lib/domain/machine";
import { type PreLoanFacts, preLoanMachine, termsRules } from "#lib/domain/pre-loan";
import { transition } from "#lib/domain/transition";

/** Why a customer cannot have an offer now, whatever they ask for: what its confirmation would be refused for, and its days. */
export function obstaclesOf(offering: Offering, role: Role, businessDate: Day): Refusal[] {
  const { facts, terms, type, validFrom, validUntil } = offering;
  return [
    ...confirmation(facts, role).refusals.filter(({ rule }) => fieldOf(rule) === "offer"),
    ...(validFrom !== null && businessDate < validFrom ? [{ rule: "offer_not_yet", values: { firstDate: validFrom } }] : []),
    ...(validUntil !== null && businessDate > validUntil ? [{ rule: "offer_over", values: { lastDate: validUntil } }] : []),
    ...(terms === undefined ? [{ rule: "offer_unset" }] : []),
    ...(type === "purchase" && facts.refinances !== null ? [{ rule: "offer_of_purchases" }] : []),
  ];
}

/** What would be said to whoever confirmed a request with these facts at once. */
export function confirmation(facts: PreLoanFacts, role: Role): { refusals: readonly Refusal[]; needsApproval: boolean } {
  const judged = transition(preLoanMachine, "pending", "confirm", { by: { kind: "operator", role }, facts });
  if (!judged.ok) return { refusals: judged.refusals, needsApproval: false };
  return { refusals: [], needsApproval: judged.needsApproval || facts.rules.fourEyes.includes("pre_loan.confirm") };
}

/** The field that a rule of the confirmation is about. */
export function fieldOf(rule: string): RequestField {
  const [about] = rule.split("_");
  if (about === "terms") return rule === termsRules.firstDueOn ? "first_due_on" : "instalments";
  if (about === "amount" || about === "instalments") return about;
  return about === "offer" || about === "product" || about === "below" ? "offer" : "refinances";
}
