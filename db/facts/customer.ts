import "server-only";
import { sql } from "drizzle-orm";
import { ask, type Sight } from "#db/facts/ask";
import { findSituation } from "#db/facts/situation";
import type { Moved } from "#db/move/record";
import { worstCredit } from "#lib/domain/consequences";
import type { CustomerFacts } from "#lib/domain/customer";

type Counts = { pendingPreLoans: number; pendingPrePayments: number; openAccounts: number };

export async function customerFacts(sight: Sight, { id }: Moved): Promise<CustomerFacts> {
  const situation = await findSituation(sight, id);
  const { customer, credits } = situation;
  const worst = worstCredit(situation);
  const counts = await ask<Counts>(
    sight.db,
    sql`select (select count(*)::int from pre_loans where customer_id = ${id} and status = 'pending') as "pendingPreLoans",
      (select count(*)::int from pre_payments where customer_id = ${id} and status = 'pending') as "pendingPrePayments",
      (select count(*)::int from accounts where customer_id = ${id} and status <> 'canceled') as "openAccounts"`,
  );
  return {
    rules: sight.rules,
    missing: customer.missing,
    delinquentDays: worst.delinquentDays,
    delinquentCredit: worst.code,
    openViolations: customer.openViolations,
    openFraud: customer.openFraud,
    isHeld: customer.isHeld,
    activeCredits: credits.filter(({ status }) => status === "active").length,
    disputedCredits: credits.filter(({ status }) => status === "in_dispute").length,
    ...counts,
  };
}
