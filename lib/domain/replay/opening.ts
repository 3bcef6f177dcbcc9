import { type Instalment, nothing } from "#lib/domain/allocation";
import { addDays, type Day } from "#lib/domain/day";
import { firstRunningDay, nightsOf, type Pause, stretchesOf } from "#lib/domain/pause";
import type { Book } from "#lib/domain/replay/book";
import type { CreditEvent } from "#lib/domain/replay/event";
import { feesDue, interestDue } from "#lib/domain/schedule/accrual";
import { lowered } from "#lib/domain/schedule/lowering";
import { type Plan, planOf, upfrontFeeOf } from "#lib/domain/schedule/plan";
import type { Terms } from "#lib/domain/terms";

/**
 * The schedule as it has become by all that lowers or waives a part of it, with nothing paid: what was paid before is allocated
 * to it anew, and is late or left over by it.
 */
export function openBook(terms: Terms, past: readonly CreditEvent[], asOf: Day): Book {
  const stops = past.filter((event) => event.kind === "pause");
  const stopped = stretchesOf(stops);
  const lowerings = past.filter((event) => event.kind === "lower");
  const plan = lowerings.reduce((before, lowering) => lowered(terms, before, lowering), planOf(terms));
  const waivedStops = stops.filter(({ isWaived }) => isWaived);
  const ended = stretchesOf(waivedStops.filter(({ until }) => until <= asOf));
  const instalments = instalmentsOf(terms, plan, ended);
  return {
    terms,
    plan,
    instalments,
    lastingFees: instalments.map((_, place) => (place === 0 ? upfrontFeeOf(terms) : 0n)),
    lateness: instalments.map(({ dueOn }) => ({
      feeOn: terms.lateFee === null ? null : firstRunningDay(stopped, addDays(dueOn, 1)),
      countedTo: dueOn,
      principalDays: 0n,
      interest: 0n,
    })),
    stopped,
    nights: nightsOf(stopped),
    waived: stretchesOf(waivedStops),
  };
}

function instalmentsOf(terms: Terms, plan: Plan, waived: readonly Pause[]): Instalment[] {
  const interests = interestDue(plan, terms.graceOnInterest, waived, terms.rounding);
  const fees = feesDue(plan, waived, terms.rounding);
  return plan.periods.map(({ dueOn }, place) => ({
    number: place + 1,
    dueOn,
    due: {
      penalty: 0n,
      fee: (fees[place] ?? 0n) + (place === 0 ? upfrontFeeOf(terms) : 0n),
      interest: interests[place] ?? 0n,
      principal: plan.principal[place] ?? 0n,
    },
    paid: { ...nothing },
    late: 0n,
  }));
}
