import type { Day } from "#lib/domain/day";
import { leastOf } from "#lib/domain/money";
import { flatInterest, flatPrincipal } from "#lib/domain/schedule/flat";
import { feesOn, type Plan, splits } from "#lib/domain/schedule/plan";
import type { Split } from "#lib/domain/schedule/split";
import type { Terms } from "#lib/domain/terms";

/**
 * The plan with its principal lowered on a day: the instalments due after it repay what they hold less the amount, by the
 * same method; of more than they hold, the rest lowers those before, the latest first. In the period that is running, the
 * days before bear the interest of the old balance, and those from the day on that of the new one.
 */
export function lowered(terms: Terms, plan: Plan, { on, amount }: { on: Day; amount: bigint }): Plan {
  const first = plan.periods.findIndex(({ dueOn }) => dueOn > on);
  const place = first < 0 ? plan.periods.length : first;
  const held = total(plan.principal.slice(place));
  const before = takenFromLast(plan.principal.slice(0, place), amount - leastOf(amount, held));
  if (first < 0) return { ...plan, principal: before };
  const after = splitAfter(terms, plan, place, { rest: held - leastOf(amount, held), whole: total(plan.principal) - amount });
  const formers = [...(plan.former.get(place) ?? []), { until: on, interest: plan.interest[place] ?? 0n }];
  return {
    ...plan,
    principal: [...before, ...after.principal],
    interest: [...plan.interest.slice(0, place), ...after.interest],
    fees: [...plan.fees.slice(0, place), ...feesOn(after.principal, terms)],
    former: new Map([...plan.former, [place, formers]]),
  };
}

/** From a place on; flat interest is that of the whole principal, which is lower now. */
function splitAfter(terms: Terms, plan: Plan, place: number, { rest, whole }: { rest: bigint; whole: bigint }): Split {
  const remaining: Terms = {
    ...terms,
    principal: rest,
    instalments: terms.instalments - place,
    graceOnPrincipal: Math.max(0, terms.graceOnPrincipal - place),
  };
  if (terms.method !== "flat") return splits[terms.method](remaining, plan.periods.slice(place), plan.rates.slice(place));
  const { interest, part } = flatInterest({ ...terms, principal: whole }, plan.periods, plan.rates);
  return { principal: flatPrincipal(remaining, part), interest: interest.slice(place) };
}

function takenFromLast(principal: readonly bigint[], amount: bigint): bigint[] {
  let rest = amount;
  const left = principal.toReversed().map((each) => {
    const taken = leastOf(each, rest);
    rest -= taken;
    return each - taken;
  });
  if (rest > 0n) throw new Error(`the principal cannot be lowered by ${rest} more than there is`);
  return left.toReversed();
}

const total = (amounts: readonly bigint[]) => amounts.reduce((sum, each) => sum + each, 0n);
