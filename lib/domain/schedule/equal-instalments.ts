import { divide, leastOf } from "#lib/domain/money";
import { one } from "#lib/domain/rate";
import { inMultiple } from "#lib/domain/schedule/multiple";
import type { Split, SplitMethod } from "#lib/domain/schedule/split";
import type { Terms } from "#lib/domain/terms";

/** French amortisation: every instalment after the grace is alike, but the last. */
export const equalInstalments: SplitMethod = (terms, _, rates) => {
  const instalment = inMultiple(levelInstalment(terms, rates.slice(terms.graceOnPrincipal)), terms);
  const plan = amortise(terms, rates, instalment);
  const smoother = smootherInstalment(terms, plan);
  if (smoother === plan.instalment) return plan;
  const other = amortise(terms, rates, smoother);
  return magnitude(lastDifference(other)) < magnitude(lastDifference(plan)) ? other : plan;
};

type Plan = Split & { instalment: bigint };

/**
 * P · ∏(1 + rₖ) ÷ fₙ, where f₁ = 1 and fₖ = fₖ₋₁ · (1 + rₖ) + 1 (Apache Fineract, progressive schedule): the principal over
 * what one unit in every instalment is worth at the start, which takes one division for each and not two.
 */
function levelInstalment({ principal, rounding }: Terms, rates: readonly bigint[]): bigint {
  const worth = rates.reduceRight((later, rate) => divide((later + one) * one, one + rate, "half_even"), 0n);
  return divide(principal * one, worth, rounding);
}

function amortise(terms: Terms, rates: readonly bigint[], instalment: bigint): Plan {
  const plan: Plan = { principal: [], interest: [], instalment };
  let balance = terms.principal;
  for (const [index, rate] of rates.entries()) {
    const interest = divide(balance * rate, one, terms.rounding);
    const principal =
      index === rates.length - 1 ? balance : index < terms.graceOnPrincipal ? 0n : within(instalment - interest, balance);
    plan.principal.push(principal);
    plan.interest.push(interest);
    balance -= principal;
  }
  return plan;
}

const within = (principal: bigint, balance: bigint) => (principal < 0n ? 0n : leastOf(principal, balance));

/** The difference of the last instalment spread over all, where it is more than half a minor unit for each. */
function smootherInstalment(terms: Terms, plan: Plan): bigint {
  const count = BigInt(terms.instalments - terms.graceOnPrincipal);
  const difference = lastDifference(plan);
  if (count < 2n || magnitude(difference) <= count / 2n) return plan.instalment;
  return inMultiple(plan.instalment + divide(difference, count, terms.rounding), terms);
}

function lastDifference({ principal, interest }: Plan): bigint {
  const payment = (back: number) => (principal.at(back) ?? 0n) + (interest.at(back) ?? 0n);
  return payment(-1) - payment(-2);
}

const magnitude = (amount: bigint) => (amount < 0n ? -amount : amount);
