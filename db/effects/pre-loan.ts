import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { post } from "#db/books/post";
import { countActiveCredits } from "#db/move/active-credits";
import type { Effect, Moving } from "#db/move/moving";
import { Refused } from "#db/refused";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { offers } from "#db/schema/offer";
import { preLoans } from "#db/schema/pre-loan";
import { products } from "#db/schema/product";
import { terms } from "#db/schema/terms";
import { billedOn } from "#lib/domain/cycle";
import type { Day } from "#lib/domain/day";
import { type OfferTerms, termsIn, termsOf } from "#lib/domain/offer-terms";
import { termsRules } from "#lib/domain/pre-loan";
import { termsFault } from "#lib/domain/schedule/terms-fault";

/** The request becomes an active credit, under its offer's terms of this day; one that it refinances is closed by it. */
const confirm: Effect = async (moving, { id, code }, { said }) => {
  const { db, businessDate, step } = moving;
  const [request] = await db.select().from(preLoans).where(eq(preLoans.id, id));
  if (request === undefined) throw new Error(`no request ${code}`);
  const { customerId, offerId, accountId, cardId, refinancesId, instalments, firstDueOn } = request;
  const amount = said?.settled?.amountMinor ?? request.amount - request.downpayment;
  const disbursedOn = said?.settled?.on ?? ((request.disburseOn ?? businessDate) as Day);
  const [old] = refinancesId === null ? [] : await db.select().from(credits).where(eq(credits.id, refinancesId));
  if (old !== undefined) {
    const cause = { rule: "refinanced", values: { request: code } };
    await step("credit", old.code, "refinance", { reason: "refinanced", said: { successorMinor: amount }, cause });
  }
  const creditId = await lend(moving, {
    ...{ customerId, offerId, accountId, cardId, refinancesId, amount, instalments, disbursedOn },
    firstDueOn: firstDueOn as Day | null,
    inheritsDelinquency: old !== undefined && (old.delinquentDays > 0 || old.carriesDelinquency),
  });
  return { creditId };
};

type Loan = Pick<
  typeof credits.$inferInsert,
  "customerId" | "offerId" | "accountId" | "cardId" | "refinancesId" | "inheritsDelinquency"
> & { amount: bigint; instalments: number; disbursedOn: Day; firstDueOn: Day | null };

/** Makes an active credit under the terms that its offer has this day, and answers its id. */
export async function lend(moving: Moving, loan: Loan): Promise<string> {
  const { db } = moving;
  const { customerId, offerId, amount, instalments, disbursedOn } = loan;
  const settings = await findTerms(moving, offerId);
  const firstDueOn = loan.firstDueOn ?? (await purchaseDue(moving, loan, settings));
  const fault = termsFault(termsOf(settings, { principal: amount, currency: "", instalments, disbursedOn, firstDueOn }));
  // Whoever confirms a request was told; a settlement asks nobody.
  if (fault !== undefined) throw new Refused([{ rule: termsRules[fault.field] }]);
  const id = randomUUID();
  await db.insert(credits).values({
    ...{ ...loan, firstDueOn, id, outstanding: 0n },
    termsId: await keepTerms(moving, settings),
    collection: [...(settings.collection ?? moving.rules.allocation)],
  });
  await post(moving, [id]);
  await countActiveCredits(db, customerId);
  return id;
}

/** What is bought on an account falls due with its statements, the first that is still to come before all. */
async function purchaseDue({ db, businessDate }: Moving, { accountId }: Loan, settings: OfferTerms): Promise<Day | null> {
  if (accountId == null) return null;
  const { closingDay, dueDay } = accounts;
  const [days] = await db.select({ closingDay, dueDay }).from(accounts).where(eq(accounts.id, accountId));
  if (days === undefined) throw new Error(`no account ${accountId}`);
  return billedOn(businessDate, settings, days);
}

export const preLoanEffects = { confirm };

/** What an offer says today; what it does not say is as every offer's. */
async function findTerms({ db }: Moving, offerId: string): Promise<OfferTerms> {
  const [found] = await db
    .select({ settings: offers.terms, decimals: products.decimals })
    .from(offers)
    .innerJoin(products, eq(products.id, offers.productId))
    .where(eq(offers.id, offerId));
  const settings = found && termsIn(found.settings, found.decimals);
  if (settings === undefined) throw new Error(`the terms of offer ${offerId} are not set`);
  return settings;
}

/** Terms are kept once, however many credits were made under them. */
async function keepTerms({ db }: Moving, settings: OfferTerms): Promise<string> {
  const inOrder = Object.fromEntries(Object.entries(settings).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const hash = createHash("sha256").update(JSON.stringify(inOrder)).digest("base64url");
  await db.insert(terms).values({ hash, settings }).onConflictDoNothing();
  const [kept] = await db.select({ id: terms.id }).from(terms).where(eq(terms.hash, hash));
  if (kept === undefined) throw new Error("the terms were not kept");
  return kept.id;
}
