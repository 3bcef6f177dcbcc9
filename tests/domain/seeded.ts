import { offers } from "#db/seed/catalogue";
import type { CreditRow } from "#db/seed/credit";
import { type Person, peopleOf } from "#db/seed/people";
import type { Plan } from "#db/seed/plan";
import type { Situation } from "#lib/domain/consequences";
import { addDays, type Day } from "#lib/domain/day";
import { missingRequirements, requirements } from "#lib/domain/requirement";
import { defaultRules } from "#lib/domain/rules";

export const today = "2026-11-22" as Day;
export const until = Date.UTC(2026, 10, 22, 5);
export const plan: Plan = {
  first: 1,
  rows: 6000,
  seed: 1,
  today,
  until: until * 1000,
  stops: [{ on: addDays(today, -140), until: null }],
};
export const people: Person[] = [...peopleOf(plan, 0, plan.rows)];
export const tales = people.flatMap(({ tale }) => tale ?? []);

/** The day of an instant in Bogotá, five hours behind all year. */
export const dayOf = (instant: string) => new Date(Date.parse(instant) - 5 * 3_600_000).toISOString().slice(0, 10);

export const offerOf = ({ offerId }: Pick<CreditRow, "offerId">) => {
  const offer = Object.values(offers).find(({ id }) => id === offerId);
  if (offer === undefined) throw new Error(`no offer ${offerId}`);
  return offer;
};

/** All that the automatic statuses of somebody seeded depend on, under the default rules. */
export function situationOf({ customer, credits, violations }: Person): Situation {
  const open = violations.filter(({ resolvedAt }) => resolvedAt === null);
  return {
    businessDate: today,
    rules: defaultRules,
    customer: {
      code: customer.id,
      status: customer.status,
      missing: missingRequirements(customer, requirements),
      isHeld: customer.heldAt !== null,
      openViolations: open.length,
      openFraud: open.filter(({ isFraud }) => isFraud).length,
    },
    credits: credits.map((credit) => ({
      code: credit.id,
      status: credit.status,
      outstandingMinor: credit.outstanding,
      toleranceMinor: BigInt(offerOf(credit).product.tolerance) * 100n,
      delinquentDays: Math.max(credit.delinquentDays, Number(credit.carriesDelinquency)),
      isOnlyInherited: credit.carriesDelinquency && credit.delinquentDays === 0,
      closedBy: credit.closedBy,
      wasNotedWhole: credit.wasNotedWhole,
      isProductActive: offerOf(credit).product.status === "enabled",
    })),
    promises: [],
    accounts: [],
  };
}
