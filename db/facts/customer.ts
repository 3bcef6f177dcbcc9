import "server-only";
import type { Sight } from "#db/facts/sight";
import { findSituation } from "#db/facts/situation";
import type { Moved } from "#db/move/record";
import { worstCredit } from "#lib/domain/consequences";
import type { CustomerFacts } from "#lib/domain/customer";

export async function customerFacts(sight: Sight, { id }: Moved): Promise<CustomerFacts> {
  const situation = sight.seen?.id === id ? sight.seen : await findSituation(sight, id);
  const { customer, credits, pendingPreLoans, pendingPrePayments, openAccounts } = situation;
  const worst = worstCredit(situation);
  return {
    rules: sight.rules,
    missing: customer.missing,
    delinquentDays: worst.delinquentDays,
    delinquentCredit: worst.code,
    isOnlyInherited: worst.isOnlyInherited,
    openViolations: customer.openViolations,
    openFraud: customer.openFraud,
    isHeld: customer.isHeld,
    activeCredits: credits.filter(({ status }) => status === "active").length,
    disputedCredits: credits.filter(({ status }) => status === "in_dispute").length,
    ...{ pendingPreLoans, pendingPrePayments, openAccounts },
  };
}
