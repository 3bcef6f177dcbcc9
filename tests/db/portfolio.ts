import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db, transaction } from "#db/client";
import { move } from "#db/move";
import type { Order } from "#db/move/order";
import { findMoved } from "#db/move/record";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { paymentParts, payments } from "#db/schema/payment";
import { preLoans } from "#db/schema/pre-loan";
import { prePayments } from "#db/schema/pre-payment";
import { products } from "#db/schema/product";
import { projects } from "#db/schema/project";
import { promises } from "#db/schema/promise";
import { statements } from "#db/schema/statement";
import { terms } from "#db/schema/terms";
import type { Actor } from "#lib/domain/actor";
import { addDays, type Day } from "#lib/domain/day";
import type { Entity } from "#lib/domain/machines";
import { defaultTerms } from "#lib/domain/offer-terms";

const operator = (subject: string, role: Actor["role"]): Actor => ({
  subject,
  email: `${subject}@demo.example`,
  name: subject,
  role,
  ip: "10.0.0.7",
});
export const sofia = operator("sofia", "super_admin");
export const bruno = operator("bruno", "business");
export const clara = operator("clara", "super_admin");
export const carla = operator("carla", "customer");
export const andres = operator("andres", "account_executive");

const only = <Row>([row]: Row[]): Row => {
  if (row === undefined) throw new Error("nothing was added");
  return row;
};

export async function addCustomer(values: Partial<typeof customers.$inferInsert> = {}) {
  const registered = values.status === "unregistered" ? {} : { registeredAt: "2026-01-05T10:00:00Z" };
  const row = { status: "enabled" as const, firstName: "Ana", lastName: "Ríos", ...registered, ...values };
  return only(await db.insert(customers).values(row).returning());
}

/** Repaid by the month, at a rate. */
export const offered = { annualRate: "24.5", method: "equal_instalments", every: 1, unit: "month" } as const;

/** A product with an offer of it, both enabled. */
export async function addOffer(
  product: Partial<typeof products.$inferInsert> = {},
  offer: Partial<typeof offers.$inferInsert> = {},
) {
  const made = only(
    await db
      .insert(products)
      .values({ kind: "credit", name: "Libre inversión", decimals: 2, ...product })
      .returning(),
  );
  const settings = { amountMin: 1_000_00n, amountMax: 9_000_000_00n, instalmentsMin: 1, instalmentsMax: 36 };
  const row = {
    name: "Libre 24",
    status: "enabled" as const,
    terms: offered,
    validFrom: "2026-01-01",
    ...settings,
    ...offer,
  };
  return only(
    await db
      .insert(offers)
      .values({ ...row, productId: made.id })
      .returning(),
  );
}

/** Without interest, in one instalment: what it is late with was due. */
export async function addCredit(customerId: string, values: Partial<typeof credits.$inferInsert> = {}) {
  const offerId = values.offerId ?? (await addOffer()).id;
  const { amount = 500_000_00n, daysPastDue = 0, status = "active" } = values;
  const { outstanding = amount, disbursedOn = "2026-02-01" } = values;
  const { businessDate } = only(await db.select({ businessDate: projects.businessDate }).from(projects));
  const firstDueOn = daysPastDue > 0 ? addDays(businessDate as Day, -daysPastDue) : "2099-01-01";
  const isOpen = status === "active" || status === "in_dispute";
  const made = {
    ...{ termsId: await plainTerms(), instalments: 1, amount, outstanding, firstDueOn },
    disbursedOn: disbursedOn < firstDueOn ? disbursedOn : addDays(firstDueOn as Day, -30),
    ...(daysPastDue > 0 && { pastDueSince: firstDueOn, amountPastDue: outstanding }),
    ...(!isOpen && { closedOn: businessDate }),
  };
  return only(
    await db
      .insert(credits)
      .values({ ...values, ...made, customerId, offerId })
      .returning(),
  );
}

/** A payment of a credit, as if it had been made when the credit was. */
export async function addPayment({ id: creditId, customerId, disbursedOn }: typeof credits.$inferSelect, amount: bigint) {
  const row = { customerId, creditId, amount, type: "voluntary" as const, paidOn: disbursedOn };
  const { id: paymentId } = only(await db.insert(payments).values(row).returning());
  await db.insert(paymentParts).values({ paymentId, creditId, amount });
}

async function plainTerms(): Promise<string> {
  const settings = { ...defaultTerms, ...offered, annualRate: "0", decimals: 2 };
  await db.insert(terms).values({ hash: "plain", settings }).onConflictDoNothing();
  return only(await db.select({ id: terms.id }).from(terms).where(eq(terms.hash, "plain"))).id;
}

export async function addPreLoan(customerId: string, values: Partial<typeof preLoans.$inferInsert> = {}) {
  const offerId = values.offerId ?? (await addOffer()).id;
  return only(
    await db
      .insert(preLoans)
      .values({ amount: 500_000_00n, instalments: 12, ...values, customerId, offerId })
      .returning(),
  );
}

export async function addPrePayment(customerId: string, values: Partial<typeof prePayments.$inferInsert>) {
  const row = { amount: 100_000_00n, type: "voluntary" as const, channel: "platform" as const, datedOn: "2026-03-01" };
  return transaction(async (tx) => {
    // As whoever adds to what is a customer's: in the one order of locks.
    await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, customerId)).for("no key update");
    return only(
      await tx
        .insert(prePayments)
        .values({ ...row, ...values, customerId })
        .returning(),
    );
  });
}

export async function addAccount(customerId: string, values: Partial<typeof accounts.$inferInsert> = {}) {
  const productId = values.productId ?? (await addOffer({ kind: "card", name: "Tarjeta" })).productId;
  // No more can be unmet than is owed.
  const row = { creditLine: 3_000_000_00n, closingDay: 20, dueDay: 5, debt: values.minimumUnmet ?? 0n };
  const account = only(
    await db
      .insert(accounts)
      .values({ ...row, ...values, customerId, productId })
      .returning(),
  );
  if (account.minimumUnmet > 0n) await addStatement(account.id, account.minimumDueOn ?? "", account.minimumUnmet);
  return account;
}

/** A statement that asks for an amount, of a cycle that closed two weeks before. */
const addStatement = (accountId: string, dueOn: string, minimum: bigint) =>
  db.insert(statements).values({
    ...{ accountId, closedOn: addDays(dueOn as Day, -14), dueOn, at: dueOn, debt: minimum, payoff: minimum },
    ...{ fallsDue: minimum, charges: 0n, minimum, added: minimum },
  });

export async function addCard(accountId: string, values: Partial<typeof cards.$inferInsert> = {}) {
  return only(
    await db
      .insert(cards)
      .values({ kind: "physical", lastFour: "4242", ...values, accountId })
      .returning(),
  );
}

export async function addPromise(customerId: string, values: Partial<typeof promises.$inferInsert>) {
  return only(
    await db
      .insert(promises)
      .values({ amount: 100_000_00n, dueOn: "2099-01-01", ...values, customerId })
      .returning(),
  );
}

/** Moves a record as its page would have it, with a key of its own. */
export async function moveNow(
  actor: Actor,
  entity: Entity,
  code: string,
  event: string,
  said: Omit<Partial<Order>, "entity" | "code" | "event"> = {},
) {
  const moves = (await findMoved(db, entity, code))?.moves ?? 0;
  return move(actor, { entity, code, event, moves, ...said }, randomUUID());
}

export const statusOf = async (entity: Entity, code: string) => (await findMoved(db, entity, code))?.status;

export const creditNow = async (id: string) => only(await db.select().from(credits).where(eq(credits.id, id)));
