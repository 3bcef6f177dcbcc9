import { between, day } from "#db/seed/instant";
import { earliest, type Life } from "#db/seed/life";
import { type Random, weighted } from "#db/seed/random";
import type { CustomerStatus } from "#lib/domain/customer";
import { defaultRules } from "#lib/domain/rules";

/** What made a customer disabled or blocked: a credit in arrears, a rule that they broke, or an operator. */
export type Cause = "delinquency" | "violation" | "fraud" | "hold";

const ofDisabled = weighted<Cause>([
  [17, "delinquency"],
  [2, "violation"],
  [1, "hold"],
]);
const ofDisabledWithoutCredit = weighted<Cause>([
  [3, "violation"],
  [2, "hold"],
]);
const ofBlocked = weighted<Cause>([
  [4, "delinquency"],
  [1, "fraud"],
]);

/** Why the status of a life is what it is by the default rules; undefined of one that needs no reason. */
export function causeFrom(random: Random, { status, activeCredits }: Life): Cause | undefined {
  if (status === "disabled") return random.pick(activeCredits > 0 ? ofDisabled : ofDisabledWithoutCredit);
  if (status === "blocked") return activeCredits > 0 ? random.pick(ofBlocked) : "fraud";
  return undefined;
}

/** When the status of a life changed: whom arrears disabled long ago is blocked by now. */
export function changedFor(
  random: Random,
  cause: Cause | undefined,
  { status, registeredAt, statusChangedAt }: Life,
  until: number,
) {
  if (cause !== "delinquency" || status !== "disabled") return statusChangedAt;
  const first = (registeredAt ?? 0) + (earliest.disabled ?? 0) * day;
  return between(random, Math.min(Math.max(first, until - mostDaysDisabled * day), until - 1), until);
}

const { blockAfterDays, disableAfterDays } = defaultRules;
const mostDaysDisabled = blockAfterDays - disableAfterDays - 1;

/** How many days past due a credit is that gave its customer their status so many days ago. */
export const daysPastDueAfter = (status: CustomerStatus, days: number): number =>
  days + (status === "blocked" ? blockAfterDays : disableAfterDays);
