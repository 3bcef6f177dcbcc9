import { type OfferSetting, offerSettings } from "#lib/domain/offer";
import { addAccount, addCard, addCredit, addCustomer, addOffer, addPreLoan, offered } from "#tests/db/portfolio";
import type { Cases, Refusing } from "#tests/db/refusing/cases";

type Account = Parameters<typeof addAccount>[1];
type Card = Parameters<typeof addCard>[1];

async function account(row: Account, rest: Partial<Refusing> = {}, add?: (it: { id: string; customerId: string }) => unknown) {
  const made = await addAccount((await addCustomer()).id, row);
  await add?.(made);
  return { code: made.code, ...rest };
}

/** A card of an account that is suspended. */
async function ofSuspended(status: NonNullable<Card>["status"]): Promise<Refusing> {
  const { id } = await addAccount((await addCustomer()).id, { status: "suspended" });
  return { code: (await addCard(id, { status })).code, values: { accountState: "suspended" } };
}

const inTerms: Partial<Record<OfferSetting, string>> = { annual_rate: "annualRate", method: "method", periodicity: "unit" };

/** An offer of a product, neither of which says the setting. */
async function silentOn(setting: OfferSetting, status: "draft" | "disabled"): Promise<Refusing> {
  const term = inTerms[setting];
  if (term !== undefined) return addOffer({}, { status, terms: { ...offered, [term]: undefined } });
  const column = setting.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
  return addOffer({}, { status, [column]: null });
}

const activation = (status: "draft" | "disabled") => ({
  ...Object.fromEntries(offerSettings.map((each) => [`setting_${each}`, () => silentOn(each, status)])),
  rate_within_max: async () => ({
    ...(await addOffer({}, { status, terms: { ...offered, annualRate: "28.5001" } })),
    values: { annualRate: "28.5001", maxRate: "28.5" },
  }),
  product_enabled: async () => ({
    ...(await addOffer({ status: "inactive" }, { status })),
    values: { productState: "inactive" },
  }),
});

export const accountCases: Cases = {
  "account.reinstate": {
    no_unmet_minimum: () => account({ status: "suspended", minimumUnmet: 1n, minimumDueOn: "2026-03-01" }),
    no_hold: () => account({ status: "suspended", heldAt: "2026-03-01T10:00:00Z" }, { isBySystem: true }),
  },
  "account.cancel": {
    no_debt: () =>
      account({}, { values: { debt: 7n } }, async ({ id, customerId }) => {
        await addCredit(customerId, { accountId: id, outstanding: 3n });
        await addCredit(customerId, { accountId: id, outstanding: 4n });
        await addCredit(customerId);
      }),
    no_credit_balance: () => account({ creditBalance: 5n, status: "suspended" }, { values: { balance: 5n } }),
    no_pending_authorization: () =>
      account({}, { values: { count: 1 } }, async ({ id, customerId }) => {
        await addPreLoan(customerId, { accountId: id });
        await addPreLoan(customerId, { accountId: id, status: "rejected" });
        await addPreLoan(customerId);
      }),
    no_open_dispute: () =>
      account({}, { values: { count: 1 } }, ({ id, customerId }) =>
        addCredit(customerId, { accountId: id, outstanding: 3n, status: "in_dispute" }),
      ),
  },
  "card.activate": { account_active: () => ofSuspended("default") },
  "card.resume": { account_active: () => ofSuspended("suspended") },
  "card.unblock": { account_active: () => ofSuspended("blocked") },
  "card.cancel": {
    no_debt: async () => {
      const { id: accountId, customerId } = await addAccount((await addCustomer()).id);
      const card = await addCard(accountId);
      await addCredit(customerId, { accountId, outstanding: 9n });
      await addCredit(customerId, { accountId, cardId: card.id, outstanding: 9n });
      return { code: card.code, values: { debt: 9n } };
    },
  },
  "offer.activate": activation("draft"),
  "offer.enable": activation("disabled"),
};
