import { db } from "#db/client";
import { paymentParts, payments } from "#db/schema/payment";
import { today } from "#tests/db/moving";
import { addAccount, addCredit, addCustomer, addOffer, addPrePayment, addPromise } from "#tests/db/portfolio";
import type { Cases, Refusing } from "#tests/db/refusing/cases";

type Customer = Parameters<typeof addCustomer>[0];
type Credit = Parameters<typeof addCredit>[1];
type Product = Parameters<typeof addOffer>[0];
type Announced = Parameters<typeof addPrePayment>[1];

async function lent(customer: Customer, credit: Credit = {}, product: Product = {}) {
  const { id: customerId } = await addCustomer(customer);
  const { id: offerId } = await addOffer(product);
  return addCredit(customerId, { offerId, amount: 500n, outstanding: 500n, ...credit });
}

async function announced(of: Awaited<ReturnType<typeof lent>>, row: Announced, rest: Partial<Refusing> = {}): Promise<Refusing> {
  return { code: (await addPrePayment(of.customerId, { creditId: of.id, amount: 500n, ...row })).code, ...rest };
}

/** A payment to a credit or an account, with a part on a credit. */
async function paid(of: Awaited<ReturnType<typeof lent>>, accountId?: string): Promise<Refusing> {
  const target = accountId === undefined ? { creditId: of.id } : { accountId };
  const row = { ...target, customerId: of.customerId, amount: 500n, type: "automatic", paidOn: today } as const;
  const [payment] = await db.insert(payments).values(row).returning();
  if (payment === undefined) throw new Error("nothing was paid");
  await db.insert(paymentParts).values({ paymentId: payment.id, creditId: of.id, amount: 500n });
  return { code: payment.code };
}

async function onAccount(account: Parameters<typeof addAccount>[1]) {
  const { id, customerId } = await addAccount((await addCustomer()).id, account);
  return { accountId: id, credit: await addCredit(customerId, { accountId: id, outstanding: 500n, status: "active" }) };
}

async function promised(values: Partial<Parameters<typeof addPromise>[1]>, product: Product = {}): Promise<Refusing> {
  const { id: creditId, customerId } = await lent({}, {}, product);
  return addPromise(customerId, { creditId, dueOn: "2026-03-14", amount: 100n, ...values });
}

export const moneyCases: Cases = {
  "pre_payment.confirm": {
    credit_active: async () => announced(await lent({}, { status: "in_dispute" }), {}, { values: { creditState: "in_dispute" } }),
    account_not_canceled: async () => {
      const { accountId, credit } = await onAccount({ status: "canceled" });
      return announced(credit, { creditId: null, accountId });
    },
    product_not_inactive: async () => announced(await lent({}, {}, { status: "inactive" }), {}),
    channel_allowed: async () =>
      announced(await lent({ status: "blocked" }), {}, { values: { customerState: "blocked", channel: "platform" } }),
    amount_within_owed: async () => {
      const { accountId, credit } = await onAccount({ status: "suspended" });
      const refusing = { values: { amount: 511n, owed: 500n, limit: 510n } };
      return announced(credit, { creditId: null, accountId, amount: 511n }, refusing);
    },
    not_dated_ahead: async () =>
      announced(await lent({}), { datedOn: "2026-03-16" }, { values: { datedOn: "2026-03-16", businessDate: today } }),
  },
  "payment.reverse": {
    no_refinanced_credit: async () => {
      const credit = await lent({}, { status: "cancelled", closedBy: "refinance", outstanding: 0n });
      return { ...(await paid(credit)), values: { credit: credit.code } };
    },
    no_disputed_credit: async () => {
      const { accountId, credit } = await onAccount({});
      const disputed = await addCredit(credit.customerId, { accountId, status: "in_dispute" });
      return { ...(await paid(disputed, accountId)), values: { credit: disputed.code } };
    },
    product_not_inactive: async () => paid(await lent({}, {}, { status: "inactive" })),
    account_not_canceled: async () => {
      const { accountId, credit } = await onAccount({ status: "canceled" });
      return paid(credit, accountId);
    },
    customer_not_deleted: async () => paid(await lent({ status: "deleted" })),
  },
  "promise.keep": {
    amount_reached: async () => ({ ...(await promised({})), values: { paid: 0n, amount: 100n } }),
  },
  "promise.break": {
    day_passed: async () => ({ ...(await promised({ dueOn: today })), values: { dueOn: today, businessDate: today } }),
    product_not_inactive: () => promised({}, { status: "inactive" }),
  },
};
