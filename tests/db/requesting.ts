import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { db } from "#db/client";
import { preLoans } from "#db/schema/pre-loan";
import { type CreditRequest, type RequestOutcome, requestCredit } from "#db/write/pre-loan";
import type { Actor } from "#lib/domain/actor";
import { bruno } from "#tests/db/portfolio";

export const nothing = {
  refinances: "",
  offer: "",
  amount: "",
  downpayment: "",
  instalments: "",
  disburse_on: "",
  first_due_on: "",
};

/** 5,000.50 in twelve instalments, but for what is given. */
export const typed = (offer: string, more: Partial<CreditRequest["typed"]> = {}): CreditRequest["typed"] => ({
  ...nothing,
  ...{ offer, amount: "5000.50", instalments: "12" },
  ...more,
});
export const ask = (code: string, said: CreditRequest["typed"], key = randomUUID(), actor: Actor = bruno) =>
  requestCredit(actor, { code, typed: said }, key);

export const requestIn = async (code: string) => {
  const [found] = await db.select().from(preLoans).where(eq(preLoans.code, code));
  return found ?? expect.fail(`no request ${code}`);
};
export const madeIn = (outcome: RequestOutcome) => (outcome.ok ? outcome.request : expect.fail(JSON.stringify(outcome.faults)));
/** The faults by field, as `amount: amount_missing`. */
export const faultsIn = (outcome: RequestOutcome) =>
  outcome.ok ? ["none"] : outcome.faults.map(({ field, rule }) => `${field}: ${rule}`);
