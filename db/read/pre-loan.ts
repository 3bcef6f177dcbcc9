import "server-only";
import { eq } from "drizzle-orm";
import { db } from "#db/client";
import { basicsOf, codeIn, offerSeen, owner, productSeen } from "#db/read/related";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { preLoans } from "#db/schema/pre-loan";
import { products } from "#db/schema/product";
import { projects } from "#db/schema/project";
import { terms } from "#db/schema/terms";
import type { Actor } from "#lib/domain/actor";
import { billedOn } from "#lib/domain/cycle";
import type { Day } from "#lib/domain/day";
import { termsIn, termsOf } from "#lib/domain/offer-terms";
import type { PreLoanRecord } from "#lib/records";

/** A request for credit by ID, with what it became and how that is, or would be, repaid. */
export async function findPreLoan(actor: Actor, code: string): Promise<PreLoanRecord | undefined> {
  const [found] = await db
    .select({ ...row, ...plan, customer: owner(actor) })
    .from(preLoans)
    .crossJoin(projects)
    .innerJoin(customers, eq(customers.id, preLoans.customerId))
    .innerJoin(offers, eq(offers.id, preLoans.offerId))
    .innerJoin(products, eq(products.id, offers.productId))
    .leftJoin(accounts, eq(accounts.id, preLoans.accountId))
    .leftJoin(credits, eq(credits.id, preLoans.creditId))
    .leftJoin(terms, eq(terms.id, credits.termsId))
    .where(eq(preLoans.code, code));
  if (found === undefined) return undefined;
  const { offered, decimals, agreed, made, days, businessDate, currency, ...request } = found;
  const { amount, downpayment, instalments, disburseOn } = request;
  const settings = agreed ?? termsIn(offered, decimals) ?? null;
  const today = businessDate as Day;
  const due = request.firstDueOn ?? (settings && billedOn(today, settings, days));
  const asked = { principal: amount - downpayment, instalments, disbursedOn: disburseOn ?? today, firstDueOn: due };
  const { disbursedOn, firstDueOn, ...same } = made ?? asked;
  const lent = { ...same, currency, disbursedOn: disbursedOn as Day, firstDueOn: firstDueOn as Day | null };
  return {
    ...{ ...request, settings, firstDueOn },
    isBilled: request.firstDueOn === null && days !== null && firstDueOn !== null,
    plan: settings && termsOf(settings, lent),
  };
}

const row = {
  ...basicsOf(preLoans),
  product: productSeen,
  offer: offerSeen,
  account: codeIn("accounts", preLoans.accountId),
  card: codeIn("cards", preLoans.cardId),
  amount: preLoans.amount,
  downpayment: preLoans.downpayment,
  instalments: preLoans.instalments,
  disburseOn: preLoans.disburseOn,
  firstDueOn: preLoans.firstDueOn,
  refinances: codeIn("credits", preLoans.refinancesId),
  credit: credits.code,
};

/** What its schedule is made of: of the credit that it became, else of its offer and its account as they are today. */
const made = {
  principal: credits.amount,
  instalments: credits.instalments,
  disbursedOn: credits.disbursedOn,
  firstDueOn: credits.firstDueOn,
};
const plan = {
  offered: offers.terms,
  decimals: products.decimals,
  agreed: terms.settings,
  made,
  days: { closingDay: accounts.closingDay, dueDay: accounts.dueDay },
  businessDate: projects.businessDate,
  currency: projects.currency,
};
