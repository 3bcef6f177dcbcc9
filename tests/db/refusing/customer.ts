import { db } from "#db/client";
import { violations } from "#db/schema/violation";
import type { Requirement } from "#lib/domain/requirement";
import { addAccount, addCredit, addCustomer, addPreLoan, addPrePayment } from "#tests/db/portfolio";
import type { Cases, Refusing } from "#tests/db/refusing/cases";

type Row = NonNullable<Parameters<typeof addCustomer>[0]>;

const complete: Row = {
  ...{ phone: "+573001234567", email: "ana@example.com", address: "Calle 1", isPhoneVerified: true, isEmailVerified: true },
  ...{ idType: "cc", dataAcceptedAt: "2026-03-01T10:00:00Z", activatedAt: "2026-03-01T10:00:00Z" },
};

const without: Record<Requirement, Row> = {
  personal_data_accepted: { dataAcceptedAt: null },
  account_activated: { activatedAt: null },
  names: { lastName: "" },
  phone: { phone: null },
  email: { email: null },
  national_id: { nationalId: null },
  address: { address: null },
  phone_verified: { isPhoneVerified: false },
  email_verified: { isEmailVerified: false },
};

const lacking = ([requirement, lack]: [string, Row], at: number): [string, () => Promise<Refusing>] => [
  `requirement_${requirement}`,
  () => addCustomer({ status: "unregistered", ...complete, nationalId: `${80_000_000 + at}`, ...lack }),
];

/** A customer with one thing that stands in the way, of which there is one. */
async function withOne(status: Row["status"], add: (customerId: string) => Promise<unknown>): Promise<Refusing> {
  const { id, code } = await addCustomer({ status });
  await add(id);
  return { code, values: { count: 1 } };
}

async function withCredit(status: Row["status"], days: number, limit?: number): Promise<Refusing> {
  const { id, code } = await addCustomer({ status });
  await addCredit(id, { daysPastDue: 1, delinquentDays: 1 });
  const { code: credit } = await addCredit(id, { daysPastDue: days, delinquentDays: days });
  return { code, values: { days, credit, ...(limit !== undefined && { limit }) } };
}

async function withInherited(status: Row["status"]): Promise<Refusing> {
  const { id, code } = await addCustomer({ status });
  const { code: credit } = await addCredit(id, { carriesDelinquency: true });
  return { code, values: { credit } };
}

const violate = (isFraud: boolean) => (customerId: string) =>
  db.insert(violations).values({ customerId, rule: "income", isFraud, recordedEmail: "x" });

export const customerCases: Cases = {
  "customer.register": Object.fromEntries(Object.entries(without).map(lacking)),
  "customer.enable": {
    no_delinquent_credit: () => withCredit("disabled", 2),
    no_inherited_delinquency: () => withInherited("disabled"),
    no_open_violation: () => withOne("disabled", violate(false)),
    no_hold: async () => ({
      ...(await addCustomer({ status: "disabled", heldAt: "2026-03-01T10:00:00Z" })),
      isBySystem: true,
    }),
  },
  "customer.unblock": {
    below_block_after_days: () => withCredit("blocked", 2, 1),
    inherited_below_block_after_days: () => withInherited("blocked"),
    no_open_fraud: () => withOne("blocked", violate(true)),
  },
  "customer.delete": {
    no_active_credit: () => withOne("enabled", addCredit),
    no_disputed_credit: () => withOne("blocked", (id) => addCredit(id, { status: "in_dispute" })),
    no_pending_pre_loan: () => withOne("disabled", addPreLoan),
    no_pending_pre_payment: () =>
      withOne("enabled", async (id) => {
        const { id: creditId } = await addCredit(id, { status: "paid", outstanding: 0n });
        await addPrePayment(id, { creditId });
      }),
    every_account_canceled: () => withOne("enabled", (id) => addAccount(id, { status: "suspended" })),
  },
};
