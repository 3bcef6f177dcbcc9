import { eq, sql } from "drizzle-orm";
import { db } from "#db/client";
import { offers } from "#db/schema/offer";
import type { Values } from "#lib/domain/machine";
import { addCredit, addCustomer, addOffer, addPreLoan, offered } from "#tests/db/portfolio";
import type { Cases, Refusing } from "#tests/db/refusing/cases";

type Product = Parameters<typeof addOffer>[0];
type Offer = Parameters<typeof addOffer>[1];
type Request = NonNullable<Parameters<typeof addPreLoan>[1]>;

/** A request of 500 in 12 instalments under an offer. */
async function under(product: Product, offer: Offer, values?: Values, request: Request = {}): Promise<Refusing> {
  const { id } = await addCustomer();
  const { id: offerId } = await wide(product, offer);
  return { code: (await ask(id, { offerId, ...request })).code, ...(values && { values }) };
}

const ask = (customerId: string, values: Request = {}) => addPreLoan(customerId, { amount: 500n, ...values });
const wide = (product: Product = {}, offer: Offer = {}) => addOffer(product, { amountMin: 1n, ...offer });

/** The same under an offer of one who has so many active credits, each under an offer that is found from it. */
async function having(count: number, offerId: string, of: (first: string) => Promise<string>): Promise<Refusing> {
  const { id } = await addCustomer();
  for (let each = 0; each < count; each++) await addCredit(id, { offerId: await of(offerId) });
  // What is closed does not count, nor what is another's.
  await addCredit(id, { offerId, status: "paid", outstanding: 0n });
  await addCredit((await addCustomer()).id, { offerId });
  return { code: (await ask(id, { offerId })).code, values: { count, limit: count } };
}

/** Another offer of the same product. */
async function siblingOf(offerId: string): Promise<string> {
  const product = db.select({ id: offers.productId }).from(offers).where(eq(offers.id, offerId));
  const [made] = await db
    .insert(offers)
    .values({ name: "Libre 36", productId: sql`(${product})` })
    .returning();
  return made?.id ?? "";
}

export const preLoanCases: Cases = {
  "pre_loan.confirm": {
    customer_may_borrow: async () => {
      const { id } = await addCustomer({ status: "disabled" });
      return { code: (await ask(id, { offerId: (await wide()).id })).code, values: { customerState: "disabled" } };
    },
    refinances_their_own: async () => {
      const [one, other] = [await addCustomer(), await addCustomer()];
      const { id: refinancesId } = await addCredit(other.id, { amount: 500n, outstanding: 500n });
      return { code: (await ask(one.id, { offerId: (await wide()).id, refinancesId })).code };
    },
    refinances_active: async () => {
      const { id } = await addCustomer();
      const { id: refinancesId } = await addCredit(id, { status: "in_dispute" });
      return { code: (await ask(id, { offerId: (await wide()).id, refinancesId })).code, values: { creditState: "in_dispute" } };
    },
    successor_covers: async () => {
      const { id } = await addCustomer();
      const { id: refinancesId } = await addCredit(id, { amount: 500n, outstanding: 500n });
      const { code } = await ask(id, { offerId: (await wide()).id, refinancesId, downpayment: 1n });
      return { code, values: { amount: 499n, owed: 500n } };
    },
    terms_first_due: () => under({}, {}, undefined, { firstDueOn: "2026-03-15" }),
    terms_grace: () => under({}, { terms: { ...offered, graceOnInterest: 12 } }),
    terms_last_due: () => under({}, { instalmentsMax: null }, undefined, { instalments: 120_000 }),
    offer_enabled: () => under({}, { status: "draft" }, { offerState: "draft" }),
    product_enabled: () => under({ status: "inactive" }, {}, { productState: "inactive" }),
    amount_at_least: () => under({ amountMin: 501n }, { amountMin: null }, { amount: 500n, limit: 501n }),
    amount_at_most: () => under({ amountMax: 900n }, { amountMax: 499n }, { amount: 500n, limit: 499n }),
    instalments_at_least: () => under({ instalmentsMin: 1 }, { instalmentsMin: 13 }, { count: 12, limit: 13 }),
    instalments_at_most: () => under({ instalmentsMax: 11 }, { instalmentsMax: null }, { count: 12, limit: 11 }),
    below_limit_of_offer: async () => having(1, (await wide({}, { maxActiveCredits: 1 })).id, async (first) => first),
    below_limit_of_product: async () => having(2, (await wide({ maxActiveCredits: 2 })).id, siblingOf),
    below_limit_of_project: async () => having(3, (await wide()).id, async () => (await addOffer()).id),
  },
  "pre_loan.reject": {
    pending_too_long: async () => {
      const { id } = await addCustomer();
      // In Bogotá it is still the day before: so many days ago, and not one more.
      const { code } = await addPreLoan(id, { createdAt: "2026-03-01T03:00:00Z" });
      return { code, values: { days: 15, limit: 15 }, said: { reason: "expired" }, isBySystem: true };
    },
  },
};
